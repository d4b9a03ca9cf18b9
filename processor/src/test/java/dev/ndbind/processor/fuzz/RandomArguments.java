package dev.ndbind.processor.fuzz;

import dev.ndbind.NumpyArray;
import dev.ndbind.annotation.Casting;
import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Order;
import dev.ndbind.processor.Elements;
import dev.ndbind.processor.LabTensor;
import dev.ndbind.processor.fuzz.FuzzMethod.Array;
import dev.ndbind.processor.fuzz.PatternRules.Kind;
import dev.ndbind.processor.fuzz.PatternRules.Part;
import dev.ndbind.processor.fuzz.PatternRules.Sizes;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Random arguments for one call, most of which fit. */
final class RandomArguments {
  private final Random random;
  private final FuzzMethod method;
  private final boolean asTensors;
  private final Sizes sizes;

  RandomArguments(Random random, FuzzMethod method, boolean asTensors, Map<String, Long> values) {
    this.random = random;
    this.method = method;
    this.asTensors = asTensors;
    this.sizes = new Sizes(new HashMap<>(), new HashMap<>(), values);
    for (String name : List.of("n", "m", "p")) {
      sizes
          .axes()
          .put(name, (long) random.nextInt(random.nextInt(4) == 0 ? 5 : 3) + random.nextInt(2));
    }
    sizes.runs().put("batch", shape(random.nextInt(3)));
    sizes.runs().put("rest", shape(random.nextInt(3)));
  }

  private List<Long> shape(int rank) {
    return LongStream.range(0, rank).map(_ -> size()).boxed().toList();
  }

  private long size() {
    return random.nextInt(8) == 0 ? 0 : 1 + random.nextInt(3);
  }

  List<Given> next() {
    List<Given> given = new ArrayList<>();
    for (Array array : method.arrays()) {
      given.add(argument(array, given));
    }
    return given;
  }

  private Given argument(Array array, List<Given> before) {
    if (random.nextInt(array.isNullable() ? 4 : 60) == 0) {
      return null;
    }
    if (!before.isEmpty() && random.nextInt(8) == 0) {
      Given again = before.get(random.nextInt(before.size()));
      if (again != null && isPassable(array, again)) {
        return again;
      }
    }
    List<Long> shape = fittingShape(array);
    DType dtype = dtype(array);
    if (asTensors) {
      return tensor(dtype, shape, array.casting() == Casting.EXACT && dtype.isInteger());
    }
    if (array.isJavaArray()) {
      return javaArray(array, dtype, shape);
    }
    return array.isSegment() ? segment(dtype, shape) : array(dtype, shape);
  }

  private boolean isPassable(Array array, Given again) {
    if (asTensors) {
      return array.casting() == Casting.EXACT || hasSmallElements(again);
    }
    return again.value() instanceof NumpyArray
        && !array.isJavaArray()
        && !array.isSegment()
        && (isOpen(array) || CallRules.possible(array).contains(again.dtype()));
  }

  /** Elements that overlap in part have values that not every dtype can hold. */
  private static boolean hasSmallElements(Given given) {
    return given.dtype().isComplex()
        || given.elements().stream().allMatch(element -> 0 <= element && element < 100);
  }

  /** Whether the overload of arrays takes every class of array here. */
  private static boolean isOpen(Array array) {
    return array.isUntyped() || array.casting() != Casting.EXACT;
  }

  private DType dtype(Array array) {
    if (!asTensors && (array.isJavaArray() || array.isSegment())) {
      return CallRules.accepted(array).getFirst();
    }
    boolean isOpen = asTensors || isOpen(array);
    if (isOpen && random.nextInt(array.casting() == Casting.EXACT ? 8 : 2) == 0) {
      return DType.concrete().get(random.nextInt(DType.concrete().size()));
    }
    List<DType> accepted = isOpen ? CallRules.accepted(array) : CallRules.possible(array);
    return accepted.get(random.nextInt(accepted.size()));
  }

  private List<Long> fittingShape(Array array) {
    List<Long> shape = new ArrayList<>();
    for (String entry : array.pattern()) {
      shape.addAll(fitting(entry));
    }
    if (!shape.isEmpty() && random.nextInt(8) == 0) {
      shape.set(random.nextInt(shape.size()), (long) random.nextInt(4));
    }
    if (random.nextInt(25) == 0) {
      shape.add(random.nextInt(shape.size() + 1), 1L);
    }
    return shape;
  }

