package golden;

import dev.ndbind.Float64Array;
import dev.ndbind.NumpyArray;
import dev.ndbind.annotation.DType;
import dev.ndbind.call.Argument;
import dev.ndbind.call.ArrayContract;
import dev.ndbind.call.Axis;
import dev.ndbind.call.Call;
import dev.ndbind.call.MethodContract;
import dev.ndbind.call.NumpyArrays;
import dev.ndbind.call.Shape;
import dev.ndbind.numpy.Python;
import dev.ndbind.numpy.PythonFunction;
import dev.ndbind.numpy.PythonModule;
import dev.ndbind.numpy.PythonObject;
import dev.ndbind.pytorch.PyTorch;
import dev.ndbind.tensorflow.TensorFlow;
import java.lang.Integer;
import java.lang.Math;
import java.lang.Override;
import java.lang.String;
import java.util.List;
import javax.annotation.processing.Generated;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;
import org.tensorflow.types.TFloat64;
import org.tensorflow.types.family.TType;

/**
 * Calls {@link Linalg} with tensors.
 *
 * <p>Each overload checks all arguments, converts them, and checks and converts the result.
 */
@Generated("dev.ndbind.processor.NumpyProcessor")
final class LinalgAdapter implements Linalg {
  static final MethodContract INV = MethodContract.of("Linalg.inv", "n");
  static final ArrayContract INV_A =
      ArrayContract.of("a", DType.FLOAT64).shape(Shape.of("n n", Axis.named(0), Axis.named(0)));
  static final ArrayContract INV_RESULT =
      ArrayContract.of("result", DType.FLOAT64)
          .shape(Shape.of("n n", Axis.named(0), Axis.named(0)));

  static final MethodContract SVD = MethodContract.of("Linalg.svd", "m", "n", "k").runs("b");
  static final ArrayContract SVD_A =
      ArrayContract.of("a", DType.FLOAT64)
          .shape(Shape.of("*b m n", Axis.run(0), Axis.named(0), Axis.named(1)));
  static final ArrayContract SVD_RESULT_U =
      ArrayContract.of("result.u", DType.FLOAT64)
          .shape(Shape.of("*b m k", Axis.run(0), Axis.named(0), Axis.named(2)));
  static final ArrayContract SVD_RESULT_S =
      ArrayContract.of("result.s", DType.FLOAT64)
          .shape(Shape.of("*b k", Axis.run(0), Axis.named(2)));
  static final ArrayContract SVD_RESULT_VH =
      ArrayContract.of("result.vh", DType.FLOAT64)
          .shape(Shape.of("*b k n", Axis.run(0), Axis.named(2), Axis.named(1)));

  static final MethodContract MATRIX_RANK_FLOAT64 = MethodContract.of("Linalg.matrixRank");
  static final ArrayContract MATRIX_RANK_FLOAT64_A = ArrayContract.of("a", DType.FLOAT64);

  static final MethodContract MATRIX_RANK_FLOAT64_2 = MethodContract.of("Linalg.matrixRank");
  static final ArrayContract MATRIX_RANK_FLOAT64_2_A = ArrayContract.of("a", DType.FLOAT64);

  static final MethodContract LENGTH = MethodContract.of("Linalg.length");
  static final ArrayContract LENGTH_RESULT = ArrayContract.of("result", DType.FLOAT64);

  static final MethodContract WHERE = MethodContract.of("Linalg.where");
  static final ArrayContract WHERE_A = ArrayContract.of("a", DType.BOOL, DType.NUMBER);

  static final MethodContract KIND = MethodContract.of("Linalg.kind");
  static final ArrayContract KIND_A = ArrayContract.of("a", DType.FLOAT64);

  static final MethodContract TWICE = MethodContract.of("Linalg.twice");
  static final ArrayContract TWICE_A = ArrayContract.of("a", DType.FLOAT64);
  static final ArrayContract TWICE_RESULT = ArrayContract.of("result", DType.FLOAT64);

  private final Linalg target;

  /**
   * Calls the functions of {@code numpy.linalg}.
   *
   * @param python the interpreter that has the module
   */
  LinalgAdapter(Python python) {
    this.target = new InPython(python.module("numpy.linalg"));
  }

