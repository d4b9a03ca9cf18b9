package dev.ndbind.tensorflow;

import dev.ndbind.BoolArray;
import dev.ndbind.Float32Array;
import dev.ndbind.Float64Array;
import dev.ndbind.Int16Array;
import dev.ndbind.Int32Array;
import dev.ndbind.Int64Array;
import dev.ndbind.Int8Array;
import dev.ndbind.NumpyArray;
import dev.ndbind.annotation.Order;
import dev.ndbind.call.ArrayExport;
import org.tensorflow.ndarray.BooleanNdArray;
import org.tensorflow.ndarray.ByteNdArray;
import org.tensorflow.ndarray.DoubleNdArray;
import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.ndarray.IntNdArray;
import org.tensorflow.ndarray.LongNdArray;
import org.tensorflow.ndarray.NdArray;
import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.ShortNdArray;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.ndarray.buffer.layout.DataLayouts;
import org.tensorflow.types.family.TType;

/**
 * Connects arrays with the {@code NdArray}s of TensorFlow Java that are no tensors, as {@code
 * NdArrays.ofFloats(shape)} and {@code StdArrays.ndCopyOf} make them. They need no native library.
 *
 * {@snippet :
 * Float32Array array = TensorFlowNdArrays.array(ndArray); // a copy
 * FloatNdArray view = TensorFlowNdArrays.ndArray(array); // the array's own memory
 * }
 *
 * <p>An {@code NdArray} does not tell where its elements are, so that they are copied; an {@code
 * NdArray} of an array lies over its memory. Both are limited to 2 GiB, as buffers are.
 */
public final class TensorFlowNdArrays {
  private TensorFlowNdArrays() {}

  /**
   * Copies the elements of an {@code NdArray} to an array of bool.
   *
   * @param elements dense or sparse, with any strides, but no tensor
   * @return a writable array in C order that owns its memory
   * @throws IllegalArgumentException for a tensor, which {@link TensorFlow#view} sees
   * @throws IllegalStateException if there are more than 2 GiB
   */
  public static BoolArray array(BooleanNdArray elements) {
    BoolArray array = BoolArray.zeros(shape(elements));
    elements.copyTo(DataLayouts.BOOL.applyTo(DataBuffers.of(array.asBuffer())));
    return array;
  }

  /**
   * Copies the elements of an {@code NdArray} to an array of int8.
   *
   * @param elements dense or sparse, with any strides, but no tensor
   * @return a writable array in C order that owns its memory
   * @throws IllegalArgumentException for a tensor, which {@link TensorFlow#view} sees
   * @throws IllegalStateException if there are more than 2 GiB
   */
  public static Int8Array array(ByteNdArray elements) {
    Int8Array array = Int8Array.zeros(shape(elements));
    elements.copyTo(DataBuffers.of(array.asBuffer()));
    return array;
  }

  /**
   * Copies the elements of an {@code NdArray} to an array of int16.
   *
   * @param elements dense or sparse, with any strides, but no tensor
   * @return a writable array in C order that owns its memory
   * @throws IllegalArgumentException for a tensor, which {@link TensorFlow#view} sees
   * @throws IllegalStateException if there are more than 2 GiB
   */
  public static Int16Array array(ShortNdArray elements) {
    Int16Array array = Int16Array.zeros(shape(elements));
    elements.copyTo(DataBuffers.of(array.asBuffer()));
    return array;
  }

  /**
   * Copies the elements of an {@code NdArray} to an array of int32.
   *
   * @param elements dense or sparse, with any strides, but no tensor
   * @return a writable array in C order that owns its memory
   * @throws IllegalArgumentException for a tensor, which {@link TensorFlow#view} sees
   * @throws IllegalStateException if there are more than 2 GiB
   */
  public static Int32Array array(IntNdArray elements) {
    Int32Array array = Int32Array.zeros(shape(elements));
    elements.copyTo(DataBuffers.of(array.asBuffer()));
    return array;
  }

  /**
   * Copies the elements of an {@code NdArray} to an array of int64.
   *
   * @param elements dense or sparse, with any strides, but no tensor
   * @return a writable array in C order that owns its memory
   * @throws IllegalArgumentException for a tensor, which {@link TensorFlow#view} sees
   * @throws IllegalStateException if there are more than 2 GiB
   */
  public static Int64Array array(LongNdArray elements) {
    Int64Array array = Int64Array.zeros(shape(elements));
    elements.copyTo(DataBuffers.of(array.asBuffer()));
    return array;
  }

  /**
   * Copies the elements of an {@code NdArray} to an array of float32.
   *
   * @param elements dense or sparse, with any strides, but no tensor
   * @return a writable array in C order that owns its memory
   * @throws IllegalArgumentException for a tensor, which {@link TensorFlow#view} sees
   * @throws IllegalStateException if there are more than 2 GiB
   */
  public static Float32Array array(FloatNdArray elements) {
    Float32Array array = Float32Array.zeros(shape(elements));
    elements.copyTo(DataBuffers.of(array.asBuffer()));
    return array;
  }

