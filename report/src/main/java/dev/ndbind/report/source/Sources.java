package dev.ndbind.report.source;

import dev.ndbind.report.plan.ReportException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.SourceVersion;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Directories of sources, in which methods are looked for. */
public final class Sources {
  private final List<Path> directories;
  private final @Nullable JavaCompiler compiler;
  private final Map<Path, ParsedSource> parsed = new HashMap<>();

  private Sources(List<Path> directories, @Nullable JavaCompiler compiler) {
    this.directories = directories;
    this.compiler = compiler;
  }

  /**
   * Sources below some directories.
   *
   * @param directories the first that has a file wins; may be empty
   * @return where nothing has been read yet
   */
  public static Sources in(List<Path> directories) {
    for (Path directory : directories) {
      if (!Files.isDirectory(directory)) {
        throw new ReportException(directory + ": no such directory of sources");
      }
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null && !directories.isEmpty()) {
      throw new ReportException("sources are read by the compiler's parser: run on a JDK");
    }
    return new Sources(List.copyOf(directories), compiler);
  }

  /**
   * Looks for a method.
   *
   * @param type the qualified name of its class
   * @param method its name and the simple names of its parameters' types
   * @return where it is, if it is there
   * @throws IOException if a file cannot be read
   */
  public Optional<SourceLine> find(String type, String method) throws IOException {
    List<String> names = List.of(type.split("\\."));
    if (!names.stream().allMatch(SourceVersion::isIdentifier)) {
      return Optional.empty();
    }
    // A name does not tell its packages from its classes; the file does.
    for (int outermost = names.size(); outermost > 0; outermost--) {
      String path = String.join("/", names.subList(0, outermost)) + ".java";
      Optional<ParsedSource> source = source(path);
      if (source.isPresent()) {
        List<String> types = names.subList(outermost - 1, names.size());
        return source.get().find(types, Signature.parse(method));
      }
    }
    return Optional.empty();
  }

  private Optional<ParsedSource> source(String path) throws IOException {
    for (Path directory : directories) {
      Path file = directory.resolve(path);
      if (Files.isRegularFile(file)) {
        return Optional.of(parsed(file, path));
      }
    }
    return Optional.empty();
  }

  private ParsedSource parsed(Path file, String path) throws IOException {
    ParsedSource known = parsed.get(file);
    if (known == null) {
      SourceFile source = new SourceFile(path, text(file));
      known = ParsedSource.of(source, Objects.requireNonNull(compiler));
      parsed.put(file, known);
    }
    return known;
  }

  private static String text(Path file) throws IOException {
    try {
      return Files.readString(file);
    } catch (CharacterCodingException notText) {
      throw new ReportException(file + ": not UTF-8", notText);
    }
  }
}
