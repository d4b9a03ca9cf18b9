package dev.ndbind.processor;

import dev.ndbind.NumpyArray;
import dev.ndbind.annotation.Bridge;
import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.TensorType;
import dev.ndbind.call.ArrayExport;
import dev.ndbind.call.TensorDescription;
import dev.ndbind.internal.memory.Strides;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/** The bridge to {@link LabTensor}. */
@Bridge(
    framework = "Lab",
    tensors =
        @TensorType(
            value = LabTensor.class,
            dtypes = {DType.BOOL, DType.NUMBER}))
public final class LabTensors {
  private LabTensors() {}

  /**
   * Describes a tensor.
   *
   * @param tensor any, or null
   * @return its description, or null
   */
  public static @Nullable TensorDescription describe(@Nullable LabTensor tensor) {
    return tensor == null ? null : new Description(tensor);
  }

  /**
   * The dtype of a tensor.
   *
   * @param tensor any, or null
   * @return null for null
   */
  public static @Nullable DType dtype(@Nullable LabTensor tensor) {
    return tensor == null ? null : tensor.dtype();
  }

  /**
   * Makes a tensor of a result.
   *
   * @param array a method returned it
   * @return the caller's tensor if it is that, else a copy
   */
  public static LabTensor tensor(NumpyArray array) {
    if (ArrayExport.of(array).callersTensor() instanceof LabTensor own) {
      return own;
    }
    int itemsize = array.dtype().itemsize();
    MemorySegment memory = Arena.ofAuto().allocate(array.size() * itemsize, 16);
    array.copyTo(memory);
    long[] shape = array.shape();
    return new LabTensor(array.dtype(), memory, 0, shape, Strides.c(shape, itemsize), false);
  }

  private static final class Description extends TensorDescription {
    private final LabTensor tensor;

    Description(LabTensor tensor) {
      super(
          tensor.dtype(),
          tensor.memory().address() + tensor.offset(),
          tensor.shape(),
          tensor.byteStrides());
      this.tensor = tensor;
    }

    @Override
    public Object tensor() {
      return tensor;
    }

    @Override
    protected String framework() {
      return "Lab";
    }

    @Override
    protected @Nullable String whyReadOnly() {
      return tensor.isReadOnly() ? "the tensor is read-only" : null;
    }
  }
}
