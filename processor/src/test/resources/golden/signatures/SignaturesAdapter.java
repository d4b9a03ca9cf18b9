package golden;

import dev.ndbind.Float32Array;
import dev.ndbind.annotation.DType;
import dev.ndbind.call.Argument;
import dev.ndbind.call.ArrayContract;
import dev.ndbind.call.Axis;
import dev.ndbind.call.Call;
import dev.ndbind.call.MethodContract;
import dev.ndbind.call.NumpyArrays;
import dev.ndbind.call.Shape;
import dev.ndbind.pytorch.PyTorch;
import dev.ndbind.tensorflow.TensorFlow;
import java.io.IOException;
import java.lang.Comparable;
import java.lang.Deprecated;
import java.lang.String;
import java.lang.SuppressWarnings;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import javax.annotation.processing.Generated;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;
import org.tensorflow.types.TFloat32;

/**
 * Calls {@link Signatures} with tensors.
 *
 * <p>Each overload checks all arguments, converts them, and checks and converts the result.
 */
@Generated("dev.ndbind.processor.NumpyProcessor")
@SuppressWarnings({
    "deprecation",
    "rawtypes",
    "removal",
    "unchecked",
    "varargs"
})
public final class SignaturesAdapter {
  static final MethodContract CHECKED = MethodContract.of("Signatures.checked");
  static final ArrayContract CHECKED_X = ArrayContract.of("x", DType.FLOAT32);

  static final MethodContract VARARGS = MethodContract.of("Signatures.varargs");
  static final ArrayContract VARARGS_X = ArrayContract.of("x", DType.FLOAT32);

  static final MethodContract LISTED = MethodContract.of("Signatures.listed", "n");
  static final ArrayContract LISTED_VALUES =
      ArrayContract.of("values", DType.FLOAT32).shape(Shape.of("n", Axis.named(0))).javaArray();

  static final MethodContract PASSED = MethodContract.of("Signatures.passed");
  static final ArrayContract PASSED_X = ArrayContract.of("x", DType.FLOAT32);

  static final MethodContract HEAP = MethodContract.of("Signatures.heap");
  static final ArrayContract HEAP_X = ArrayContract.of("x", DType.FLOAT32);

  static final MethodContract GENERIC = MethodContract.of("Signatures.generic");
  static final ArrayContract GENERIC_X = ArrayContract.of("x", DType.FLOAT32);

  static final MethodContract RAW = MethodContract.of("Signatures.raw");
  static final ArrayContract RAW_X = ArrayContract.of("x", DType.FLOAT32);

  static final MethodContract OLD = MethodContract.of("Signatures.old");
  static final ArrayContract OLD_X = ArrayContract.of("x", DType.FLOAT32);

  static final MethodContract OLDER = MethodContract.of("Signatures.older");
  static final ArrayContract OLDER_X = ArrayContract.of("x", DType.FLOAT32);

  static final MethodContract NULLABLE = MethodContract.of("Signatures.nullable");
  static final ArrayContract NULLABLE_X = ArrayContract.of("x", DType.FLOAT32).nullable();
  static final ArrayContract NULLABLE_VALUES =
      ArrayContract.of("values", DType.FLOAT32)
          .shape(Shape.of("_", Axis.any()))
          .nullable()
          .javaArray();

  private SignaturesAdapter() {}

  /**
   * Calls {@link Signatures#checked}.
   *
   * @param x float32, any shape, any strides; borrowed for the call
   */
  static void checked(Tensor x) throws IOException, TimeoutException {
    try (Call call = CHECKED.begin()) {
      Argument xArgument = call.argument(CHECKED_X, PyTorch.describe(x));
      call.check();
      Signatures.checked(xArgument.as(Float32Array.class));
    }
  }

  /**
   * Calls {@link Signatures#checked}.
   *
   * @param x float32, any shape, any strides; borrowed for the call
   */
  static void checked(TFloat32 x) throws IOException, TimeoutException {
    try (Call call = CHECKED.begin()) {
      Argument xArgument = call.argument(CHECKED_X, TensorFlow.describe(x));
      call.check();
      Signatures.checked(xArgument.as(Float32Array.class));
    }
  }

  /**
   * Calls {@link Signatures#checked}.
   *
   * @param x float32, any shape, any strides; borrowed for the call
   */
  static void checked(Float32Array x) throws IOException, TimeoutException {
    try (Call call = CHECKED.begin()) {
      Argument xArgument = call.argument(CHECKED_X, NumpyArrays.describe(x));
      call.check();
      Signatures.checked(xArgument.as(Float32Array.class));
    }
  }

