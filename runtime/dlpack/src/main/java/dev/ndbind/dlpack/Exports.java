package dev.ndbind.dlpack;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import dev.ndbind.NumpyArray;
import dev.ndbind.annotation.Order;
import dev.ndbind.call.ArrayExport;
import java.lang.System.Logger.Level;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Tensors over the memory of arrays, which is kept until their deleter is called. */
final class Exports {
  /** What gives the memory back, by the address of the structure, since a deleter knows no more. */
  private static final Map<Long, Runnable> OPEN = new ConcurrentHashMap<>();

  /** One function for all tensors. */
  private static final long DELETER = deleter();

  private Exports() {}

  @SuppressWarnings("restricted") // A deleter's signature, as DLPack declares it.
  private static long deleter() {
    try {
      MethodHandle deleted =
          MethodHandles.lookup()
              .findStatic(Exports.class, "deleted", MethodType.methodType(void.class, long.class));
      FunctionDescriptor type = FunctionDescriptor.ofVoid(JAVA_LONG);
      return Linker.nativeLinker().upcallStub(deleted, type, Arena.global()).address();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("the method is right there", e);
    }
  }

  /** A tensor over an array's memory, or over that of a copy if it must be. */
  static long lend(NumpyArray array, Struct struct, ElementType type) {
    ArrayExport export = ArrayExport.of(array);
    String why = whyCopied(export, struct);
    if (why != null) {
      NumpyArray copy = export.copy("DLPack.export", "DLPack", why, array::copy);
      return give(copy, struct, type);
    }
    return tensor(export, struct, type, array.isWritable() ? 0 : Struct.READ_ONLY, export.lend());
  }

  /** A tensor over an array that nobody else will reach, and that is freed with it. */
  static long give(NumpyArray copy, Struct struct, ElementType type) {
    ArrayExport export = ArrayExport.of(copy);
    Runnable giveBack = export.lend();
    return tensor(
        export,
        struct,
        type,
        Struct.IS_COPIED,
        () -> {
          giveBack.run();
          copy.free();
        });
  }

  private static @Nullable String whyCopied(ArrayExport export, Struct struct) {
    NumpyArray array = export.array();
    if (!export.isLendable()) {
      return "its arena may be closed while the tensor is in use";
    }
    if (struct == Struct.UNVERSIONED && !array.isWritable()) {
      return "it is read-only, which an unversioned tensor cannot say";
    }
    return elementStrides(array) == null ? "a stride is no whole number of elements" : null;
  }

  /** Null if strides cannot be counted in elements. */
  private static long @Nullable [] elementStrides(NumpyArray array) {
    int itemsize = array.dtype().itemsize();
    long[] shape = array.shape();
    long[] strides = array.byteStrides();
    boolean isDense = array.isContiguous(Order.C);
    long dense = 1;
    for (int axis = shape.length - 1; axis >= 0; axis--) {
      if (isDense || shape[axis] == 1) { // Strides that no index uses may be anything: tidy up.
        strides[axis] = dense;
      } else if (strides[axis] % itemsize == 0) {
        strides[axis] /= itemsize;
      } else {
        return null;
      }
      dense *= isDense ? Math.max(1, shape[axis]) : 1;
    }
    return strides;
  }

  private static long tensor(
      ArrayExport export, Struct struct, ElementType type, long flags, Runnable giveBack) {
    long[] shape = export.array().shape();
    long tensor = 0;
    try {
      tensor = Memory.allocate(struct.bytes + 16L * shape.length);
      write(tensor, export, struct, type, flags);
      OPEN.put(tensor, giveBack);
      return tensor;
    } catch (Error e) { // There is no memory.
      if (tensor != 0) {
        Memory.free(tensor);
      }
      giveBack.run();
      throw e;
    }
  }

  private static void write(
      long tensor, ArrayExport export, Struct struct, ElementType type, long flags) {
    long[] shape = export.array().shape();
    long[] strides = elementStrides(export.array());
    MemorySegment memory = Memory.ALL.asSlice(tensor, struct.bytes + 16L * shape.length);
    memory.fill((byte) 0);
    if (struct == Struct.VERSIONED) {
      memory.set(JAVA_INT, Struct.VERSION_MAJOR, Struct.MAJOR);
      memory.set(JAVA_INT, Struct.VERSION_MINOR, Struct.MINOR);
      memory.set(JAVA_LONG, Struct.FLAGS, flags);
    }
    memory.set(JAVA_LONG, struct.deleter, DELETER);
    MemorySegment fields = memory.asSlice(struct.tensor);
    fields.set(JAVA_LONG, Struct.DATA, export.array().size() == 0 ? 0 : export.address());
    fields.set(JAVA_INT, Struct.DEVICE_TYPE, Struct.CPU);
    fields.set(JAVA_INT, Struct.NDIM, shape.length);
    fields.set(JAVA_BYTE, Struct.CODE, (byte) type.code());
    fields.set(JAVA_BYTE, Struct.BITS, (byte) type.bits());
    fields.set(JAVA_SHORT, Struct.LANES, (short) 1);
    fields.set(JAVA_LONG, Struct.SHAPE, tensor + struct.bytes);
    fields.set(JAVA_LONG, Struct.STRIDES, tensor + struct.bytes + 8L * shape.length);
    MemorySegment.copy(shape, 0, memory, JAVA_LONG, struct.bytes, shape.length);
    MemorySegment.copy(
        strides, 0, memory, JAVA_LONG, struct.bytes + 8L * shape.length, shape.length);
  }

  /** The consumer calls this, on any of its threads, and nothing may be thrown to it. */
  @SuppressWarnings("unused")
  private static void deleted(long tensor) {
    try {
      Runnable giveBack = OPEN.remove(tensor);
      if (giveBack != null) { // Else it has been called before, which is the consumer's fault.
        Memory.free(tensor);
        giveBack.run();
      }
    } catch (Throwable e) {
      report(e);
    }
  }

  private static void report(Throwable e) {
    try {
      System.getLogger(Exports.class.getName()).log(Level.ERROR, "memory was not given back", e);
    } catch (Throwable _) {
      // There is nobody to tell.
    }
  }

  /** How many tensors have consumers now. */
  static int count() {
    return OPEN.size();
  }
}
