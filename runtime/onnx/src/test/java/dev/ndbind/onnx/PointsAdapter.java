package dev.ndbind.onnx;

import ai.onnxruntime.OnnxTensor;
import dev.ndbind.Float32Array;
import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Use;
import dev.ndbind.call.Argument;
import dev.ndbind.call.ArrayContract;
import dev.ndbind.call.Axis;
import dev.ndbind.call.Call;
import dev.ndbind.call.MethodContract;
import dev.ndbind.call.Shape;
import org.jspecify.annotations.Nullable;

/** What an adapter for {@link Points} comes to. */
final class PointsAdapter {
  private static final Shape N_D = Shape.of("n d", Axis.named(0), Axis.named(1));
  private static final ArrayContract POINTS = ArrayContract.of("points", DType.FLOAT32).shape(N_D);

  private static final MethodContract DISTANCE = MethodContract.of("Points.distance", "n", "d");
  private static final ArrayContract CENTER =
      ArrayContract.of("center", DType.FLOAT32).shape(Shape.of("d", Axis.named(1)));

  private static final MethodContract GRAM = MethodContract.of("Points.gram", "n", "d");
  private static final ArrayContract GRAM_RESULT =
      ArrayContract.of("result", DType.FLOAT32)
          .shape(Shape.of("n n", Axis.named(0), Axis.named(0)));

  private static final MethodContract SAME = MethodContract.of("Points.same", "n", "d");
  private static final ArrayContract SAME_RESULT =
      ArrayContract.of("result", DType.FLOAT32).shape(N_D);

  private static final MethodContract DOUBLED = MethodContract.of("Points.doubled", "n", "d");
  private static final ArrayContract DOUBLED_POINTS = POINTS.use(Use.WRITE);

  private PointsAdapter() {}

  static double distance(@Nullable OnnxTensor points, @Nullable OnnxTensor center) {
    try (Call call = DISTANCE.begin()) {
      Argument pointsArgument = call.argument(POINTS, Onnx.describe(points));
      Argument centerArgument = call.argument(CENTER, Onnx.describe(center));
      call.check();
      return Points.distance(
          pointsArgument.as(Float32Array.class), centerArgument.as(Float32Array.class));
    }
  }

  static OnnxTensor gram(@Nullable OnnxTensor points) {
    try (Call call = GRAM.begin()) {
      Argument pointsArgument = call.argument(POINTS, Onnx.describe(points));
      call.check();
      Float32Array result = Points.gram(pointsArgument.as(Float32Array.class));
      return Onnx.tensor(call.result(GRAM_RESULT, result));
    }
  }

  static OnnxTensor same(@Nullable OnnxTensor points) {
    try (Call call = SAME.begin()) {
      Argument pointsArgument = call.argument(POINTS, Onnx.describe(points));
      call.check();
      Float32Array result = Points.same(pointsArgument.as(Float32Array.class));
      return Onnx.tensor(call.result(SAME_RESULT, result));
    }
  }

  static OnnxTensor doubled(@Nullable OnnxTensor points) {
    try (Call call = DOUBLED.begin()) {
      Argument pointsArgument = call.argument(DOUBLED_POINTS, Onnx.describe(points));
      call.check();
      Float32Array result = Points.doubled(pointsArgument.as(Float32Array.class));
      return Onnx.tensor(call.result(SAME_RESULT, result));
    }
  }
}
