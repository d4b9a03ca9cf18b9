package dev.ndbind.dlpack;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.ndbind.annotation.DType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where the elements of a tensor are, and everything that keeps an array from having them. Nothing
 * that the tensor says of itself is believed before it has been looked at.
 */
final class Geometry {
  private static final int MAX_AXES = 64; // As in NumPy.
  private static final int CUDA_HOST = 3;
  private static final int ROCM_HOST = 11;

  private final Tensor tensor;
  private final List<String> failures = new ArrayList<>(0);
  private final @Nullable DType dtype;
  private long[] shape = {};
  private long[] byteStrides = {};
  private long address;

  private Geometry(Tensor tensor, @Nullable DType wanted, @Nullable Float8 format) {
    this.tensor = tensor;
    this.dtype = format == null ? tensor.type().dtype() : DType.UINT8;
    checkDevice();
    checkType(wanted, format);
    readShape();
    if (failures.isEmpty()) { // Then it has strides and memory.
      readMemory();
    }
  }

  /**
   * Looks at a tensor.
   *
   * @param wanted the dtype it must have; null for any
   * @param format what it must have instead; null for the dtype
   */
  static Geometry of(Tensor tensor, @Nullable DType wanted, @Nullable Float8 format) {
    return new Geometry(tensor, wanted, format);
  }

  /** What is wrong; all that follows is to be used only if nothing is. */
  List<String> failures() {
    return failures;
  }

  DType dtype() {
    return Objects.requireNonNull(dtype, "there are failures");
  }

  long address() {
    return address;
  }

  long[] shape() {
    return shape;
  }

  long[] byteStrides() {
    return byteStrides;
  }

  private void fail(String what) {
    failures.add("tensor " + what);
  }

  private void checkDevice() {
    int type = tensor.deviceType();
    if (type != Struct.CPU && type != CUDA_HOST && type != ROCM_HOST) {
      fail(
          "is on device %s:%d, expected the CPU; copy it there in the library it comes from"
              .formatted(deviceName(type), tensor.deviceId()));
    }
  }

  private static String deviceName(int type) {
    return switch (type) {
      case 2 -> "cuda";
      case 4 -> "opencl";
      case 7 -> "vulkan";
      case 8 -> "metal";
      case 10 -> "rocm";
      case 13 -> "cuda_managed";
      case 14 -> "oneapi";
      case 15 -> "webgpu";
      default -> "type " + type;
    };
  }

  private void checkType(@Nullable DType wanted, @Nullable Float8 format) {
    ElementType found = tensor.type();
    if (tensor.lanes() != 1) {
      fail(
          ("has elements of %d lanes, expected 1; make the lanes an axis in the library it comes"
                  + " from")
              .formatted(tensor.lanes()));
    }
    if (format != null && !found.equals(format.type())) {
      fail("dtype is %s, expected %s".formatted(found, format.type()));
    } else if (dtype == null) {
      fail(found.refusal());
    } else if (format == null && wanted != null && dtype != wanted) {
      fail("dtype is %s, expected %s".formatted(dtype, wanted));
    }
  }

  private void readShape() {
    int ndim = tensor.ndim();
    if (ndim < 0 || ndim > MAX_AXES) {
      fail("has %d axes, expected 0 to %d".formatted(ndim, MAX_AXES));
    } else if (ndim > 0 && tensor.shape() == 0) {
      fail("has %d axes but no sizes".formatted(ndim));
    } else {
      shape = numbers(tensor.shape(), ndim);
      if (Arrays.stream(shape).anyMatch(size -> size < 0)) {
        fail("has shape %s, expected no negative size".formatted(Arrays.toString(shape)));
      }
    }
  }

  private static long[] numbers(long address, int count) {
    long[] numbers = new long[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = Memory.ALL.get(JAVA_LONG, address + 8L * i);
    }
    return numbers;
  }

  private void readMemory() {
    boolean isEmpty = Arrays.stream(shape).anyMatch(size -> size == 0);
    try {
      byteStrides = isEmpty ? unused() : inBytes();
      if (!isEmpty) {
        readAddress();
      }
    } catch (ArithmeticException e) {
      fail("has more elements, or strides wider, than any memory: shape %s".formatted(text()));
    }
  }

  private String text() {
    String strides =
        tensor.strides() == 0 ? "none" : Arrays.toString(numbers(tensor.strides(), shape.length));
    return "%s, strides %s".formatted(Arrays.toString(shape), strides);
  }

  /** Strides of an array without elements, which lead nowhere. */
  private long[] unused() {
    long[] strides = new long[shape.length];
    Arrays.fill(strides, dtype().itemsize());
    return strides;
  }

  private long[] inBytes() {
    int itemsize = dtype().itemsize();
    long[] given = tensor.strides() == 0 ? new long[0] : numbers(tensor.strides(), shape.length);
    long[] strides = new long[shape.length];
    long dense = itemsize;
    for (int axis = shape.length - 1; axis >= 0; axis--) {
      boolean isGiven = given.length > 0 && shape[axis] > 1; // Others lead nowhere.
      strides[axis] = isGiven ? Math.multiplyExact(given[axis], itemsize) : dense;
      dense = Math.multiplyExact(dense, shape[axis]);
    }
    return strides;
  }

  private void readAddress() {
    if (tensor.data() == 0) {
      fail("has shape %s but no data".formatted(Arrays.toString(shape)));
      return;
    }
    address = Math.addExact(tensor.data(), tensor.byteOffset());
    long lowest = address;
    long end = Math.addExact(address, dtype().itemsize());
    for (int axis = 0; axis < shape.length; axis++) {
      long span = Math.multiplyExact(shape[axis] - 1, byteStrides[axis]);
      lowest = Math.addExact(lowest, Math.min(0, span));
      end = Math.addExact(end, Math.max(0, span));
    }
    if (tensor.data() < 0 || tensor.byteOffset() < 0 || lowest <= 0) {
      throw new ArithmeticException("outside of the address space");
    }
    if (address % dtype().alignment() != 0) {
      fail(
          ("begins at address 0x%x, which is no multiple of %d as %s needs; copy it in the library"
                  + " it comes from")
              .formatted(address, dtype().alignment(), dtype()));
    }
  }
}