  private List<Long> fitting(String entry) {
    Kind kind = PatternRules.kind(entry);
    return switch (kind) {
      case ANY -> List.of(size());
      case SEVERAL -> shape(random.nextInt(3));
      case RUN -> sizes.runs().get(PatternRules.name(entry));
      case BROADCAST_RUN -> narrowed(sizes.runs().get(PatternRules.name(entry)));
      case BROADCAST ->
          List.of(random.nextBoolean() ? 1L : sizes.axes().get(PatternRules.name(entry)));
      case NAMED, EXPRESSION ->
          LongStream.range(0, 20)
              .mapToObj(size -> List.of(size))
              .filter(size -> sizes.see(new Part(entry, size)) != null)
              .findFirst()
              .orElse(List.of(size()));
    };
  }

  private List<Long> narrowed(List<Long> run) {
    List<Long> narrow = new ArrayList<>(run.subList(random.nextInt(run.size() + 1), run.size()));
    narrow.replaceAll(size -> random.nextInt(3) == 0 ? 1L : size);
    return narrow;
  }

  /**
   * Any strides: dense, with gaps, negative, 0, overlapping, and nonsense where nobody looks.
   *
   * @param mayBeHalf whether elements may overlap in part, which leaves them any value
   */
  private Given tensor(DType dtype, List<Long> shape, boolean mayBeHalf) {
    int itemsize = dtype.itemsize();
    long[] strides = new long[shape.size()];
    List<Integer> axes = new ArrayList<>(IntStream.range(0, strides.length).boxed().toList());
    if (random.nextInt(3) == 0) {
      java.util.Collections.shuffle(axes, random);
    }
    if (random.nextInt(4) == 0) {
      axes = axes.reversed();
    }
    boolean hasGaps = random.nextInt(4) == 0;
    long step = itemsize;
    for (int axis : axes.reversed()) {
      step *= hasGaps ? 1 + random.nextInt(2) : 1;
      strides[axis] = step * (random.nextInt(10) == 0 ? -1 : 1);
      step *= Math.max(1, shape.get(axis));
      if (random.nextInt(12) == 0) {
        int half = random.nextInt(4);
        strides[axis] = (mayBeHalf ? half : half / 2 * 2) * (long) itemsize / 2;
      }
    }
    return tensor(dtype, shape, strides);
  }

  private Given tensor(DType dtype, List<Long> shape, long[] strides) {
    long lowest = 0;
    long highest = dtype.itemsize();
    for (int axis = 0; axis < strides.length; axis++) {
      long span = Math.max(0, shape.get(axis) - 1) * strides[axis];
      lowest += Math.min(0, span);
      highest += Math.max(0, span);
      if (shape.get(axis) < 2 && random.nextInt(4) == 0) {
        strides[axis] = random.nextLong(-500, 500);
      }
    }
    long misalignment = random.nextInt(15) == 0 ? 1 : 0;
    long offset = misalignment - lowest;
    MemorySegment memory = Arena.ofAuto().allocate(offset + highest + 16, 64);
    boolean isReadOnly = random.nextInt(10) == 0;
    long[] sizes = shape.stream().mapToLong(Long::longValue).toArray();
    LabTensor tensor = new LabTensor(dtype, memory, offset, sizes, strides, isReadOnly);
    List<Long> list = Arrays.stream(strides).boxed().toList();
    return filled(new Given(tensor, dtype, shape, list, memory, offset, isReadOnly));
  }

  private Given filled(Given given) {
    for (long at : given.offsets()) {
      Elements.write(given.dtype(), given.memory(), at, number(given.dtype()));
    }
    return given;
  }

  private long number(DType dtype) {
    return Elements.fitting(dtype, random.nextInt(1000));
  }