  /**
   * Copies the elements of an {@code NdArray} to an array of float64.
   *
   * @param elements dense or sparse, with any strides, but no tensor
   * @return a writable array in C order that owns its memory
   * @throws IllegalArgumentException for a tensor, which {@link TensorFlow#view} sees
   * @throws IllegalStateException if there are more than 2 GiB
   */
  public static Float64Array array(DoubleNdArray elements) {
    Float64Array array = Float64Array.zeros(shape(elements));
    elements.copyTo(DataBuffers.of(array.asBuffer()));
    return array;
  }

  /**
   * An {@code NdArray} over the memory of an array of bool, valid as long as a segment of it; over
   * a copy if the array is not C-contiguous.
   *
   * @param array a valid array
   * @return of the same shape; writing it throws if the array is read-only
   * @throws IllegalStateException if the array is no longer valid, or longer than 2 GiB
   */
  public static BooleanNdArray ndArray(BoolArray array) {
    BoolArray dense = dense(array);
    return NdArrays.wrap(
        shapeOf(dense), DataLayouts.BOOL.applyTo(DataBuffers.of(dense.asBuffer())));
  }

  /**
   * An {@code NdArray} over the memory of an array of int8, valid as long as a segment of it; over
   * a copy if the array is not C-contiguous.
   *
   * @param array a valid array
   * @return of the same shape; writing it throws if the array is read-only
   * @throws IllegalStateException if the array is no longer valid, or longer than 2 GiB
   */
  public static ByteNdArray ndArray(Int8Array array) {
    Int8Array dense = dense(array);
    return NdArrays.wrap(shapeOf(dense), DataBuffers.of(dense.asBuffer()));
  }

  /**
   * An {@code NdArray} over the memory of an array of int16, valid as long as a segment of it; over
   * a copy if the array is not C-contiguous.
   *
   * @param array a valid array
   * @return of the same shape; writing it throws if the array is read-only
   * @throws IllegalStateException if the array is no longer valid, or longer than 2 GiB
   */
  public static ShortNdArray ndArray(Int16Array array) {
    Int16Array dense = dense(array);
    return NdArrays.wrap(shapeOf(dense), DataBuffers.of(dense.asBuffer()));
  }

  /**
   * An {@code NdArray} over the memory of an array of int32, valid as long as a segment of it; over
   * a copy if the array is not C-contiguous.
   *
   * @param array a valid array
   * @return of the same shape; writing it throws if the array is read-only
   * @throws IllegalStateException if the array is no longer valid, or longer than 2 GiB
   */
  public static IntNdArray ndArray(Int32Array array) {
    Int32Array dense = dense(array);
    return NdArrays.wrap(shapeOf(dense), DataBuffers.of(dense.asBuffer()));
  }

  /**
   * An {@code NdArray} over the memory of an array of int64, valid as long as a segment of it; over
   * a copy if the array is not C-contiguous.
   *
   * @param array a valid array
   * @return of the same shape; writing it throws if the array is read-only
   * @throws IllegalStateException if the array is no longer valid, or longer than 2 GiB
   */
  public static LongNdArray ndArray(Int64Array array) {
    Int64Array dense = dense(array);
    return NdArrays.wrap(shapeOf(dense), DataBuffers.of(dense.asBuffer()));
  }

  /**
   * An {@code NdArray} over the memory of an array of float32, valid as long as a segment of it;
   * over a copy if the array is not C-contiguous.
   *
   * @param array a valid array
   * @return of the same shape; writing it throws if the array is read-only
   * @throws IllegalStateException if the array is no longer valid, or longer than 2 GiB
   */
  public static FloatNdArray ndArray(Float32Array array) {
    Float32Array dense = dense(array);
    return NdArrays.wrap(shapeOf(dense), DataBuffers.of(dense.asBuffer()));
  }

  /**
   * An {@code NdArray} over the memory of an array of float64, valid as long as a segment of it;
   * over a copy if the array is not C-contiguous.
   *
   * @param array a valid array
   * @return of the same shape; writing it throws if the array is read-only
   * @throws IllegalStateException if the array is no longer valid, or longer than 2 GiB
   */
  public static DoubleNdArray ndArray(Float64Array array) {
    Float64Array dense = dense(array);
    return NdArrays.wrap(shapeOf(dense), DataBuffers.of(dense.asBuffer()));
  }

  private static long[] shape(NdArray<?> elements) {
    if (elements instanceof TType) {
      throw new IllegalArgumentException(
          "the elements are those of a tensor, which TensorFlow.view(tensor, type) sees");
    }
    return elements.shape().asArray();
  }

  private static Shape shapeOf(NumpyArray array) {
    return Shape.of(array.shape());
  }

  @SuppressWarnings("unchecked") // An array and its copy are of one class.
  private static <A extends NumpyArray> A dense(A array) {
    return array.isContiguous(Order.C)
        ? array
        : (A)
            ArrayExport.of(array)
                .copy(
                    "TensorFlowNdArrays.ndArray",
                    TensorFlow.FRAMEWORK,
                    "it is not in C order",
                    array::copy);
  }
}