  /**
   * The inverse of a matrix.
   *
   * @param a float64 {@code [n, n]}, any strides; borrowed for the call
   * @return float64 {@code [n, n]}
   */
  public Tensor inv(Tensor a) {
    try (Call call = INV.begin()) {
      Argument aArgument = call.argument(INV_A, PyTorch.describe(a));
      call.check();
      Float64Array result = target.inv(aArgument.as(Float64Array.class));
      return PyTorch.tensor(call.result(INV_RESULT, result));
    }
  }

  /**
   * The inverse of a matrix.
   *
   * @param a float64 {@code [n, n]}, any strides; borrowed for the call
   * @return float64 {@code [n, n]}, copied
   */
  public TFloat64 inv(TFloat64 a) {
    try (Call call = INV.begin()) {
      Argument aArgument = call.argument(INV_A, TensorFlow.describe(a));
      call.check();
      Float64Array result = target.inv(aArgument.as(Float64Array.class));
      return TensorFlow.tensor(call.result(INV_RESULT, result));
    }
  }

  /**
   * The inverse of a matrix.
   *
   * @param a float64 {@code [n, n]}, any strides; borrowed for the call
   * @return float64 {@code [n, n]}
   */
  @Override
  public Float64Array inv(Float64Array a) {
    try (Call call = INV.begin()) {
      Argument aArgument = call.argument(INV_A, NumpyArrays.describe(a));
      call.check();
      Float64Array result = target.inv(aArgument.as(Float64Array.class));
      return NumpyArrays.keep(call.result(INV_RESULT, result));
    }
  }

  /**
   * Calls {@link Linalg#svd}.
   *
   * @param a float64 {@code [*b, m, n]}, any strides; borrowed for the call
   * @param fullMatrices passed on
   * @return {@code u}: float64 {@code [*b, m, k]}; {@code s}: float64 {@code [*b, k]}; {@code vh}:
   *     float64 {@code [*b, k, n]}
   */
  public Linalg.Svd<Tensor> svd(Tensor a, boolean fullMatrices) {
    try (Call call = SVD.begin()) {
      Argument aArgument = call.argument(SVD_A, PyTorch.describe(a));
      call.check();
      Linalg.Svd<Float64Array> result = target.svd(aArgument.as(Float64Array.class), fullMatrices);
      call.result(SVD_RESULT_U, result.u());
      call.result(SVD_RESULT_S, result.s());
      call.result(SVD_RESULT_VH, result.vh());
      return new Linalg.Svd<>(
          PyTorch.tensor(result.u()), PyTorch.tensor(result.s()), PyTorch.tensor(result.vh()));
    }
  }

  /**
   * Calls {@link Linalg#svd}.
   *
   * @param a float64 {@code [*b, m, n]}, any strides; borrowed for the call
   * @param fullMatrices passed on
   * @return {@code u}: float64 {@code [*b, m, k]}, copied; {@code s}: float64 {@code [*b, k]},
   *     copied; {@code vh}: float64 {@code [*b, k, n]}, copied
   */
  public Linalg.Svd<TFloat64> svd(TFloat64 a, boolean fullMatrices) {
    try (Call call = SVD.begin()) {
      Argument aArgument = call.argument(SVD_A, TensorFlow.describe(a));
      call.check();
      Linalg.Svd<Float64Array> result = target.svd(aArgument.as(Float64Array.class), fullMatrices);
      call.result(SVD_RESULT_U, result.u());
      call.result(SVD_RESULT_S, result.s());
      call.result(SVD_RESULT_VH, result.vh());
      return new Linalg.Svd<>(
          TensorFlow.tensor(result.u()),
          TensorFlow.tensor(result.s()),
          TensorFlow.tensor(result.vh()));
    }
  }

