package dev.ndbind.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command that measures everything, and says what it has come to. */
@Command(
    name = "report",
    description = "Runs benchmarks with their peers; prints and writes what came out.",
    sortOptions = false,
    usageHelpAutoWidth = true)
public final class Report implements Callable<Integer> {
  @Option(
      names = "--effort",
      description = "One of ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} unless told otherwise.",
      defaultValue = "full")
  private Effort effort;

  @Option(
      names = "--rows",
      paramLabel = "REGEX",
      description = "Only rows whose group and name it matches a part of.",
      defaultValue = ".")
  private Pattern rows;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = "Where the files are written, ${DEFAULT-VALUE} unless told otherwise.",
      defaultValue = "target/performance")
  private Path output;

  @Option(
      names = "--page",
      paramLabel = "FILE",
      description = "A page whose part between marks is replaced, and its chart with it.")
  private Path page;

  @Option(names = "--help", usageHelp = true, description = "Prints this and does nothing.")
  private boolean isHelp;

  /** Made by {@link #main}, and filled in from the command line. */
  Report() {}

  /**
   * Runs the command and leaves the JVM.
   *
   * @param arguments see {@code --help}
   */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Report()).setCaseInsensitiveEnumValuesAllowed(true);
  }

  @Override
  public Integer call() throws Exception {
    Files.createDirectories(output);
    Machine machine = Machine.here();
    List<Case> cases = Cases.all().stream().filter(this::isWanted).toList();
    Measurer measurer = new Measurer(effort, output, System.err::println);
    Measurements measurements = measurer.measure(cases);
    write(machine.withPython(measurer.pythonVersions()), measurements.results(cases), measurements);
    measurer.failures().forEach(name -> System.err.println("FAILED: " + name));
    return measurer.failures().isEmpty() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }

  private boolean isWanted(Case subject) {
    return (effort == Effort.FULL || !subject.isOnlyFull)
        && rows.matcher(subject.group + ": " + subject.name).find();
  }

  private void write(Machine machine, List<Result> results, Measurements measurements)
      throws IOException {
    String about = "Measured at %s on %s.".formatted(machine.date(), machine.describe());
    String table = Table.markdown(results);
    String chart = Chart.svg(results, about);
    Files.writeString(output.resolve("performance.md"), table);
    Files.writeString(output.resolve("performance.svg"), chart);
    Files.writeString(
        output.resolve("performance.json"), Json.of(machine, command(), results, measurements));
    if (page != null) {
      Page.update(page, "%s\n%s\n\n```sh\n%s\n```\n".formatted(table, about, command()), chart);
    }
    System.out.println(table);
    System.out.println(about);
    System.out.println("written to " + output.toAbsolutePath());
  }

  private String command() {
    String selection = rows.pattern().equals(".") ? "" : " \"-Drows=%s\"".formatted(rows);
    return "mvn -q -Pbenchmark -DskipTests package -Deffort=%s%s"
        .formatted(effort.name().toLowerCase(Locale.ROOT), selection);
  }
}
