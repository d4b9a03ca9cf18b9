package dev.ndbind.processor.fuzz;

import dev.ndbind.annotation.Casting;
import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Order;
import dev.ndbind.annotation.Use;
import dev.ndbind.processor.fuzz.FuzzMethod.Array;
import dev.ndbind.processor.fuzz.PatternRules.Part;
import dev.ndbind.processor.fuzz.PatternRules.Sizes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** What happens in a call, by the documentation. */
final class CallRules {
  private final FuzzMethod method;
  private final List<Given> given;
  private final Map<String, Long> values;

  private CallRules(FuzzMethod method, List<Given> given, Map<String, Long> values) {
    this.method = method;
    this.given = given;
    this.values = values;
  }

  /** How a call goes, up to the method's body. */
  sealed interface Outcome {
    /** A {@code NullPointerException} that names this parameter. */
    record Null(String name) implements Outcome {}

    /** A {@code ContractException} that names at least these parameters. */
    record Refused(Set<String> names) implements Outcome {}

    /** The method is called; null arguments are seen as null. */
    record Accepted(List<Seen> seen, Sizes sizes) implements Outcome {}
  }

  /**
   * An array as the method sees it.
   *
   * @param byteStrides null if it is a copy
   * @param order of a copy
   */
  record Seen(
      DType dtype,
      List<Long> shape,
      boolean isWritable,
      List<Long> byteStrides,
      Order order,
      List<Long> elements) {
    boolean isView() {
      return byteStrides != null;
    }
  }

  static Outcome of(FuzzMethod method, List<Given> given, Map<String, Long> values) {
    return new CallRules(method, given, values).outcome();
  }

  /** The dtypes that a Java type can hold. */
  static List<DType> possible(Array array) {
    String element = array.type().replace("[]", "").replace("Array", "").toUpperCase(Locale.ROOT);
    return switch (element) {
      case "NUMPY", "MEMORYSEGMENT" -> DType.concrete();
      case "BOOLEAN" -> List.of(DType.BOOL);
      case "BYTE" -> List.of(DType.INT8, DType.UINT8);
      case "SHORT" -> List.of(DType.INT16, DType.UINT16, DType.FLOAT16, DType.BFLOAT16);
      case "INT" -> List.of(DType.INT32, DType.UINT32);
      case "LONG" -> List.of(DType.INT64, DType.UINT64);
      case "FLOAT" -> List.of(DType.FLOAT32);
      case "DOUBLE" -> List.of(DType.FLOAT64);
      default -> List.of(DType.valueOf(element));
    };
  }

  /** The dtypes that a contract accepts, the preferred one first. */
  static List<DType> accepted(Array array) {
    if (!array.dtypes().isEmpty()) {
      return DType.expand(array.dtypes().toArray(DType[]::new));
    }
    return array.isUntyped() ? possible(array) : possible(array).subList(0, 1);
  }

  /** An exact match wins, else the first to which the cast is allowed; null if there is none. */
  static DType target(Array array, DType found) {
    List<DType> accepted = accepted(array);
    return accepted.contains(found)
        ? found
        : accepted.stream()
            .filter(to -> found.canCast(to, array.casting()))
            .findFirst()
            .orElse(null);
  }

