/** CPython and NumPy in the process. */
module dev.ndbind.numpy {
  requires transitive dev.ndbind;
  requires static transitive org.jspecify;

  exports dev.ndbind.numpy;
}