  /**
   * Calls {@link Signatures#varargs}.
   *
   * @param x float32, any shape, any strides; borrowed for the call
   * @param names passed on
   * @return what the method returns
   */
  static int varargs(Tensor x, String... names) {
    try (Call call = VARARGS.begin()) {
      Argument xArgument = call.argument(VARARGS_X, PyTorch.describe(x));
      call.check();
      return Signatures.varargs(xArgument.as(Float32Array.class), names);
    }
  }

  /**
   * Calls {@link Signatures#varargs}.
   *
   * @param x float32, any shape, any strides; borrowed for the call
   * @param names passed on
   * @return what the method returns
   */
  static int varargs(TFloat32 x, String... names) {
    try (Call call = VARARGS.begin()) {
      Argument xArgument = call.argument(VARARGS_X, TensorFlow.describe(x));
      call.check();
      return Signatures.varargs(xArgument.as(Float32Array.class), names);
    }
  }

  /**
   * Calls {@link Signatures#varargs}.
   *
   * @param x float32, any shape, any strides; borrowed for the call
   * @param names passed on
   * @return what the method returns
   */
  static int varargs(Float32Array x, String... names) {
    try (Call call = VARARGS.begin()) {
      Argument xArgument = call.argument(VARARGS_X, NumpyArrays.describe(x));
      call.check();
      return Signatures.varargs(xArgument.as(Float32Array.class), names);
    }
  }

  /**
   * Calls {@link Signatures#listed}.
   *
   * @param values float32 {@code [n]}, any strides; always copied
   * @return what the method returns
   */
  static int listed(Tensor values) {
    try (Call call = LISTED.begin()) {
      Argument valuesArgument = call.argument(LISTED_VALUES, PyTorch.describe(values));
      call.check();
      return Signatures.listed(valuesArgument.as(float[].class));
    }
  }

  /**
   * Calls {@link Signatures#listed}.
   *
   * @param values float32 {@code [n]}, any strides; always copied
   * @return what the method returns
   */
  static int listed(TFloat32 values) {
    try (Call call = LISTED.begin()) {
      Argument valuesArgument = call.argument(LISTED_VALUES, TensorFlow.describe(values));
      call.check();
      return Signatures.listed(valuesArgument.as(float[].class));
    }
  }

  /**
   * Calls {@link Signatures#listed}.
   *
   * @param values float32 {@code [n]}, any strides; always copied
   * @return what the method returns
   */
  static int listed(float... values) {
    try (Call call = LISTED.begin()) {
      Argument valuesArgument =
          call.argument(LISTED_VALUES, NumpyArrays.describe(values, DType.FLOAT32));
      call.check();
      return Signatures.listed(valuesArgument.as(float[].class));
    }
  }

  /**
   * Calls {@link Signatures#passed}.
   *
   * @param x float32, any shape, any strides; borrowed for the call
   * @param axes passed on
   * @return what the method returns
   */
  static int passed(Tensor x, int... axes) {
    try (Call call = PASSED.begin()) {
      Argument xArgument = call.argument(PASSED_X, PyTorch.describe(x));
      call.check();
      return Signatures.passed(xArgument.as(Float32Array.class), axes);
    }
  }

  /**
   * Calls {@link Signatures#passed}.
   *
   * @param x float32, any shape, any strides; borrowed for the call
   * @param axes passed on
   * @return what the method returns
   */
  static int passed(TFloat32 x, int... axes) {
    try (Call call = PASSED.begin()) {
      Argument xArgument = call.argument(PASSED_X, TensorFlow.describe(x));
      call.check();
      return Signatures.passed(xArgument.as(Float32Array.class), axes);
    }
  }

  /**
   * Calls {@link Signatures#passed}.
   *
   * @param x float32, any shape, any strides; borrowed for the call
   * @param axes passed on
   * @return what the method returns
   */
  static int passed(Float32Array x, int... axes) {
    try (Call call = PASSED.begin()) {
      Argument xArgument = call.argument(PASSED_X, NumpyArrays.describe(x));
      call.check();
      return Signatures.passed(xArgument.as(Float32Array.class), axes);
    }
  }

  /**
   * Calls {@link Signatures#heap}.
   *
   * @param x float32, any shape, any strides; borrowed for the call
   * @param lists passed on
   * @return what the method returns
   */
  static int heap(Tensor x, List<String>... lists) {
    try (Call call = HEAP.begin()) {
      Argument xArgument = call.argument(HEAP_X, PyTorch.describe(x));
      call.check();
      return Signatures.heap(xArgument.as(Float32Array.class), lists);
    }
  }

