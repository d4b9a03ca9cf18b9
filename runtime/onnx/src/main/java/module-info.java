/**
 * The bridge between arrays and the tensors of ONNX Runtime.
 *
 * <p>It calls native functions: {@code --enable-native-access=dev.ndbind.onnx}.
 */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"}) // A module in name only.
module dev.ndbind.onnx {
  requires transitive dev.ndbind;
  requires transitive com.microsoft.onnxruntime;
  requires static transitive org.jspecify;

  exports dev.ndbind.onnx;
}
