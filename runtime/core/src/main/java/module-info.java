/** Arrays over native memory, and what generated adapters call. */
module dev.ndbind {
  requires transitive dev.ndbind.annotation;
  requires static jdk.jfr; // Where it is absent, nothing is recorded.
  requires static transitive org.jspecify;

  exports dev.ndbind;
  exports dev.ndbind.call;
}