  /**
   * Calls {@link Linalg#svd}.
   *
   * @param a float64 {@code [*b, m, n]}, any strides; borrowed for the call
   * @param fullMatrices passed on
   * @return {@code u}: float64 {@code [*b, m, k]}; {@code s}: float64 {@code [*b, k]}; {@code vh}:
   *     float64 {@code [*b, k, n]}
   */
  @Override
  public Linalg.Svd<Float64Array> svd(Float64Array a, boolean fullMatrices) {
    try (Call call = SVD.begin()) {
      Argument aArgument = call.argument(SVD_A, NumpyArrays.describe(a));
      call.check();
      Linalg.Svd<Float64Array> result = target.svd(aArgument.as(Float64Array.class), fullMatrices);
      call.result(SVD_RESULT_U, result.u());
      call.result(SVD_RESULT_S, result.s());
      call.result(SVD_RESULT_VH, result.vh());
      return new Linalg.Svd<>(
          NumpyArrays.keep(result.u()),
          NumpyArrays.keep(result.s()),
          NumpyArrays.keep(result.vh()));
    }
  }

  /**
   * Calls {@link Linalg#matrixRank}.
   *
   * @param a float64, any shape, any strides; borrowed for the call
   * @return what the method returns
   */
  public int matrixRank(Tensor a) {
    try (Call call = MATRIX_RANK_FLOAT64.begin()) {
      Argument aArgument = call.argument(MATRIX_RANK_FLOAT64_A, PyTorch.describe(a));
      call.check();
      return target.matrixRank(aArgument.as(Float64Array.class));
    }
  }

  /**
   * Calls {@link Linalg#matrixRank}.
   *
   * @param a float64, any shape, any strides; borrowed for the call
   * @return what the method returns
   */
  public int matrixRank(TFloat64 a) {
    try (Call call = MATRIX_RANK_FLOAT64.begin()) {
      Argument aArgument = call.argument(MATRIX_RANK_FLOAT64_A, TensorFlow.describe(a));
      call.check();
      return target.matrixRank(aArgument.as(Float64Array.class));
    }
  }

  /**
   * Calls {@link Linalg#matrixRank}.
   *
   * @param a float64, any shape, any strides; borrowed for the call
   * @return what the method returns
   */
  @Override
  public int matrixRank(Float64Array a) {
    try (Call call = MATRIX_RANK_FLOAT64.begin()) {
      Argument aArgument = call.argument(MATRIX_RANK_FLOAT64_A, NumpyArrays.describe(a));
      call.check();
      return target.matrixRank(aArgument.as(Float64Array.class));
    }
  }

  /**
   * Calls {@link Linalg#matrixRank}.
   *
   * @param a float64, any shape, any strides; borrowed for the call
   * @param tol passed on
   * @param relative passed on
   * @return what the method returns
   */
  public int matrixRank(Tensor a, double tol, float relative) {
    try (Call call = MATRIX_RANK_FLOAT64_2.begin()) {
      Argument aArgument = call.argument(MATRIX_RANK_FLOAT64_2_A, PyTorch.describe(a));
      call.check();
      return target.matrixRank(aArgument.as(Float64Array.class), tol, relative);
    }
  }

  /**
   * Calls {@link Linalg#matrixRank}.
   *
   * @param a float64, any shape, any strides; borrowed for the call
   * @param tol passed on
   * @param relative passed on
   * @return what the method returns
   */
  public int matrixRank(TFloat64 a, double tol, float relative) {
    try (Call call = MATRIX_RANK_FLOAT64_2.begin()) {
      Argument aArgument = call.argument(MATRIX_RANK_FLOAT64_2_A, TensorFlow.describe(a));
      call.check();
      return target.matrixRank(aArgument.as(Float64Array.class), tol, relative);
    }
  }

  /**
   * Calls {@link Linalg#matrixRank}.
   *
   * @param a float64, any shape, any strides; borrowed for the call
   * @param tol passed on
   * @param relative passed on
   * @return what the method returns
   */
  @Override
  public int matrixRank(Float64Array a, double tol, float relative) {
    try (Call call = MATRIX_RANK_FLOAT64_2.begin()) {
      Argument aArgument = call.argument(MATRIX_RANK_FLOAT64_2_A, NumpyArrays.describe(a));
      call.check();
      return target.matrixRank(aArgument.as(Float64Array.class), tol, relative);
    }
  }

  /**
   * Calls {@link Linalg#length}.
   *
   * @param result float64, any shape, any strides; borrowed for the call
   * @param ord passed on
   * @param axis passed on
   * @return what the method returns
   */
  public double length(Tensor result, Linalg. @Nullable Norm ord, int[] axis) {
    try (Call call = LENGTH.begin()) {
      Argument resultArgument = call.argument(LENGTH_RESULT, PyTorch.describe(result));
      call.check();
      return target.length(resultArgument.as(Float64Array.class), ord, axis);
    }
  }

