package dev.ndbind.report;

import dev.ndbind.report.page.PageMaker;
import dev.ndbind.report.plan.AdapterCopies;
import dev.ndbind.report.plan.PlanFiles;
import dev.ndbind.report.source.Sources;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The copy plans and sources among the resources. */
public final class Samples {
  private Samples() {}

  /** A class directory with four plans. */
  public static Path plans() {
    return resource("/samples");
  }

  /** The sources of three of them. */
  public static Path sources() {
    return resource("/sources");
  }

  /** The page of all. */
  public static String page() throws IOException {
    List<AdapterCopies> adapters = PlanFiles.read(List.of(plans()));
    return PageMaker.html(adapters, Sources.in(List.of(sources())));
  }

  private static Path resource(String name) {
    URL resource = Objects.requireNonNull(Samples.class.getResource(name), name);
    try {
      return Path.of(resource.toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
