package dev.ndbind.report.source;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import org.jspecify.annotations.Nullable;

/**
 * One source file as the compiler's parser sees it. Nothing is resolved, so nothing need compile.
 */
final class ParsedSource {
  private final SourceFile file;
  private final CompilationUnitTree unit;
  private final SourcePositions positions;

  private ParsedSource(SourceFile file, CompilationUnitTree unit, SourcePositions positions) {
    this.file = file;
    this.unit = unit;
    this.positions = positions;
  }

  static ParsedSource of(SourceFile file, JavaCompiler compiler) throws IOException {
    // What does not parse is left out, and methods in it are not found: the listener has nothing to
    // say.
    JavacTask task =
        (JavacTask)
            compiler.getTask(
                null, null, problem -> {}, List.of("-proc:none"), null, List.of(new Text(file)));
    CompilationUnitTree unit = task.parse().iterator().next();
    return new ParsedSource(file, unit, Trees.instance(task).getSourcePositions());
  }

  /**
   * The line with the name of a method.
   *
   * @param types the class, from the outermost
   * @param wanted the method
   */
  Optional<SourceLine> find(List<String> types, Signature wanted) {
    return type(types)
        .flatMap(type -> method(type, wanted))
        .map(method -> new SourceLine(file, line(method)));
  }

  private Optional<ClassTree> type(List<String> names) {
    List<? extends Tree> members = unit.getTypeDecls();
    @Nullable ClassTree found = null;
    for (String name : names) {
      found =
          classes(members)
              .filter(type -> type.getSimpleName().contentEquals(name))
              .findFirst()
              .orElse(null);
      members = found == null ? List.of() : found.getMembers();
    }
    return Optional.ofNullable(found);
  }

  private static Stream<ClassTree> classes(List<? extends Tree> members) {
    return members.stream().filter(ClassTree.class::isInstance).map(ClassTree.class::cast);
  }

  /** Type variables may be written in another way, so a method that has no rival need not match. */
  private static Optional<MethodTree> method(ClassTree type, Signature wanted) {
    List<MethodTree> namesakes =
        type.getMembers().stream()
            .filter(MethodTree.class::isInstance)
            .map(MethodTree.class::cast)
            .filter(method -> method.getName().contentEquals(wanted.name()))
            .filter(method -> method.getParameters().size() == wanted.types().size())
            .toList();
    return namesakes.stream()
        .filter(method -> Signature.of(method).equals(wanted))
        .findFirst()
        .or(() -> namesakes.size() == 1 ? Optional.of(namesakes.getFirst()) : Optional.empty());
  }

  private int line(MethodTree method) {
    long start = positions.getEndPosition(unit, method.getReturnType());
    Matcher name =
        Pattern.compile("\\b" + Pattern.quote(method.getName().toString()) + "\\s*\\(")
            .matcher(file.text());
    long position = name.find((int) Math.max(0, start)) ? name.start() : start;
    return (int) unit.getLineMap().getLineNumber(position);
  }

  private static final class Text extends SimpleJavaFileObject {
    private final SourceFile file;

    Text(SourceFile file) {
      super(URI.create("string:///Source.java"), JavaFileObject.Kind.SOURCE);
      this.file = file;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return file.text();
    }
  }
}