  /**
   * Calls {@link Linalg#length}.
   *
   * @param result float64, any shape, any strides; borrowed for the call
   * @param ord passed on
   * @param axis passed on
   * @return what the method returns
   */
  public double length(TFloat64 result, Linalg. @Nullable Norm ord, int[] axis) {
    try (Call call = LENGTH.begin()) {
      Argument resultArgument = call.argument(LENGTH_RESULT, TensorFlow.describe(result));
      call.check();
      return target.length(resultArgument.as(Float64Array.class), ord, axis);
    }
  }

  /**
   * Calls {@link Linalg#length}.
   *
   * @param result float64, any shape, any strides; borrowed for the call
   * @param ord passed on
   * @param axis passed on
   * @return what the method returns
   */
  @Override
  public double length(Float64Array result, Linalg. @Nullable Norm ord, int[] axis) {
    try (Call call = LENGTH.begin()) {
      Argument resultArgument = call.argument(LENGTH_RESULT, NumpyArrays.describe(result));
      call.check();
      return target.length(resultArgument.as(Float64Array.class), ord, axis);
    }
  }

  @Override
  public @Nullable List<List<String>> words(List<Integer> numbers) {
    return target.words(numbers);
  }

  @Override
  public void testing(PythonObject module) {
    target.testing(module);
  }

  @Override
  public PythonObject raw(String lambda) {
    return target.raw(lambda);
  }

  /**
   * Calls {@link Linalg#where}.
   *
   * @param a any dtype, any shape, any strides; borrowed for the call
   * @return what the method returns
   */
  public Linalg.Point where(Tensor a) {
    try (Call call = WHERE.begin()) {
      Argument aArgument = call.argument(WHERE_A, PyTorch.describe(a));
      call.check();
      return target.where(aArgument.as(NumpyArray.class));
    }
  }

  /**
   * Calls {@link Linalg#where}.
   *
   * @param a any dtype, any shape, any strides; borrowed for the call
   * @return what the method returns
   */
  public Linalg.Point where(TType a) {
    try (Call call = WHERE.begin()) {
      Argument aArgument = call.argument(WHERE_A, TensorFlow.describe(a));
      call.check();
      return target.where(aArgument.as(NumpyArray.class));
    }
  }

  /**
   * Calls {@link Linalg#where}.
   *
   * @param a any dtype, any shape, any strides; borrowed for the call
   * @return what the method returns
   */
  @Override
  public Linalg.Point where(NumpyArray a) {
    try (Call call = WHERE.begin()) {
      Argument aArgument = call.argument(WHERE_A, NumpyArrays.describe(a));
      call.check();
      return target.where(aArgument.as(NumpyArray.class));
    }
  }

  /**
   * Calls {@link Linalg#kind}.
   *
   * @param a float64, any shape, any strides; borrowed for the call
   * @return what the method returns
   */
  public Linalg.Norm kind(Tensor a) {
    try (Call call = KIND.begin()) {
      Argument aArgument = call.argument(KIND_A, PyTorch.describe(a));
      call.check();
      return target.kind(aArgument.as(Float64Array.class));
    }
  }

  /**
   * Calls {@link Linalg#kind}.
   *
   * @param a float64, any shape, any strides; borrowed for the call
   * @return what the method returns
   */
  public Linalg.Norm kind(TFloat64 a) {
    try (Call call = KIND.begin()) {
      Argument aArgument = call.argument(KIND_A, TensorFlow.describe(a));
      call.check();
      return target.kind(aArgument.as(Float64Array.class));
    }
  }

  /**
   * Calls {@link Linalg#kind}.
   *
   * @param a float64, any shape, any strides; borrowed for the call
   * @return what the method returns
   */
  @Override
  public Linalg.Norm kind(Float64Array a) {
    try (Call call = KIND.begin()) {
      Argument aArgument = call.argument(KIND_A, NumpyArrays.describe(a));
      call.check();
      return target.kind(aArgument.as(Float64Array.class));
    }
  }

