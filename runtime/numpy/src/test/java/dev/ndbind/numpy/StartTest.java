package dev.ndbind.numpy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.ndbind.testing.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How an interpreter starts, in processes of their own. */
class StartTest {
  @TempDir private Path directory;

  private static String run(String... arguments) throws IOException, InterruptedException {
    return PythonJvm.of(StartProgram.class).arguments(arguments).run();
  }

  private ChildJvm withOwnCache(String... arguments) {
    return PythonJvm.of(StartProgram.class, "-Dndbind.cache=" + directory.resolve("cache"))
        .arguments(arguments);
  }

  private Path unpacked() throws IOException {
    try (Stream<Path> all = Files.list(directory.resolve("cache/python"))) {
      List<Path> found = all.filter(Files::isDirectory).toList();
      assertThat(found).hasSize(1);
      return found.getFirst();
    }
  }

  @Test
  void thereIsOneInterpreterInAProcess() throws Exception {
    Interpreter.start();
    String other = Interpreter.isEmbedded() ? "at=/usr/bin/python3" : "embedded";
    assertThat(run("start", other, "start"))
        .contains("start: true")
        .contains(other + ": " + PythonUnavailableException.class.getName())
        .contains("runs in this process already, and there can be only one");
  }

  @Test
  void twoProcessesUnpackAtOnce() throws Exception {
    assumeThat(Interpreter.isEmbedded()).isTrue();
    try (ExecutorService both = Executors.newFixedThreadPool(2)) {
      Callable<String> program = withOwnCache("embedded")::run;
      Callable<String> other = withOwnCache("embedded")::run;
      for (Future<String> printed : both.invokeAll(List.of(program, other))) {
        assertThat(printed.get()).contains("embedded: true");
      }
    }
    tamperedFilesAreUnpackedAnew();
    directoriesOfOthersAreRefused();
  }

  /** Needs what the test above has unpacked, which takes long. */
  private void tamperedFilesAreUnpackedAnew() throws Exception {
    Path module = unpacked().resolve("lib/python3.14/os.py");
    byte[] content = Files.readAllBytes(module);
    byte[] other = content.clone();
    other[other.length - 2] ^= 1;
    Files.write(module, other);
    Path planted = Files.writeString(unpacked().resolve("python/planted.py"), "x = 1");
    Path left = Files.createDirectory(Path.of(unpacked() + ".part-1"));
    String printed = withOwnCache("embedded", "import=planted").run();
    assertThat(printed).contains("embedded: true").contains("No module named 'planted'");
    assertThat(planted).doesNotExist();
    assertThat(left).doesNotExist();
    assertThat(unpacked().resolve("lib/python3.14/os.py")).hasBinaryContent(content);
    assertThat(unpacked().resolve("lib/python3.14/__pycache__")).isDirectory();
  }

  private void directoriesOfOthersAreRefused() throws Exception {
    Path cache = directory.resolve("cache/python");
    Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString("rwxrwxrwx"));
    assertThat(withOwnCache("embedded").run())
        .contains("PythonUnavailableException: other users can write to " + cache);
  }

  @Test
  void missingArchivesAreNamed() throws Exception {
    String classPath =
        Arrays.stream(System.getProperty("java.class.path").split(":"))
            .filter(entry -> !entry.contains("bytedeco"))
            .collect(Collectors.joining(":"));
    assertThat(PythonJvm.of(StartProgram.class).classPath(classPath).arguments("embedded").run())
        .contains("the archive of cpython for this platform is not on the class path");
  }

  @Test
  void theEnvironmentIsIgnored() throws Exception {
    Interpreter.start();
    Files.writeString(directory.resolve("numpy.py"), "raise ValueError");
    ChildJvm program =
        PythonJvm.of(StartProgram.class)
            .arguments("start", "sys=path", "sys=flags.isolated")
            .environment("PYTHONPATH", directory.toString())
            .environment("PYTHONHOME", "/nowhere");
    assertThat(program.run())
        .contains("start: true")
        .contains("flags.isolated: 1")
        .doesNotContain(directory.toString());
  }

  @Test
  void whatPythonPrintsIsSeen() throws Exception {
    Interpreter.start();
    assertThat(run("print=one é", "print=two").lines())
        .containsSubsequence("one é", "print=one é: None", "two", "print=two: None");
  }

  @Test
  void torchIsRefusedWhereJavaMayHaveIt() throws Exception {
    Interpreter.start();
    Files.writeString(directory.resolve("uses_torch.py"), "import torch.nn");
    Path classes = Files.createDirectories(directory.resolve("classes/org/bytedeco/pytorch"));
    Files.createFile(classes.resolve("Tensor.class"));
    String classPath = System.getProperty("java.class.path") + ":" + directory.resolve("classes");
    String[] commands = {"add-path=" + directory, "import=torch", "import=uses_torch"};
    String refusal = "ImportError: importing torch would crash this process";
    assertThat(PythonJvm.of(StartProgram.class).classPath(classPath).arguments(commands).run())
        .contains("import=torch: dev.ndbind.numpy.PythonException: " + refusal)
        .contains("import=uses_torch: dev.ndbind.numpy.PythonException: " + refusal);
    assertThat(run(commands)).doesNotContain("would crash");
  }

  @Test
  void virtualEnvironmentsHaveTheirOwnPackages() throws Exception {
    assumeThat(Interpreter.isEmbedded()).isFalse();
    Interpreter.start();
    Path environment = makeEnvironment("--system-site-packages");
    Path packages;
    try (Stream<Path> all = Files.walk(environment)) {
      packages = all.filter(path -> path.endsWith("site-packages")).findFirst().get();
    }
    Files.writeString(packages.resolve("own_package.py"), "x = 1");
    Path python = environment.resolve("bin/python");
    assertThat(run("at=" + python, "prefix=" + python))
        .contains(": true")
        .contains("prefix=" + python + ": " + environment.toRealPath());
    assertThat(
            PythonJvm.of(StartProgram.class, "-Dndbind.test.python=" + python)
                .arguments("start", "import=own_package")
                .run())
        .contains("import=own_package: own_package");
  }

  @Test
  void environmentsWithoutNumpyAreRefused() throws Exception {
    assumeThat(Interpreter.isEmbedded()).isFalse();
    Interpreter.start();
    Path python = makeEnvironment().resolve("bin/python");
    assertThat(run("at=" + python, "start"))
        .contains(python + " has no NumPy: No module named 'numpy'")
        .contains("start: true");
  }

  private Path makeEnvironment(String... options) throws IOException, InterruptedException {
    Path environment = directory.resolve("environment");
    String program = System.getProperty("ndbind.test.python");
    List<String> command =
        Stream.of(
                Stream.of(program, "-m", "venv", "--without-pip"),
                Arrays.stream(options),
                Stream.of(environment.toString()))
            .flatMap(s -> s)
            .toList();
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    return environment;
  }
}
