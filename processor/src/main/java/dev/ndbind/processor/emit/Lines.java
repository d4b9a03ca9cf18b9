package dev.ndbind.processor.emit;

import com.palantir.javapoet.CodeBlock;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Breaks long lines as google-java-format does: first after the parenthesis, and before each dot of
 * a chain. JavaPoet would break wherever the limit happens to be.
 */
final class Lines {
  private static final int LIMIT = 100;

  /** JavaPoet imports classes; what is measured has their packages still. */
  private static final Pattern PACKAGES = Pattern.compile("\\b(?:[a-z_]\\w*\\.)+(?=\\p{Upper})");

  private Lines() {}

  /**
   * A call with arguments.
   *
   * @param head everything before the arguments, with the parenthesis
   * @param arguments without separators
   * @param column where the line begins, and what else is on it
   */
  static CodeBlock call(CodeBlock head, List<CodeBlock> arguments, int column) {
    CodeBlock inLine = arguments.stream().collect(CodeBlock.joining(", "));
    if (arguments.isEmpty() || column + width(head) + width(inLine) + 2 <= LIMIT) {
      return CodeBlock.of("$L$L)", head, inLine);
    }
    boolean fits = column + 4 + width(inLine) + 2 <= LIMIT;
    CodeBlock list = fits ? inLine : arguments.stream().collect(CodeBlock.joining(",\n"));
    return CodeBlock.of("$L\n$L)", head, list);
  }

  /** A call whose result is assigned; the call moves to a line of its own before it is broken. */
  static CodeBlock assignedCall(
      CodeBlock variable, CodeBlock head, List<CodeBlock> arguments, int column) {
    CodeBlock inLine = call(CodeBlock.of("$L = $L", variable, head), arguments, column);
    if (!isBroken(inLine)) {
      return inLine;
    }
    return CodeBlock.of("$L =\n$L", variable, nestedCall(head, arguments, column + 4));
  }

  /** A call within a line that has been broken already: its arguments go one step further in. */
  static CodeBlock nestedCall(CodeBlock head, List<CodeBlock> arguments, int column) {
    CodeBlock indented = CodeBlock.builder().add(head).add("$>$>").build();
    return CodeBlock.builder().add(call(indented, arguments, column)).add("$<$<").build();
  }

  private static boolean isBroken(CodeBlock code) {
    return code.toString().contains("\n");
  }

  /** An assignment in a method, whose value moves to a line of its own if need be. */
  static CodeBlock assignment(CodeBlock variable, CodeBlock value, int column) {
    boolean fits = column + width(variable) + 3 + width(value) + 1 <= LIMIT;
    return CodeBlock.of(fits ? "$L = $L" : "$L =\n$L", variable, value);
  }

  /**
   * The value of a constant: calls that are chained.
   *
   * @param links the first one, and those that begin with a dot
   * @param column what is on the line before it
   */
  static CodeBlock chain(List<CodeBlock> links, int column) {
    CodeBlock inLine = links.stream().collect(CodeBlock.joining(""));
    if (column + width(inLine) + 1 <= LIMIT) {
      return inLine;
    }
    CodeBlock.Builder code = CodeBlock.builder().add("$>$>\n").add(links.getFirst());
    if (6 + width(inLine) + 1 <= LIMIT) {
      links.stream().skip(1).forEach(code::add);
      return code.add("$<$<").build();
    }
    code.add("$>$>");
    links.stream().skip(1).forEach(link -> code.add("\n").add(link));
    return code.add("$<$<$<$<").build();
  }

  /** The width of code in one line, its classes imported. */
  static int width(CodeBlock code) {
    return PACKAGES.matcher(code.toString()).replaceAll("").length();
  }
}