  /**
   * Not a function of the module.
   *
   * @param a float64, any shape, any strides; borrowed for the call
   * @return float64, any shape
   */
  public Tensor twice(Tensor a) {
    try (Call call = TWICE.begin()) {
      Argument aArgument = call.argument(TWICE_A, PyTorch.describe(a));
      call.check();
      Float64Array result = target.twice(aArgument.as(Float64Array.class));
      return PyTorch.tensor(call.result(TWICE_RESULT, result));
    }
  }

  /**
   * Not a function of the module.
   *
   * @param a float64, any shape, any strides; borrowed for the call
   * @return float64, any shape, copied
   */
  public TFloat64 twice(TFloat64 a) {
    try (Call call = TWICE.begin()) {
      Argument aArgument = call.argument(TWICE_A, TensorFlow.describe(a));
      call.check();
      Float64Array result = target.twice(aArgument.as(Float64Array.class));
      return TensorFlow.tensor(call.result(TWICE_RESULT, result));
    }
  }

  /**
   * Not a function of the module.
   *
   * @param a float64, any shape, any strides; borrowed for the call
   * @return float64, any shape
   */
  @Override
  public Float64Array twice(Float64Array a) {
    try (Call call = TWICE.begin()) {
      Argument aArgument = call.argument(TWICE_A, NumpyArrays.describe(a));
      call.check();
      Float64Array result = target.twice(aArgument.as(Float64Array.class));
      return NumpyArrays.keep(call.result(TWICE_RESULT, result));
    }
  }

  /**
   * Hands each call on to Python.
   */
  private static final class InPython implements Linalg {
    private final PythonFunction inv;
    private final PythonFunction svd;
    private final PythonFunction matrix_rank;
    private final PythonFunction norm;
    private final PythonFunction words;
    private final PythonFunction testing;
    private final PythonFunction raw;
    private final PythonFunction where;
    private final PythonFunction kind;

    InPython(PythonModule module) {
      this.inv = module.function("inv");
      this.svd = module.function("svd");
      this.matrix_rank = module.function("matrix_rank");
      this.norm = module.function("norm");
      this.words = module.function("words");
      this.testing = module.function("testing");
      this.raw = module.function("raw");
      this.where = module.function("where");
      this.kind = module.function("kind");
    }

    @Override
    public Float64Array inv(Float64Array a) {
      return this.inv.callArray(Float64Array.class, a);
    }

    @Override
    public Linalg.Svd<Float64Array> svd(Float64Array a, boolean fullMatrices) {
      try (PythonObject result = this.svd.call(a, fullMatrices)) {
        return result.items(3, items ->
            new Linalg.Svd<>(
                items.get(0, object -> object.asArray(Float64Array.class)),
                items.get(1, object -> object.asArray(Float64Array.class)),
                items.get(2, object -> object.asArray(Float64Array.class))));
      }
    }

    @Override
    public int matrixRank(Float64Array a) {
      return Math.toIntExact(this.matrix_rank.callLong(a));
    }

    @Override
    public int matrixRank(Float64Array a, double tol, float relative) {
      return Math.toIntExact(this.matrix_rank.callLong(a, Python.keyword("tol", tol),
          Python.keyword("rtol", relative)));
    }

    @Override
    public double length(Float64Array result, Linalg. @Nullable Norm ord, int[] axis) {
      return this.norm.callDouble(result, ord, axis);
    }

    @Override
    public @Nullable List<List<String>> words(List<Integer> numbers) {
      try (PythonObject result = this.words.call(numbers)) {
        return result.isNone() ? null : result.asList(object -> object.asList(PythonObject::asString));
      }
    }

    @Override
    public void testing(PythonObject module) {
      this.testing.callVoid(module);
    }

    @Override
    public PythonObject raw(String lambda) {
      return this.raw.call(lambda);
    }

    @Override
    public Linalg.Point where(NumpyArray a) {
      try (PythonObject result = this.where.call(a)) {
        return result.items(3, items ->
            new Linalg.Point(
                items.get(0, object -> Math.toIntExact(object.asLong())),
                items.get(1, PythonObject::asLong),
                items.get(2, PythonObject::asString)));
      }
    }

    @Override
    public Linalg.Norm kind(Float64Array a) {
      try (PythonObject result = this.kind.call(a)) {
        return Linalg.Norm.valueOf(result.asString());
      }
    }
  }
}
