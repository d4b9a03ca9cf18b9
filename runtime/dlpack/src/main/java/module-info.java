/** Arrays to and from the tensors of DLPack, at their addresses. */
module dev.ndbind.dlpack {
  requires transitive dev.ndbind;
  requires static transitive org.jspecify;

  exports dev.ndbind.dlpack;
}
