/** The bridge between arrays and the tensors of TensorFlow. */
module dev.ndbind.tensorflow {
  requires transitive dev.ndbind;
  requires transitive tensorflow;
  requires static transitive org.jspecify;

  exports dev.ndbind.tensorflow;
}
