package dev.ndbind.dlpack;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A tensor of a library that is not ndbind: the structures written as dlpack.h declares them, and a
 * deleter that counts. Fields can be given any value.
 */
final class Foreign {
  private static final StructLayout DL_TENSOR =
      MemoryLayout.structLayout(
          JAVA_LONG.withName("data"),
          JAVA_INT.withName("device_type"),
          JAVA_INT.withName("device_id"),
          JAVA_INT.withName("ndim"),
          JAVA_BYTE.withName("code"),
          JAVA_BYTE.withName("bits"),
          JAVA_SHORT.withName("lanes"),
          JAVA_LONG.withName("shape"),
          JAVA_LONG.withName("strides"),
          JAVA_LONG.withName("byte_offset"));

  private static final StructLayout VERSIONED =
      MemoryLayout.structLayout(
          JAVA_INT.withName("major"),
          JAVA_INT.withName("minor"),
          JAVA_LONG.withName("manager_ctx"),
          JAVA_LONG.withName("deleter"),
          JAVA_LONG.withName("flags"),
          DL_TENSOR.withName("dl_tensor"));

  private static final StructLayout UNVERSIONED =
      MemoryLayout.structLayout(
          DL_TENSOR.withName("dl_tensor"),
          JAVA_LONG.withName("manager_ctx"),
          JAVA_LONG.withName("deleter"));

  private final Arena arena = Arena.ofShared();
  private final AtomicInteger deletions = new AtomicInteger();
  private final MemorySegment memory;
  private final StructLayout layout;

  private Foreign(StructLayout layout) {
    this.layout = layout;
    this.memory = arena.allocate(layout);
    set("deleter", deleter());
    set("device_type", 1);
    set("lanes", 1);
  }

  static Foreign versioned() {
    return new Foreign(VERSIONED).set("major", 1);
  }

  static Foreign unversioned() {
    return new Foreign(UNVERSIONED);
  }

  /** Somebody else's structure. */
  static long read(long tensor, boolean isVersioned, String field) {
    StructLayout layout = isVersioned ? VERSIONED : UNVERSIONED;
    return get(Memory.ALL.asSlice(tensor, layout), layout, field);
  }

  /** A number of somebody else's. */
  static long number(long address, int index) {
    return Memory.ALL.get(JAVA_LONG, address + 8L * index);
  }

  private static long get(MemorySegment memory, StructLayout layout, String field) {
    PathElement[] path = path(layout, field);
    return ((Number) layout.varHandle(path).get(memory, 0L)).longValue();
  }

  private static PathElement[] path(StructLayout layout, String field) {
    PathElement own = PathElement.groupElement(field);
    boolean isOuter = layout.memberLayouts().stream().anyMatch(m -> m.name().get().equals(field));
    return isOuter
        ? new PathElement[] {own}
        : new PathElement[] {PathElement.groupElement("dl_tensor"), own};
  }

  Foreign set(String field, long value) {
    PathElement[] path = path(layout, field);
    Class<?> carrier = ((java.lang.foreign.ValueLayout) layout.select(path)).carrier();
    Object number =
        carrier == byte.class
            ? (Object) (byte) value
            : carrier == short.class
                ? (Object) (short) value
                : carrier == int.class ? (Object) (int) value : (Object) value;
    layout.varHandle(path).set(memory, 0L, number);
    return this;
  }

  Foreign type(int code, int bits) {
    return set("code", code).set("bits", bits);
  }

  Foreign shape(long... sizes) {
    return set("ndim", sizes.length).set("shape", numbers(sizes));
  }

  Foreign strides(long... elements) {
    return set("strides", numbers(elements));
  }

  /** Memory of this tensor, counted up from 0 byte by byte. */
  Foreign data(int bytes) {
    MemorySegment data = arena.allocate(bytes, 64);
    for (int i = 0; i < bytes; i++) {
      data.set(JAVA_BYTE, i, (byte) i);
    }
    return set("data", data.address());
  }

  private long numbers(long... values) {
    return arena.allocateFrom(JAVA_LONG, values).address();
  }

  long address() {
    return memory.address();
  }

  long get(String field) {
    return get(memory, layout, field);
  }

  int deletions() {
    return deletions.get();
  }

  @SuppressWarnings("restricted") // A deleter, as DLPack declares it.
  private long deleter() {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      MethodType type = MethodType.methodType(void.class, long.class);
      return Linker.nativeLinker()
          .upcallStub(
              lookup.bind(this, "deleted", type), FunctionDescriptor.ofVoid(JAVA_LONG), arena)
          .address();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("it is below", e);
    }
  }

  @SuppressWarnings("unused") // Called by address.
  private void deleted(long tensor) {
    deletions.addAndGet(tensor == address() ? 1 : 1000);
  }
}
