package dev.ndbind.benchmarks.startup;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;

/** Starts JVMs that run {@link FirstCall}, with and without an AOT cache. */
public final class Starts {
  private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java") + "";

  private final Path directory;
  private final String classPath;

  /**
   * Prepares a class path without directories, from which caches cannot be made.
   *
   * @param directory where archives and caches may be written
   */
  public Starts(Path directory) throws IOException {
    this.directory = Files.createDirectories(directory);
    List<String> archives = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      archives.add(Files.isDirectory(Path.of(entry)) ? archive(entry, archives.size()) : entry);
    }
    this.classPath = String.join(File.pathSeparator, archives);
  }

  private String archive(String classes, int number) {
    Path file = directory.resolve("classes" + number + ".jar");
    ToolProvider jar = ToolProvider.findFirst("jar").orElseThrow();
    int failed = jar.run(System.out, System.err, "-cf", file.toString(), "-C", classes, ".");
    if (failed != 0) {
      throw new IllegalStateException("cannot archive " + classes);
    }
    return file.toString();
  }

  /**
   * Times starts, those with a cache and those without in turn.
   *
   * @param framework {@code arrays}, {@code pytorch} or {@code tensorflow}
   * @param times how many of each
   * @return nanoseconds of each stage, with a cache and without
   */
  public Map<Boolean, Map<Stage, double[]>> time(String framework, int times)
      throws IOException, InterruptedException {
    Path cache = directory.resolve(framework + ".aot");
    run(framework, "-XX:AOTCacheOutput=" + cache, "-Xlog:aot*=off");
    Map<Boolean, Map<Stage, double[]>> found =
        Map.of(true, new EnumMap<>(Stage.class), false, new EnumMap<>(Stage.class));
    for (int time = 0; time < times; time++) {
      add(found.get(true), run(framework, "-XX:AOTCache=" + cache, "-XX:AOTMode=on"), time, times);
      add(found.get(false), run(framework, "-XX:AOTMode=off"), time, times);
    }
    return found;
  }

  private static void add(Map<Stage, double[]> found, double[] stages, int time, int times) {
    for (Stage stage : Stage.values()) {
      found.computeIfAbsent(stage, _ -> new double[times])[time] = stages[stage.ordinal()];
    }
  }

  /** One start: nanoseconds of each stage. */
  private double[] run(String framework, String... options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(JAVA));
    command.addAll(Arrays.asList(options));
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.addAll(List.of("-cp", classPath, FirstCall.class.getName(), framework));
    command.add(Long.toString(System.currentTimeMillis()));
    long begin = System.nanoTime();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exit = process.waitFor();
    long whole = System.nanoTime() - begin;
    List<String> numbers = printed.lines().filter(line -> line.matches("\\d+")).toList();
    if (exit != 0 || numbers.size() != Stage.PROCESS.ordinal()) {
      throw new IOException("a start with %s failed: %s".formatted(framework, printed));
    }
    double[] stages = Arrays.copyOf(numbers.stream().mapToDouble(Double::parseDouble).toArray(), 5);
    stages[Stage.PROCESS.ordinal()] = whole;
    return stages;
  }
}
