package dev.ndbind;

import java.lang.reflect.Array;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Java arrays of Java arrays, of any depth: one level for each axis. */
final class Nested {
  private Nested() {}

  /**
   * The sizes that the first rows have; others are looked at when they are copied.
   *
   * @param element the type of the innermost arrays' elements
   * @param parts how many of these make one element of the array
   */
  static long[] shape(Object[] nested, Class<?> element, int parts) {
    long[] shape = new long[rank(nested.getClass(), element)];
    Object row = nested;
    for (int axis = 0; axis < shape.length && row != null; axis++) {
      shape[axis] = Array.getLength(row);
      row = row instanceof Object[] rows && rows.length > 0 ? rows[0] : null;
    }
    int last = shape.length - 1;
    if (shape[last] % parts != 0) {
      throw new IllegalArgumentException(
          "the innermost rows have %d elements, expected pairs".formatted(shape[last]));
    }
    shape[last] /= parts;
    long _ = copy(nested, shape, null, parts, 0, 0, new int[shape.length]); // Before allocating.
    return shape;
  }

  private static int rank(Class<?> type, Class<?> element) {
    int rank = 0;
    Class<?> component = type;
    while (component.isArray()) {
      component = component.getComponentType();
      rank++;
    }
    if (component != element) {
      throw new IllegalArgumentException(
          "%s has elements of %s, expected %s"
              .formatted(type.getSimpleName(), component.getSimpleName(), element));
    }
    return rank;
  }

  /**
   * Copies all rows to an array of their shape.
   *
   * @throws IllegalArgumentException at the first row of another length
   */
  static void copy(Object[] nested, NumpyArray array, int parts) {
    long _ = copy(nested, array.shape, array, parts, 0, 0, new int[array.rank]);
  }

  /** Returns the position behind the last element; without an array, only looks at the rows. */
  private static long copy(
      @Nullable Object row,
      long[] shape,
      @Nullable NumpyArray array,
      int parts,
      int axis,
      long position,
      int[] index) {
    boolean isInnermost = axis == shape.length - 1;
    long expected = shape[axis] * (isInnermost ? parts : 1);
    if (row == null || Array.getLength(row) != expected) {
      throw ragged(index, axis, expected, row);
    }
    if (isInnermost) {
      if (array != null) {
        array.put(position, row);
      }
      return position + shape[axis];
    }
    long next = position;
    Object[] rows = (Object[]) row;
    for (int i = 0; i < rows.length; i++) {
      index[axis] = i;
      next = copy(rows[i], shape, array, parts, axis + 1, next, index);
    }
    return next;
  }

  private static IllegalArgumentException ragged(
      int[] index, int depth, long expected, @Nullable Object row) {
    StringBuilder place = new StringBuilder();
    Arrays.stream(index).limit(depth).forEach(i -> place.append('[').append(i).append(']'));
    return new IllegalArgumentException(
        row == null
            ? "row %s is null".formatted(place)
            : "the rows are ragged: %s has %d elements, the first of its kind has %d"
                .formatted(place, Array.getLength(row), expected));
  }

  /** A fresh Java array of a type. */
  static <T> T from(NumpyArray array, Class<T> type, Class<?> element) {
    if (!type.isArray() || rank(type, element) != array.rank) {
      throw new IllegalArgumentException(
          "an array of rank %d is no %s".formatted(array.rank, type.getSimpleName()));
    }
    return type.cast(from(array, type));
  }

  private static Object from(NumpyArray array, Class<?> type) {
    if (array.rank == 1) {
      return array.toJavaArray();
    }
    long length = array.shape[0];
    if (length > Integer.MAX_VALUE - 8) {
      throw new IllegalStateException(length + " rows are more than a Java array holds");
    }
    Class<?> component = type.getComponentType();
    Object rows = Array.newInstance(component, (int) length);
    for (int i = 0; i < length; i++) {
      Array.set(rows, i, from(array.select(0, i), component));
    }
    return rows;
  }
}
