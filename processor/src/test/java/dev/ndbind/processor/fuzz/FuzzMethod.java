package dev.ndbind.processor.fuzz;

import dev.ndbind.annotation.Casting;
import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Order;
import dev.ndbind.annotation.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An annotated method, before it is compiled.
 *
 * @param arrays its array parameters, {@code a0}, {@code a1} ...
 * @param sizes its other parameters, which follow
 * @param results none for void, one for an array, two for a record
 */
record FuzzMethod(List<Array> arrays, List<Size> sizes, List<Array> results) {

  /** A parameter that is a number. */
  record Size(String type, String name) {}

  /**
   * An array and its contract. Of a result, only the entries, the order and the dtypes are written.
   *
   * @param type its Java type, without package
   * @param entries of the shape pattern; null if there is no {@code @Layout}
   * @param dtypes as written; empty if they are not
   */
  record Array(
      String name,
      String type,
      List<String> entries,
      Order order,
      Use use,
      Casting casting,
      List<DType> dtypes,
      boolean isNullable) {

    boolean isJavaArray() {
      return type.endsWith("]");
    }

    boolean isSegment() {
      return type.equals("MemorySegment");
    }

    boolean isUntyped() {
      return type.equals("NumpyArray");
    }

    boolean writes() {
      return use == Use.WRITE || use == Use.WRITE_BACK;
    }

    /** What is left of the attributes where there is no {@code @Layout} to write them in. */
    Array settled() {
      return entries != null
          ? this
          : new Array(name, type, null, Order.ANY, Use.READ, Casting.EXACT, List.of(), isNullable);
    }

    /** The entries; any shape if there is no contract. */
    List<String> pattern() {
      return entries == null ? List.of("...") : entries;
    }

    private String layout() {
      if (entries == null) {
        return "";
      }
      StringJoiner layout = new StringJoiner(", ", "@Layout(", ") ");
      layout.add("value = \"" + String.join(" ", entries) + "\"");
      add(layout, "order", order, Order.ANY);
      add(layout, "use", use, Use.READ);
      add(layout, "casting", casting, Casting.EXACT);
      if (!dtypes.isEmpty()) {
        layout.add(
            dtypes.stream()
                .map(dtype -> "DType." + dtype.name())
                .collect(Collectors.joining(", ", "dtype = {", "}")));
      }
      return layout.toString();
    }

    private static void add(StringJoiner layout, String attribute, Enum<?> value, Enum<?> usual) {
      if (value != usual) {
        layout.add(
            "%s = %s.%s".formatted(attribute, value.getDeclaringClass().getSimpleName(), value));
      }
    }

    private String parameter() {
      String nullable = isNullable ? "@Nullable " : "";
      int brackets = type.indexOf('[');
      return brackets < 0
          ? layout() + nullable + type + " " + name
          : layout()
              + type.substring(0, brackets)
              + " "
              + nullable
              + type.substring(brackets)
              + " "
              + name;
    }
  }

  /** A class of this name with the method {@code f}, and the record that it may return. */
  String source(String name) {
    String parameters =
        Stream.concat(
                arrays.stream().map(Array::parameter),
                sizes.stream().map(size -> size.type + " " + size.name))
            .collect(Collectors.joining(", "));
    List<String> names = new ArrayList<>();
    arrays.forEach(array -> names.add("(Object) " + array.name));
    sizes.forEach(size -> names.add(size.name));
    String run = "LabBody.run(" + String.join(", ", names) + ");";
    String type = resultType(name);
    return """
    class %s {
      @AcceptsNumpy
      %sstatic %s f(%s) { %s }
    }
    %s\
    """
        .formatted(
            name,
            results.size() == 1 ? results.getFirst().layout() : "",
            type,
            parameters,
            type.equals("void") ? run : "return (" + type + ") " + run,
            results.size() < 2 ? "" : record(name));
  }

  private String resultType(String name) {
    return switch (results.size()) {
      case 0 -> "void";
      case 1 -> results.getFirst().type;
      default -> "R%s<%s>".formatted(name, results.getFirst().type);
    };
  }

  private String record(String name) {
    return IntStream.range(0, results.size())
        .mapToObj(i -> results.get(i).layout() + "A r" + i)
        .collect(Collectors.joining(", ", "record R" + name + "<A>(", ") {}\n"));
  }
}
