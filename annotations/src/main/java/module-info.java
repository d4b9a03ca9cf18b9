/** What users of ndbind write: contracts for the arrays of a method, and their vocabulary. */
module dev.ndbind.annotation {
  requires static transitive org.jspecify;

  exports dev.ndbind.annotation;
}