  /**
   * Calls {@link Signatures#heap}.
   *
   * @param x float32, any shape, any strides; borrowed for the call
   * @param lists passed on
   * @return what the method returns
   */
  static int heap(TFloat32 x, List<String>... lists) {
    try (Call call = HEAP.begin()) {
      Argument xArgument = call.argument(HEAP_X, TensorFlow.describe(x));
      call.check();
      return Signatures.heap(xArgument.as(Float32Array.class), lists);
    }
  }

  /**
   * Calls {@link Signatures#heap}.
   *
   * @param x float32, any shape, any strides; borrowed for the call
   * @param lists passed on
   * @return what the method returns
   */
  static int heap(Float32Array x, List<String>... lists) {
    try (Call call = HEAP.begin()) {
      Argument xArgument = call.argument(HEAP_X, NumpyArrays.describe(x));
      call.check();
      return Signatures.heap(xArgument.as(Float32Array.class), lists);
    }
  }

  /**
   * Calls {@link Signatures#generic}.
   *
   * @param x float32, any shape, any strides; borrowed for the call
   * @param map passed on
   * @param key passed on
   * @return what the method returns
   */
  static <K extends Comparable<K>, V> Map<K, ? extends V> generic(Tensor x, Map<? super K, V[]> map,
      Function<Float32Array, K> key) {
    try (Call call = GENERIC.begin()) {
      Argument xArgument = call.argument(GENERIC_X, PyTorch.describe(x));
      call.check();
      return Signatures.generic(xArgument.as(Float32Array.class), map, key);
    }
  }

  /**
   * Calls {@link Signatures#generic}.
   *
   * @param x float32, any shape, any strides; borrowed for the call
   * @param map passed on
   * @param key passed on
   * @return what the method returns
   */
  static <K extends Comparable<K>, V> Map<K, ? extends V> generic(TFloat32 x,
      Map<? super K, V[]> map, Function<Float32Array, K> key) {
    try (Call call = GENERIC.begin()) {
      Argument xArgument = call.argument(GENERIC_X, TensorFlow.describe(x));
      call.check();
      return Signatures.generic(xArgument.as(Float32Array.class), map, key);
    }
  }

  /**
   * Calls {@link Signatures#generic}.
   *
   * @param x float32, any shape, any strides; borrowed for the call
   * @param map passed on
   * @param key passed on
   * @return what the method returns
   */
  static <K extends Comparable<K>, V> Map<K, ? extends V> generic(Float32Array x,
      Map<? super K, V[]> map, Function<Float32Array, K> key) {
    try (Call call = GENERIC.begin()) {
      Argument xArgument = call.argument(GENERIC_X, NumpyArrays.describe(x));
      call.check();
      return Signatures.generic(xArgument.as(Float32Array.class), map, key);
    }
  }

  /**
   * Calls {@link Signatures#raw}.
   *
   * @param x float32, any shape, any strides; borrowed for the call
   * @param raw passed on
   * @return what the method returns
   */
  static List raw(Tensor x, List raw) {
    try (Call call = RAW.begin()) {
      Argument xArgument = call.argument(RAW_X, PyTorch.describe(x));
      call.check();
      return Signatures.raw(xArgument.as(Float32Array.class), raw);
    }
  }

  /**
   * Calls {@link Signatures#raw}.
   *
   * @param x float32, any shape, any strides; borrowed for the call
   * @param raw passed on
   * @return what the method returns
   */
  static List raw(TFloat32 x, List raw) {
    try (Call call = RAW.begin()) {
      Argument xArgument = call.argument(RAW_X, TensorFlow.describe(x));
      call.check();
      return Signatures.raw(xArgument.as(Float32Array.class), raw);
    }
  }

  /**
   * Calls {@link Signatures#raw}.
   *
   * @param x float32, any shape, any strides; borrowed for the call
   * @param raw passed on
   * @return what the method returns
   */
  static List raw(Float32Array x, List raw) {
    try (Call call = RAW.begin()) {
      Argument xArgument = call.argument(RAW_X, NumpyArrays.describe(x));
      call.check();
      return Signatures.raw(xArgument.as(Float32Array.class), raw);
    }
  }

  /**
   * Calls {@link Signatures#old}.
   *
   * @param x float32, any shape, any strides; borrowed for the call
   */
  @Deprecated
  static void old(Tensor x) {
    try (Call call = OLD.begin()) {
      Argument xArgument = call.argument(OLD_X, PyTorch.describe(x));
      call.check();
      Signatures.old(xArgument.as(Float32Array.class));
    }
  }

