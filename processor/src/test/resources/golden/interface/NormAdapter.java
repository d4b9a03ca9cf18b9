package golden;

import dev.ndbind.Float64Array;
import dev.ndbind.annotation.DType;
import dev.ndbind.call.Argument;
import dev.ndbind.call.ArrayContract;
import dev.ndbind.call.Axis;
import dev.ndbind.call.MethodContract;
import dev.ndbind.call.NumpyArrays;
import dev.ndbind.call.Shape;
import dev.ndbind.pytorch.PyTorch;
import dev.ndbind.tensorflow.TensorFlow;
import java.io.IOException;
import java.lang.Comparable;
import java.lang.Override;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import javax.annotation.processing.Generated;
import org.bytedeco.pytorch.Tensor;
import org.tensorflow.types.TFloat64;

/**
 * Calls {@link Norm} with tensors.
 *
 * <p>Each overload checks all arguments, converts them, and checks and converts the result.
 */
@Generated("dev.ndbind.processor.NumpyProcessor")
public final class NormAdapter<T extends Comparable<? super T>> implements Norm<T> {
  static final MethodContract LENGTH = MethodContract.of("Norm.length", "n");
  static final ArrayContract LENGTH_VECTOR =
      ArrayContract.of("vector", DType.FLOAT64).shape(Shape.of("n", Axis.named(0)));

  static final MethodContract NORMALIZE = MethodContract.of("Norm.normalize", "n");
  static final ArrayContract NORMALIZE_VECTOR =
      ArrayContract.of("vector", DType.FLOAT64).shape(Shape.of("n", Axis.named(0)));

  private final Norm<T> target;

  /**
   * Adapts an instance.
   *
   * @param target whose methods are called
   */
  public NormAdapter(Norm<T> target) {
    this.target = Objects.requireNonNull(target, "target");
  }

  /**
   * Length of a vector.
   *
   * @param vector float64 {@code [n]}, any strides; borrowed for the call
   * @return what the method returns
   */
  public double length(Tensor vector) {
    try (dev.ndbind.call.Call call = LENGTH.begin()) {
      Argument vectorArgument = call.argument(LENGTH_VECTOR, PyTorch.describe(vector));
      call.check();
      return target.length(vectorArgument.as(Float64Array.class));
    }
  }

  /**
   * Length of a vector.
   *
   * @param vector float64 {@code [n]}, any strides; borrowed for the call
   * @return what the method returns
   */
  public double length(TFloat64 vector) {
    try (dev.ndbind.call.Call call = LENGTH.begin()) {
      Argument vectorArgument = call.argument(LENGTH_VECTOR, TensorFlow.describe(vector));
      call.check();
      return target.length(vectorArgument.as(Float64Array.class));
    }
  }

  /**
   * Length of a vector.
   *
   * @param vector float64 {@code [n]}, any strides; borrowed for the call
   * @return what the method returns
   */
  @Override
  public double length(Float64Array vector) {
    try (dev.ndbind.call.Call call = LENGTH.begin()) {
      Argument vectorArgument = call.argument(LENGTH_VECTOR, NumpyArrays.describe(vector));
      call.check();
      return target.length(vectorArgument.as(Float64Array.class));
    }
  }

  /**
   * Calls {@link Norm#normalize}.
   *
   * @param vector float64 {@code [n]}, any strides; borrowed for the call
   */
  public void normalize(Tensor vector) {
    try (dev.ndbind.call.Call call = NORMALIZE.begin()) {
      Argument vectorArgument = call.argument(NORMALIZE_VECTOR, PyTorch.describe(vector));
      call.check();
      target.normalize(vectorArgument.as(Float64Array.class));
    }
  }

  /**
   * Calls {@link Norm#normalize}.
   *
   * @param vector float64 {@code [n]}, any strides; borrowed for the call
   */
  public void normalize(TFloat64 vector) {
    try (dev.ndbind.call.Call call = NORMALIZE.begin()) {
      Argument vectorArgument = call.argument(NORMALIZE_VECTOR, TensorFlow.describe(vector));
      call.check();
      target.normalize(vectorArgument.as(Float64Array.class));
    }
  }

  /**
   * Calls {@link Norm#normalize}.
   *
   * @param vector float64 {@code [n]}, any strides; borrowed for the call
   */
  @Override
  public void normalize(Float64Array vector) {
    try (dev.ndbind.call.Call call = NORMALIZE.begin()) {
      Argument vectorArgument = call.argument(NORMALIZE_VECTOR, NumpyArrays.describe(vector));
      call.check();
      target.normalize(vectorArgument.as(Float64Array.class));
    }
  }

  @Override
  public List<T> sorted(List<? extends T> arg0, ToDoubleFunction<? super T> arg1) {
    return target.sorted(arg0, arg1);
  }

  @Override
  public int compare(T arg0, T arg1) {
    return target.compare(arg0, arg1);
  }

  @Override
  public Comparator<T> reversed() {
    return target.reversed();
  }

  @Override
  public Comparator<T> thenComparing(Comparator<? super T> arg0) {
    return target.thenComparing(arg0);
  }

  @Override
  public <U> Comparator<T> thenComparing(Function<? super T, ? extends U> arg0,
      Comparator<? super U> arg1) {
    return target.thenComparing(arg0, arg1);
  }

  @Override
  public <U extends Comparable<? super U>> Comparator<T> thenComparing(
      Function<? super T, ? extends U> arg0) {
    return target.thenComparing(arg0);
  }

  @Override
  public Comparator<T> thenComparingInt(ToIntFunction<? super T> arg0) {
    return target.thenComparingInt(arg0);
  }

  @Override
  public Comparator<T> thenComparingLong(ToLongFunction<? super T> arg0) {
    return target.thenComparingLong(arg0);
  }

  @Override
  public Comparator<T> thenComparingDouble(ToDoubleFunction<? super T> arg0) {
    return target.thenComparingDouble(arg0);
  }

  @Override
  public void close() throws IOException {
    target.close();
  }
}