  private Outcome outcome() {
    for (int i = 0; i < given.size(); i++) {
      if (given.get(i) == null && !array(i).isNullable()) {
        return new Outcome.Null(array(i).name());
      }
    }
    Set<String> refused = new TreeSet<>();
    List<List<Part>> parts = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      Given found = given.get(i);
      List<Part> divided =
          found == null ? List.of() : PatternRules.divide(array(i).pattern(), found.shape());
      parts.add(divided);
      if (divided == null || (found != null && isRefusedAlone(array(i), found, divided))) {
        refused.add(array(i).name());
      }
      if (found != null && array(i).writes() && isShared(i)) {
        refused.add(array(i).name());
      }
    }
    Sizes sizes = parts.contains(null) ? null : Sizes.of(parts, new HashMap<>(values));
    if (sizes == null || !refused.isEmpty()) {
      return new Outcome.Refused(refused);
    }
    List<Seen> seen = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      Seen one = given.get(i) == null ? null : see(array(i), given.get(i), parts.get(i), sizes);
      seen.add(one);
      if (one != null && array(i).use() == Use.VIEW && !one.isView()) {
        refused.add(array(i).name());
      }
    }
    return refused.isEmpty() ? new Outcome.Accepted(seen, sizes) : new Outcome.Refused(refused);
  }

  private Array array(int i) {
    return method.arrays().get(i);
  }

  /** What no other argument can heal. */
  private static boolean isRefusedAlone(Array array, Given found, List<Part> parts) {
    DType target = target(array, found.dtype());
    if (target == null || !fitsRank(array, found) || hasWrongFixedSize(parts)) {
      return true;
    }
    boolean isWithoutCopy = array.use() == Use.VIEW || array.use() == Use.WRITE;
    if (isWithoutCopy && !isViewable(array, found, found.shape(), found.byteStrides())) {
      return true;
    }
    if (!array.writes()) {
      return false;
    }
    return found.isReadOnly()
        || found.overlapsItself()
        || !target.canCast(found.dtype(), array.casting());
  }

  /** Java arrays have the rank of their type, with a pattern or without. */
  private static boolean fitsRank(Array array, Given found) {
    int rank = array.type().split("\\[", -1).length - 1;
    return !array.isJavaArray() || found.shape().size() == rank;
  }

  private static boolean hasWrongFixedSize(List<Part> parts) {
    return parts.stream()
        .filter(part -> PatternRules.meaning(part.entry()).matches("\\d+"))
        .anyMatch(part ->
            !part.sizes().equals(List.of(Long.parseLong(PatternRules.meaning(part.entry())))));
  }

  private boolean isShared(int written) {
    boolean shared = false;
    for (int i = 0; i < given.size(); i++) {
      shared |= i != written && given.get(i) != null && given.get(written).shares(given.get(i));
    }
    return shared;
  }

  private static boolean isViewable(
      Array array, Given found, List<Long> shape, List<Long> byteStrides) {
    Order order = array.isSegment() ? Order.C : array.order();
    return !array.isJavaArray()
        && target(array, found.dtype()) == found.dtype()
        && found.isAligned()
        && isInOrder(order, shape, byteStrides, found.dtype().itemsize());
  }

  /** NumPy's flags: what has no elements, and axes of length 1, put no demand on strides. */
  static boolean isInOrder(Order order, List<Long> shape, List<Long> byteStrides, long itemsize) {
    if (order == Order.ANY || shape.contains(0L)) {
      return true;
    }
    if (order == Order.CONTIGUOUS) {
      return isInOrder(Order.C, shape, byteStrides, itemsize)
          || isInOrder(Order.F, shape, byteStrides, itemsize);
    }
    long expected = itemsize;
    for (int i = 0; i < shape.size(); i++) {
      int axis = order == Order.F ? i : shape.size() - 1 - i;
      if (shape.get(axis) != 1 && byteStrides.get(axis) != expected) {
        return false;
      }
      expected *= shape.get(axis);
    }
    return true;
  }

  private static Seen see(Array array, Given found, List<Part> parts, Sizes sizes) {
    List<Long> shape = new ArrayList<>();
    List<Integer> from = new ArrayList<>();
    int axis = 0;
    for (Part part : parts) {
      List<Long> whole = Objects.requireNonNull(sizes.see(part));
      int missing = whole.size() - part.sizes().size();
      for (int i = 0; i < whole.size(); i++) {
        shape.add(whole.get(i));
        from.add(i < missing ? -1 : axis + i - missing);
      }
      axis += part.sizes().size();
    }
    List<Long> strides = new ArrayList<>();
    for (int i = 0; i < shape.size(); i++) {
      int source = from.get(i);
      boolean isExpanded = source < 0 || !shape.get(i).equals(found.shape().get(source));
      strides.add(isExpanded ? 0 : found.byteStrides().get(source));
    }
    boolean isView =
        array.use() != Use.COPY
            && array.use() != Use.WRITE_BACK
            && isViewable(array, found, shape, strides);
    return new Seen(
        target(array, found.dtype()),
        shape,
        array.isJavaArray() || array.writes() || array.use() == Use.COPY,
        isView ? strides : null,
        array.order() == Order.F ? Order.F : Order.C,
        elements(found, shape, from));
  }

  private static List<Long> elements(Given found, List<Long> shape, List<Integer> from) {
    List<Long> all = found.elements();
    List<Integer> places = List.of(0);
    int[] steps = new int[found.shape().size()];
    int step = 1;
    for (int axis = steps.length - 1; axis >= 0; axis--) {
      steps[axis] = found.shape().get(axis) == 1 ? 0 : step;
      step *= Math.toIntExact(found.shape().get(axis));
    }
    for (int i = 0; i < shape.size(); i++) {
      List<Integer> longer = new ArrayList<>();
      for (int place : places) {
        for (int at = 0; at < shape.get(i); at++) {
          longer.add(place + (from.get(i) < 0 ? 0 : at * steps[from.get(i)]));
        }
      }
      places = longer;
    }
    return places.stream().map(all::get).toList();
  }

  /** Whether a contract for a result accepts an array; names bound by it are bound in the sizes. */
  static boolean acceptsResult(
      Array result, DType dtype, List<Long> shape, List<Long> byteStrides, Sizes sizes) {
    return accepted(result).contains(dtype)
        && sizes.fitsResult(result.pattern(), shape)
        && isInOrder(result.order(), shape, byteStrides, dtype.itemsize());
  }

  /** Casting of results is never allowed. */
  static Array result(
      String name, String type, List<String> entries, Order order, List<DType> dtypes) {
    return new Array(name, type, entries, order, Use.READ, Casting.EXACT, dtypes, false);
  }
}