  /**
   * Calls {@link Signatures#old}.
   *
   * @param x float32, any shape, any strides; borrowed for the call
   */
  @Deprecated
  static void old(TFloat32 x) {
    try (Call call = OLD.begin()) {
      Argument xArgument = call.argument(OLD_X, TensorFlow.describe(x));
      call.check();
      Signatures.old(xArgument.as(Float32Array.class));
    }
  }

  /**
   * Calls {@link Signatures#old}.
   *
   * @param x float32, any shape, any strides; borrowed for the call
   */
  @Deprecated
  static void old(Float32Array x) {
    try (Call call = OLD.begin()) {
      Argument xArgument = call.argument(OLD_X, NumpyArrays.describe(x));
      call.check();
      Signatures.old(xArgument.as(Float32Array.class));
    }
  }

  /**
   * Calls {@link Signatures#older}.
   *
   * @param x float32, any shape, any strides; borrowed for the call
   */
  @Deprecated(forRemoval = true)
  public static void older(Tensor x) {
    try (Call call = OLDER.begin()) {
      Argument xArgument = call.argument(OLDER_X, PyTorch.describe(x));
      call.check();
      Signatures.older(xArgument.as(Float32Array.class));
    }
  }

  /**
   * Calls {@link Signatures#older}.
   *
   * @param x float32, any shape, any strides; borrowed for the call
   */
  @Deprecated(forRemoval = true)
  public static void older(TFloat32 x) {
    try (Call call = OLDER.begin()) {
      Argument xArgument = call.argument(OLDER_X, TensorFlow.describe(x));
      call.check();
      Signatures.older(xArgument.as(Float32Array.class));
    }
  }

  /**
   * Calls {@link Signatures#older}.
   *
   * @param x float32, any shape, any strides; borrowed for the call
   */
  @Deprecated(forRemoval = true)
  public static void older(Float32Array x) {
    try (Call call = OLDER.begin()) {
      Argument xArgument = call.argument(OLDER_X, NumpyArrays.describe(x));
      call.check();
      Signatures.older(xArgument.as(Float32Array.class));
    }
  }

  /**
   * Calls {@link Signatures#nullable}.
   *
   * @param x float32, any shape, any strides; borrowed for the call; or null
   * @param name passed on
   * @param values float32 {@code [_]}, any strides; always copied; or null
   * @param text passed on
   * @return what the method returns
   */
  static @Nullable String nullable(@Nullable Tensor x, @Nullable String name,
      @Nullable Tensor values, char[] text) {
    try (Call call = NULLABLE.begin()) {
      Argument xArgument = call.argument(NULLABLE_X, PyTorch.describe(x));
      Argument valuesArgument = call.argument(NULLABLE_VALUES, PyTorch.describe(values));
      call.check();
      return Signatures.nullable(
          xArgument.as(Float32Array.class), name, valuesArgument.as(float[].class), text);
    }
  }

  /**
   * Calls {@link Signatures#nullable}.
   *
   * @param x float32, any shape, any strides; borrowed for the call; or null
   * @param name passed on
   * @param values float32 {@code [_]}, any strides; always copied; or null
   * @param text passed on
   * @return what the method returns
   */
  static @Nullable String nullable(@Nullable TFloat32 x, @Nullable String name,
      @Nullable TFloat32 values, char[] text) {
    try (Call call = NULLABLE.begin()) {
      Argument xArgument = call.argument(NULLABLE_X, TensorFlow.describe(x));
      Argument valuesArgument = call.argument(NULLABLE_VALUES, TensorFlow.describe(values));
      call.check();
      return Signatures.nullable(
          xArgument.as(Float32Array.class), name, valuesArgument.as(float[].class), text);
    }
  }

  /**
   * Calls {@link Signatures#nullable}.
   *
   * @param x float32, any shape, any strides; borrowed for the call; or null
   * @param name passed on
   * @param values float32 {@code [_]}, any strides; always copied; or null
   * @param text passed on
   * @return what the method returns
   */
  static @Nullable String nullable(@Nullable Float32Array x, @Nullable String name,
      float @Nullable [] values, char[] text) {
    try (Call call = NULLABLE.begin()) {
      Argument xArgument = call.argument(NULLABLE_X, NumpyArrays.describe(x));
      Argument valuesArgument =
          call.argument(NULLABLE_VALUES, NumpyArrays.describe(values, DType.FLOAT32));
      call.check();
      return Signatures.nullable(
          xArgument.as(Float32Array.class), name, valuesArgument.as(float[].class), text);
    }
  }
}
