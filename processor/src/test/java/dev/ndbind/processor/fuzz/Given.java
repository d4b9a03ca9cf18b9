package dev.ndbind.processor.fuzz;

import dev.ndbind.annotation.DType;
import dev.ndbind.processor.Elements;
import java.lang.foreign.MemorySegment;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is passed for one array, and how it lies in memory.
 *
 * @param value an array, a tensor of the laboratory, a segment or a Java array
 * @param byteStrides one for each axis; those of a Java array mean nothing
 * @param memory what holds the elements; null for a Java array
 * @param offset of element [0, ..., 0], in bytes
 */
record Given(
    Object value,
    DType dtype,
    List<Long> shape,
    List<Long> byteStrides,
    MemorySegment memory,
    long offset,
    boolean isReadOnly) {

  boolean isJavaArray() {
    return memory == null;
  }

  /** In C order. */
  List<Long> elements() {
    return isJavaArray()
        ? Elements.of(value, dtype)
        : offsets().stream().map(at -> Elements.read(dtype, memory, at)).toList();
  }

  /** Where the elements are in the memory, in C order. */
  List<Long> offsets() {
    List<Long> offsets = List.of(offset);
    for (int axis = 0; axis < shape.size(); axis++) {
      List<Long> longer = new ArrayList<>();
      for (long start : offsets) {
        for (long i = 0; i < shape.get(axis); i++) {
          longer.add(start + i * byteStrides.get(axis));
        }
      }
      offsets = longer;
    }
    return offsets;
  }

  boolean isAligned() {
    return (memory.address() + offset) % dtype.alignment() == 0;
  }

  /** Whether two of the elements are in one place, wholly or in part. */
  boolean overlapsItself() {
    return isJavaArray()
        ? rows().size() != new HashSet<>(rows()).size()
        : bytes().size() != offsets().size() * dtype.itemsize();
  }

  boolean shares(Given other) {
    if (isJavaArray() || other.isJavaArray()) {
      return isJavaArray()
          && other.isJavaArray()
          && rows().stream().anyMatch(other.rows()::contains);
    }
    return bytes().stream().anyMatch(other.bytes()::contains);
  }

  private Set<Long> bytes() {
    Set<Long> bytes = new HashSet<>();
    for (long at : offsets()) {
      for (long i = 0; i < dtype.itemsize(); i++) {
        bytes.add(memory.address() + at + i);
      }
    }
    return bytes;
  }

  /** The Java arrays that have elements; such arrays are equal only to themselves. */
  private List<Object> rows() {
    List<Object> rows = value instanceof Object[] several ? List.of(several) : List.of(value);
    return rows.stream().filter(row -> Array.getLength(row) > 0).toList();
  }
}