  /** An array that has gone through what users do: transposed, sliced, reversed. */
  private Given array(DType dtype, List<Long> shape) {
    int rank = shape.size();
    List<Integer> permutation = new ArrayList<>(IntStream.range(0, rank).boxed().toList());
    if (random.nextInt(3) == 0) {
      java.util.Collections.shuffle(permutation, random);
    }
    long[] base = new long[rank];
    long[] steps = new long[rank];
    boolean isSliced = random.nextInt(3) == 0;
    for (int i = 0; i < rank; i++) {
      steps[i] = isSliced ? 1 + random.nextInt(2) : 1;
      base[i] = shape.get(permutation.get(i)) * steps[i] + (isSliced ? random.nextInt(2) : 0);
    }
    NumpyArray whole = Elements.zeros(dtype, base);
    MemorySegment memory = whole.segment();
    NumpyArray array = whole;
    long offset = 0;
    for (int i = 0; i < rank; i++) {
      long size = shape.get(permutation.get(i));
      long start = Math.min(base[i] - size * steps[i], 1);
      offset += start * array.byteStrides()[i];
      array = array.slice(i, start, start + size * steps[i], steps[i]);
      if (random.nextInt(10) == 0) {
        offset += Math.max(0, size - 1) * array.byteStrides()[i];
        array = array.flip(i);
      }
    }
    int[] back = new int[rank];
    IntStream.range(0, rank).forEach(i -> back[permutation.get(i)] = i);
    array = array.transpose(back);
    array = random.nextInt(10) == 0 ? array.asReadOnly() : array;
    if (random.nextInt(4) == 0) {
      array = array.copy(random.nextBoolean() ? Order.C : Order.F);
      memory = array.transpose(order(array)).segment();
      offset = 0;
    }
    List<Long> strides = Arrays.stream(array.byteStrides()).boxed().toList();
    return filled(new Given(array, dtype, shape, strides, memory, offset, !array.isWritable()));
  }

  /** The axes in the order in which a dense array is in C order. */
  private static int[] order(NumpyArray array) {
    int rank = array.rank();
    return IntStream.range(0, rank)
        .map(i -> array.isContiguous(Order.C) ? i : rank - 1 - i)
        .toArray();
  }

  private Given segment(DType dtype, List<Long> shape) {
    long count = shape.isEmpty() ? 1 : shape.getFirst();
    long offset = random.nextInt(8) == 0 ? 1 : 0;
    MemorySegment memory = Arena.ofAuto().allocate(count * dtype.itemsize() + offset, 64);
    boolean isReadOnly = random.nextInt(8) == 0;
    MemorySegment part = memory.asSlice(offset);
    Given given =
        new Given(
            isReadOnly ? part.asReadOnly() : part,
            dtype,
            List.of(count),
            List.of((long) dtype.itemsize()),
            memory,
            offset,
            isReadOnly);
    return filled(given);
  }

  private Given javaArray(Array array, DType dtype, List<Long> shape) {
    boolean isMatrix = array.type().endsWith("[][]");
    int rows = shape.isEmpty() ? 1 : Math.toIntExact(shape.getFirst());
    int columns = shape.size() < 2 || rows == 0 ? 0 : Math.toIntExact(shape.get(1));
    Class<?> element = dtype == DType.BOOL ? boolean.class : primitive(array.type());
    Object value;
    if (isMatrix) {
      Object[] matrix = (Object[]) java.lang.reflect.Array.newInstance(element, rows, columns);
      for (Object row : matrix) {
        fill(row, dtype);
      }
      if (rows > 1 && random.nextInt(8) == 0) {
        matrix[1] = matrix[0];
      }
      value = matrix;
    } else {
      value = java.lang.reflect.Array.newInstance(element, rows);
      fill(value, dtype);
    }
    List<Long> found = isMatrix ? List.of((long) rows, (long) columns) : List.of((long) rows);
    return new Given(value, dtype, found, found, null, 0, false);
  }

  private static Class<?> primitive(String type) {
    return switch (type.replace("[]", "")) {
      case "byte" -> byte.class;
      case "short" -> short.class;
      case "int" -> int.class;
      case "long" -> long.class;
      case "float" -> float.class;
      default -> double.class;
    };
  }

  private void fill(Object row, DType dtype) {
    for (int i = 0; i < java.lang.reflect.Array.getLength(row); i++) {
      Elements.setRow(row, i, number(dtype));
    }
  }
}
