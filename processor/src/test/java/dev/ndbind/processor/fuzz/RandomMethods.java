package dev.ndbind.processor.fuzz;

import dev.ndbind.annotation.Casting;
import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Order;
import dev.ndbind.annotation.Use;
import dev.ndbind.processor.fuzz.FuzzMethod.Array;
import dev.ndbind.processor.fuzz.FuzzMethod.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Random annotated methods, most of which make sense. */
final class RandomMethods {
  private static final List<String> TYPED =
      List.of(
          "Float32Array",
          "Float64Array",
          "Int8Array",
          "Int32Array",
          "Int64Array",
          "UInt8Array",
          "UInt16Array",
          "BoolArray",
          "Float16Array",
          "BFloat16Array",
          "Complex64Array",
          "Complex128Array");

  private static final List<String> JAVA =
      List.of(
          "float[]",
          "double[][]",
          "byte[]",
          "boolean[]",
          "boolean[][]",
          "int[][]",
          "long[]",
          "short[]");

  private final Random random;

  RandomMethods(Random random) {
    this.random = random;
  }

  FuzzMethod next() {
    List<Array> arrays = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      arrays.add(argument("a" + arrays.size()));
    }
    return new FuzzMethod(arrays, sizes(), results());
  }

  private List<Size> sizes() {
    List<Size> sizes = new ArrayList<>();
    if (random.nextInt(10) > 0) {
      sizes.add(new Size(random.nextInt(20) == 0 ? "short" : pick("int", "long"), "k"));
    }
    if (random.nextInt(25) == 0) {
      sizes.add(new Size("int", "n"));
    }
    return sizes;
  }

  private Array argument(String name) {
    String type = type();
    return new Array(
            name,
            type,
            random.nextInt(12) == 0 ? null : entries(),
            random.nextInt(3) == 0 ? pick(Order.values()) : Order.ANY,
            random.nextInt(2) == 0 ? pick(Use.values()) : Use.READ,
            random.nextInt(3) == 0 ? pick(Casting.values()) : Casting.EXACT,
            dtypes(type),
            random.nextInt(6) == 0)
        .settled();
  }

  private String type() {
    return switch (random.nextInt(20)) {
      case 0, 1, 2, 3, 4, 5 -> "NumpyArray";
      case 6, 7, 8 -> pick(JAVA);
      case 9 -> "MemorySegment";
      default -> pick(TYPED);
    };
  }

  private List<DType> dtypes(String type) {
    return switch (type) {
      case "NumpyArray" ->
          random.nextInt(3) == 0
              ? List.of()
              : Stream.generate(() -> pick(DType.values()))
                  .limit(1 + random.nextInt(3))
                  .distinct()
                  .toList();
      case "MemorySegment" -> random.nextInt(15) == 0 ? List.of() : List.of(pick(DType.concrete()));
      case "byte[]" -> random.nextBoolean() ? List.of() : List.of(DType.UINT8);
      default -> random.nextInt(25) == 0 ? List.of(pick(DType.FLOAT32, DType.INTEGER)) : List.of();
    };
  }

  private List<String> entries() {
    List<String> entries = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      entries.add(entry());
    }
    for (int i = random.nextInt(30) == 0 ? 2 : random.nextInt(2); i > 0; i--) {
      entries.add(random.nextInt(entries.size() + 1), pick(Grammar.SEVERAL_AXES));
    }
    return entries;
  }

  private String entry() {
    return switch (random.nextInt(30)) {
      case 0 -> pick(Grammar.ODD);
      case 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 -> pick("n", "m");
      default -> pick(Grammar.ONE_AXIS);
    };
  }

  private List<Array> results() {
    int count = random.nextInt(4) - 1;
    List<Array> results = new ArrayList<>();
    String type = random.nextInt(3) == 0 ? "NumpyArray" : pick(TYPED);
    for (int i = 0; i < count; i++) {
      boolean hasContract = random.nextInt(6) > 0;
      results.add(
          CallRules.result(
              "r" + i,
              type,
              hasContract ? resultEntries() : null,
              hasContract && random.nextInt(3) == 0 ? pick(Order.values()) : Order.ANY,
              hasContract ? dtypes(type) : List.of()));
    }
    return results;
  }

  private List<String> resultEntries() {
    List<String> entries = entries();
    if (random.nextInt(10) > 0) {
      entries.replaceAll(entry -> entry.replace("#", ""));
    }
    return entries;
  }

  @SafeVarargs
  private <T> T pick(T... from) {
    return from[random.nextInt(from.length)];
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
