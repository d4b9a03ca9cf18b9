package dev.ndbind.pytorch;

import dev.ndbind.Complex64Array;
import dev.ndbind.Float32Array;
import dev.ndbind.Float64Array;
import dev.ndbind.annotation.Casting;
import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Order;
import dev.ndbind.annotation.Use;
import dev.ndbind.call.Argument;
import dev.ndbind.call.ArrayContract;
import dev.ndbind.call.Axis;
import dev.ndbind.call.Call;
import dev.ndbind.call.MethodContract;
import dev.ndbind.call.Shape;
import org.bytedeco.pytorch.Tensor;

/** The adapter of {@link Demo}, as the processor writes adapters. */
final class DemoAdapter {
  private static final Shape N_D = Shape.of("n d", Axis.named(0), Axis.named(1));
  private static final Shape N_N = Shape.of("n n", Axis.named(0), Axis.named(0));

  private static final MethodContract SUM = MethodContract.of("Demo.sum", "n", "d");
  private static final ArrayContract X = ArrayContract.of("x", DType.FLOAT32).shape(N_D);

  private static final MethodContract WEIGH = MethodContract.of("Demo.weigh", "n", "d");
  private static final ArrayContract WEIGH_ROWS =
      ArrayContract.of("rows", DType.FLOAT64).shape(N_D).order(Order.C).casting(Casting.SAFE);

  private static final MethodContract MARK = MethodContract.of("Demo.mark", "n", "d");
  private static final ArrayContract MARK_ROWS =
      ArrayContract.of("rows", DType.FLOAT32).shape(N_D).use(Use.WRITE);

  private static final MethodContract MARK_BACK = MethodContract.of("Demo.markBack", "n", "d");
  private static final ArrayContract MARK_BACK_ROWS = MARK_ROWS.order(Order.C).use(Use.WRITE_BACK);

  private static final MethodContract ADD = MethodContract.of("Demo.add", "n", "d");
  private static final ArrayContract Y = ArrayContract.of("y", DType.FLOAT32).shape(N_D);
  private static final ArrayContract OUT =
      ArrayContract.of("out", DType.FLOAT32).shape(N_D).use(Use.WRITE);

  private static final MethodContract GRAM = MethodContract.of("Demo.gram", "n", "d");
  private static final ArrayContract GRAM_RESULT =
      ArrayContract.of("result", DType.FLOAT32).shape(N_N);
  private static final ArrayContract MARKED_RESULT =
      ArrayContract.of("result", DType.FLOAT32).shape(N_D);

  private static final MethodContract IMAGINARY = MethodContract.of("Demo.imaginary", "n");
  private static final ArrayContract IMAGINARY_X =
      ArrayContract.of("x", DType.COMPLEX64).shape(Shape.of("n", Axis.named(0)));

  private static final MethodContract SWAP = MethodContract.of("Demo.swap", "n");
  private static final ArrayContract SWAP_X = IMAGINARY_X.use(Use.WRITE);

  private static final MethodContract SAME = MethodContract.of("Demo.same", "n", "d");
  private static final ArrayContract SAME_X = X.order(Order.C);
  private static final ArrayContract SAME_Y = Y.order(Order.C);

  private DemoAdapter() {}

  static double sum(Tensor x) {
    try (Call call = SUM.begin()) {
      Argument argument = call.argument(X, PyTorch.describe(x));
      call.check();
      return Demo.sum(argument.as(Float32Array.class));
    }
  }

  static double[] weigh(Tensor rows) {
    try (Call call = WEIGH.begin()) {
      Argument argument = call.argument(WEIGH_ROWS, PyTorch.describe(rows));
      call.check();
      return Demo.weigh(argument.as(Float64Array.class));
    }
  }

  static void mark(Tensor rows) {
    try (Call call = MARK.begin()) {
      Argument argument = call.argument(MARK_ROWS, PyTorch.describe(rows));
      call.check();
      Demo.mark(argument.as(Float32Array.class));
    }
  }

  static void markBack(Tensor rows) {
    try (Call call = MARK_BACK.begin()) {
      Argument argument = call.argument(MARK_BACK_ROWS, PyTorch.describe(rows));
      call.check();
      Demo.mark(argument.as(Float32Array.class));
      call.complete();
    }
  }

  static Tensor marked(Tensor rows) {
    try (Call call = MARK.begin()) {
      Argument argument = call.argument(MARK_ROWS, PyTorch.describe(rows));
      call.check();
      return PyTorch.tensor(
          call.result(MARKED_RESULT, Demo.marked(argument.as(Float32Array.class))));
    }
  }

  static void add(Tensor x, Tensor y, Tensor out) {
    try (Call call = ADD.begin()) {
      Argument argumentX = call.argument(X, PyTorch.describe(x));
      Argument argumentY = call.argument(Y, PyTorch.describe(y));
      Argument argumentOut = call.argument(OUT, PyTorch.describe(out));
      call.check();
      Demo.add(
          argumentX.as(Float32Array.class),
          argumentY.as(Float32Array.class),
          argumentOut.as(Float32Array.class));
    }
  }

  static Tensor gram(Tensor x) {
    try (Call call = GRAM.begin()) {
      Argument argument = call.argument(X, PyTorch.describe(x));
      call.check();
      return PyTorch.tensor(call.result(GRAM_RESULT, Demo.gram(argument.as(Float32Array.class))));
    }
  }

  static double imaginary(Tensor x) {
    try (Call call = IMAGINARY.begin()) {
      Argument argument = call.argument(IMAGINARY_X, PyTorch.describe(x));
      call.check();
      return Demo.imaginary(argument.as(Complex64Array.class));
    }
  }

  static void swap(Tensor x) {
    try (Call call = SWAP.begin()) {
      Argument argument = call.argument(SWAP_X, PyTorch.describe(x));
      call.check();
      Demo.swap(argument.as(Complex64Array.class));
    }
  }

  static boolean same(Tensor x, Tensor y) {
    try (Call call = SAME.begin()) {
      Argument argumentX = call.argument(SAME_X, PyTorch.describe(x));
      Argument argumentY = call.argument(SAME_Y, PyTorch.describe(y));
      call.check();
      return Demo.same(argumentX.as(Float32Array.class), argumentY.as(Float32Array.class));
    }
  }
}
