package dev.ndbind.report;

import dev.ndbind.report.page.PageMaker;
import dev.ndbind.report.plan.AdapterCopies;
import dev.ndbind.report.plan.PlanFiles;
import dev.ndbind.report.plan.ReportException;
import dev.ndbind.report.source.Sources;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code ndbind-report}: copy plans in, one HTML page out. */
@Command(
    name = "ndbind-report",
    description = "Shows on one page which tensors are viewed and which are copied, and why.",
    sortOptions = false,
    usageHelpAutoWidth = true)
public final class ReportCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "PATH",
      arity = "1..*",
      description = "Class directories and jars with META-INF/ndbind/*.json, or such files.")
  private List<Path> paths = new ArrayList<>();

  @Option(
      names = "--sources",
      paramLabel = "DIR",
      description = "Where the sources are. Repeatable; without it, nothing links to a line.")
  private List<Path> sources = new ArrayList<>();

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "The page to write, ${DEFAULT-VALUE} unless told otherwise.",
      defaultValue = "ndbind-copies.html")
  private Path output = Path.of("");

  @Option(names = "--help", usageHelp = true, description = "Prints this and does nothing.")
  @SuppressWarnings("unused") // picocli asks for it before anything else, and writes it here.
  private boolean help;

  @Spec private CommandSpec spec = CommandSpec.create();

  /** Made by {@link #main}, and filled in from the command line. */
  ReportCommand() {}

  /**
   * Runs the command and leaves the JVM: with 0, with 1 if something is wrong with a file, or with
   * 2 if it is called in a wrong way.
   *
   * @param arguments see {@code --help}
   */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** The command line, which prints to the standard streams unless told otherwise. */
  static CommandLine commandLine() {
    return new CommandLine(new ReportCommand())
        .setExecutionExceptionHandler((exception, line, _) -> fail(exception, line.getErr()));
  }

  /** One line. A path is all that many an IOException says, so those come with their name. */
  private static int fail(Exception exception, PrintWriter errors) {
    String message =
        exception instanceof ReportException
            ? String.valueOf(exception.getMessage())
            : exception.toString();
    errors.println("ndbind-report: " + message.lines().findFirst().orElse(""));
    return CommandLine.ExitCode.SOFTWARE;
  }

  @Override
  public Integer call() throws IOException {
    List<AdapterCopies> adapters = PlanFiles.read(paths);
    write(PageMaker.html(adapters, Sources.in(sources)));
    int methods = adapters.stream().mapToInt(adapter -> adapter.methods().size()).sum();
    spec.commandLine()
        .getOut()
        .printf("%s: adapters %d, methods %d%n", output, adapters.size(), methods);
    return CommandLine.ExitCode.OK;
  }

  private void write(String page) throws IOException {
    Path directory = output.toAbsolutePath().getParent();
    if (directory != null) {
      Files.createDirectories(directory);
    }
    Files.writeString(output, page);
  }
}
