/** Arrays over native memory, and what generated adapters call. */
module dev.ndbind {
  // Chooses which remembered copies stay when there is no room for all.
  requires com.github.benmanes.caffeine;
  requires transitive dev.ndbind.annotation;
  requires static jdk.jfr; // Where it is absent, nothing is recorded.
  requires static jdk.management; // Where it is absent, the JVM's defaults are assumed.
  requires static transitive org.jspecify;

  exports dev.ndbind;
  exports dev.ndbind.call;
}
