package dev.ndbind.report.plan;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds copy plans in class directories and archives. */
public final class PlanFiles {
  private static final String DIRECTORY = "META-INF/ndbind";

  /** By name, so that the page does not depend on the order of files. */
  private final TreeMap<String, AdapterCopies> adapters = new TreeMap<>();

  private PlanFiles() {}

  /**
   * Reads all plans.
   *
   * @param paths class directories, archives and single files
   * @return by the adapters' names
   * @throws IOException if a file cannot be read
   */
  public static List<AdapterCopies> read(List<Path> paths) throws IOException {
    PlanFiles files = new PlanFiles();
    for (Path path : paths) {
      files.add(path);
    }
    if (files.adapters.isEmpty()) {
      throw new ReportException(
          "no copy plan in %s; the annotation processor writes them to %s/*.json"
              .formatted(listed(paths), DIRECTORY));
    }
    return List.copyOf(files.adapters.values());
  }

  private static String listed(List<Path> paths) {
    return paths.stream().map(Path::toString).collect(Collectors.joining(", "));
  }

  private void add(Path path) throws IOException {
    if (!Files.exists(path)) {
      throw new ReportException(path + ": no such file or directory");
    }
    if (Files.isDirectory(path)) {
      addDirectory(path.resolve(DIRECTORY), path.toString());
    } else if (path.toString().endsWith(".json")) {
      addFile(path, path.toString());
    } else {
      addArchive(path);
    }
  }

  private void addArchive(Path path) throws IOException {
    try (FileSystem archive = FileSystems.newFileSystem(path)) {
      addDirectory(archive.getPath("/", DIRECTORY), path.toString());
    } catch (ProviderNotFoundException | IOException notAnArchive) {
      throw new ReportException(
          path + ": neither a class directory nor a jar nor a .json file", notAnArchive);
    }
  }

  private void addDirectory(Path directory, String place) throws IOException {
    if (!Files.isDirectory(directory)) {
      return;
    }
    for (Path plan : plans(directory)) {
      addFile(plan, "%s: %s/%s".formatted(place, DIRECTORY, plan.getFileName()));
    }
  }

  private static List<Path> plans(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  private void addFile(Path file, String place) throws IOException {
    AdapterCopies read = PlanReader.read(text(file, place), place);
    AdapterCopies known = adapters.putIfAbsent(read.adapter(), read);
    if (known != null && !known.equals(read)) {
      throw new ReportException(
          "%s: there is another plan of %s, which differs".formatted(place, read.adapter()));
    }
  }

  private static String text(Path file, String place) throws IOException {
    try {
      return Files.readString(file);
    } catch (CharacterCodingException notText) {
      throw new ReportException(place + ": not a copy plan: not UTF-8", notText);
    }
  }
}
