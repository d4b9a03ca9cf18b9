package dev.ndbind.examples.opencv;

import static dev.ndbind.annotation.DType.*;

import dev.ndbind.NumpyArray;
import dev.ndbind.annotation.Bridge;
import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Device;
import dev.ndbind.annotation.TensorType;
import dev.ndbind.call.ArrayExport;
import dev.ndbind.call.TensorDescription;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;

/** The bridge to OpenCV's matrices: an axis for each dimension, and one for several channels. */
@Bridge(
    framework = "OpenCV",
    device = Device.CPU,
    adoptsResults = false, // A matrix for a result has memory of its own.
    tensors =
        @TensorType(
            value = Mat.class,
            dtypes = {UINT8, INT8, UINT16, INT16, INT32, FLOAT32, FLOAT64, FLOAT16}))
public final class OpenCv {
  /** By OpenCV's numbers, CV_8U to CV_16F. */
  private static final List<DType> DEPTHS =
      List.of(UINT8, INT8, UINT16, INT16, INT32, FLOAT32, FLOAT64, FLOAT16);

  private OpenCv() {}

  /** Describes a matrix, or null. It throws nothing: the call reports what is wrong with it. */
  public static TensorDescription describe(Mat mat) {
    if (mat == null || mat.isNull()) {
      return mat == null ? null : TensorDescription.closed("has been closed");
    }
    if (mat.empty()) {
      return TensorDescription.refused("is empty, and has no memory");
    }
    long[] shape = new long[mat.dims() + (mat.channels() > 1 ? 1 : 0)];
    long[] byteStrides = new long[shape.length];
    Arrays.fill(shape, mat.channels());
    Arrays.fill(byteStrides, mat.elemSize1());
    for (int axis = 0; axis < mat.dims(); axis++) {
      shape[axis] = mat.size(axis);
      byteStrides[axis] = mat.step1(axis) * mat.elemSize1();
    }
    return new Description(new Mat(mat), mat, shape, byteStrides); // Shares the memory.
  }

  /** The dtype of a matrix; null if there is none. */
  public static DType dtype(Mat mat) {
    return mat == null || mat.isNull() ? null : DEPTHS.get(mat.depth());
  }

  /** A matrix with the elements of a result: rows, columns and, on a third axis, channels. */
  public static Mat tensor(NumpyArray array) {
    ArrayExport export = ArrayExport.of(array);
    if (export.callersTensor() instanceof Mat own) {
      return own; // The method returned the array of a parameter that it writes.
    }
    long[] sizes = array.shape();
    int depth = DEPTHS.indexOf(array.dtype());
    if (depth < 0 || sizes.length < 2 || sizes.length > 3 || array.size() == 0) {
      throw new IllegalArgumentException("no matrix has such a dtype or shape");
    }
    int type = opencv_core.CV_MAKETYPE(depth, sizes.length == 2 ? 1 : (int) sizes[2]);
    Mat mat = new Mat(Math.toIntExact(sizes[0]), Math.toIntExact(sizes[1]), type);
    MemorySegment room = MemorySegment.ofBuffer(mat.createBuffer());
    return export.copy(
        "OpenCv.tensor",
        "OpenCV",
        "it is not OpenCV's memory",
        () -> {
          array.copyTo(room);
          return mat;
        });
  }

  private static final class Description extends TensorDescription {
    private final Mat held; // A reference of its own, so that nobody frees the memory.
    private final Mat mat;

    Description(Mat held, Mat mat, long[] shape, long[] byteStrides) {
      super(OpenCv.dtype(mat), mat.data().address(), shape, byteStrides);
      this.held = held;
      this.mat = mat;
    }

    @Override
    public Object tensor() {
      return mat;
    }

    @Override
    protected String framework() {
      return "OpenCV";
    }

    @Override
    protected boolean keepsMemory() {
      return held.u() != null; // Else it is not OpenCV's, and somebody can free it.
    }

    @Override
    public void release() {
      held.close();
    }
  }
}
