/** The command that shows the copy plans of a build on one page. */
module dev.ndbind.report {
  requires com.google.gson;
  requires com.samskivert.jmustache;
  requires info.picocli;
  requires java.compiler;
  requires jdk.compiler;
  requires static transitive org.jspecify;

  exports dev.ndbind.report;

  // To those who read or write records there by reflection.
  opens dev.ndbind.report to
      info.picocli;
  opens dev.ndbind.report.drawing to
      com.samskivert.jmustache;
  opens dev.ndbind.report.page to
      com.samskivert.jmustache;
  opens dev.ndbind.report.plan to
      com.google.gson,
      com.samskivert.jmustache;
}
