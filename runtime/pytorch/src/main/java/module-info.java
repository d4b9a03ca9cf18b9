/**
 * The bridge between arrays and the tensors of PyTorch.
 *
 * <p>It calls native functions: {@code --enable-native-access=dev.ndbind.pytorch}.
 */
module dev.ndbind.pytorch {
  requires transitive dev.ndbind;
  requires transitive org.bytedeco.pytorch;
  requires org.bytedeco.javacpp;
  requires static transitive org.jspecify;

  exports dev.ndbind.pytorch;
}
