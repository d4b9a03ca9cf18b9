package dev.ndbind.call;

import dev.ndbind.annotation.DType;
import dev.ndbind.internal.memory.Strides;
import java.lang.reflect.Array;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A primitive array of one or two dimensions, given to the overload that declares it. It is never
 * brought to native memory: the method gets a fresh Java array of the same kind.
 */
final class JavaArrayDescription extends TensorDescription {
  private final Object array;

  private JavaArrayDescription(Object array, DType dtype, long[] shape) {
    super(dtype, 0, shape, Strides.c(shape, dtype.itemsize()));
    this.array = array;
  }

  static TensorDescription of(Object array, DType dtype) {
    int length = Array.getLength(array);
    if (!(array instanceof Object[] rows)) {
      return new JavaArrayDescription(array, dtype, new long[] {length});
    }
    int width = -1;
    for (int i = 0; i < length; i++) {
      if (rows[i] == null) {
        return refused("has no row " + i + ": it is null");
      }
      int found = Array.getLength(rows[i]);
      if (width >= 0 && found != width) {
        return refused(
            "is jagged: row 0 has %d elements, row %d has %d".formatted(width, i, found));
      }
      width = found;
    }
    return new JavaArrayDescription(array, dtype, new long[] {length, Math.max(0, width)});
  }

  @Override
  public Object tensor() {
    return array;
  }

  @Override
  protected String framework() {
    return NumpyArrays.FRAMEWORK;
  }

  @Override
  protected @Nullable String whyReadOnly() {
    List<Object> rows = rows();
    boolean isDistinct = identities(rows).size() == rows.size();
    return isDistinct ? null : "two of its rows are the same Java array";
  }

  /** Whether a row of this array is one of another. */
  boolean shares(TensorDescription other) {
    return other instanceof JavaArrayDescription java
        && !Collections.disjoint(identities(rows()), java.rows());
  }

  private static Set<Object> identities(List<Object> rows) {
    Set<Object> identities = Collections.newSetFromMap(new IdentityHashMap<>());
    identities.addAll(rows);
    return identities;
  }

  /** The arrays that hold the elements, without empty ones. */
  private List<Object> rows() {
    List<Object> rows = array instanceof Object[] several ? List.of(several) : List.of(array);
    return rows.stream().filter(row -> Array.getLength(row) > 0).toList();
  }

  /**
   * A copy that shares nothing with the caller's array, axes of size 1 expanded as in the shape.
   */
  Object fresh(long[] seen) {
    return copyOf(array, seen, 0);
  }

  private static Object copyOf(Object array, long[] seen, int axis) {
    int found = Array.getLength(array);
    int length = Math.toIntExact(seen[axis]);
    Object copy = Array.newInstance(array.getClass().getComponentType(), length);
    if (array instanceof Object[] rows) {
      for (int i = 0; i < length; i++) {
        Array.set(copy, i, copyOf(rows[found == length ? i : 0], seen, axis + 1));
      }
    } else if (found == length) {
      System.arraycopy(array, 0, copy, 0, length);
    } else {
      for (int i = 0; i < length; i++) {
        System.arraycopy(array, 0, copy, i, 1);
      }
    }
    return copy;
  }

  /** Copies what the method has made of the fresh array to the caller's. */
  void take(Object changed) {
    if (array instanceof Object[] rows) {
      for (int i = 0; i < rows.length; i++) {
        System.arraycopy(Array.get(changed, i), 0, rows[i], 0, Array.getLength(rows[i]));
      }
    } else {
      System.arraycopy(changed, 0, array, 0, Array.getLength(array));
    }
  }
}
