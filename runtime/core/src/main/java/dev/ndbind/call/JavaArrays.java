package dev.ndbind.call;

import dev.ndbind.BoolArray;
import dev.ndbind.NumpyArray;
import java.lang.foreign.MemorySegment;
import java.lang.reflect.Array;

/** Primitive Java arrays of one and two dimensions, to and from arrays. */
final class JavaArrays {
  private JavaArrays() {}

  /** A fresh Java array with the elements of an array of rank 1 or 2. */
  static Object from(NumpyArray array, Class<?> type) {
    Class<?> component = type.getComponentType();
    if (!component.isArray()) {
      return row(array, component);
    }
    Object rows = Array.newInstance(component, Math.toIntExact(array.shape(0)));
    for (int i = 0; i < Array.getLength(rows); i++) {
      Array.set(rows, i, row(array.select(0, i), component.getComponentType()));
    }
    return rows;
  }

  /** The number of dimensions of a class of primitive arrays: 1 or 2. */
  static int rank(Class<?> type) {
    return type.getComponentType().isArray() ? 2 : 1;
  }

  /** Writes the elements of a Java array to an array of its shape in C order. */
  static void to(NumpyArray array, Object javaArray) {
    if (!(javaArray instanceof Object[] rows)) {
      toRow(array, javaArray);
      return;
    }
    for (int i = 0; i < rows.length; i++) {
      toRow(array.select(0, i), rows[i]);
    }
  }

  private static void toRow(NumpyArray array, Object row) {
    if (row instanceof boolean[] truths) {
      for (int i = 0; i < truths.length; i++) {
        ((BoolArray) array).set(i, truths[i]);
      }
    } else {
      array.segment().copyFrom(segment(row));
    }
  }

  /** As many bits as the elements have; unsigned ones keep their bits. */
  private static Object row(NumpyArray array, Class<?> primitive) {
    int length = Math.toIntExact(array.size());
    Object row = Array.newInstance(primitive, length);
    if (row instanceof boolean[] truths) {
      for (int i = 0; i < length; i++) {
        truths[i] = ((BoolArray) array).get(i);
      }
    } else {
      array.copyTo(segment(row));
    }
    return row;
  }

  private static MemorySegment segment(Object array) {
    return switch (array) {
      case byte[] a -> MemorySegment.ofArray(a);
      case short[] a -> MemorySegment.ofArray(a);
      case int[] a -> MemorySegment.ofArray(a);
      case long[] a -> MemorySegment.ofArray(a);
      case float[] a -> MemorySegment.ofArray(a);
      case double[] a -> MemorySegment.ofArray(a);
      default -> throw new IllegalArgumentException("no primitive array: " + array.getClass());
    };
  }
}
