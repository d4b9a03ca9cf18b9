package dev.ndbind.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.ndbind.ContractException;
import dev.ndbind.Copies;
import dev.ndbind.Float32Array;
import dev.ndbind.Float64Array;
import dev.ndbind.annotation.Casting;
import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Order;
import dev.ndbind.annotation.Use;
import dev.ndbind.call.Argument;
import dev.ndbind.call.ArrayContract;
import dev.ndbind.call.Call;
import dev.ndbind.call.MethodContract;
import java.nio.FloatBuffer;
import org.junit.jupiter.api.Test;

/** A whole call, as generated code makes it. */
class AdapterTest {
  private static final MethodContract METHOD = MethodContract.of("Kernel.run");
  private static final ArrayContract FLOATS = ArrayContract.of("x", DType.FLOAT32);

  @Test
  void readsTensors() throws OrtException {
    try (OnnxTensor points = Tensors.of(new float[][] {{1, 2}, {3, 4}, {5, 6}});
        OnnxTensor center = Tensors.of(new float[] {1, 1})) {
      assertThat((double) Copies.forbid(() -> PointsAdapter.distance(points, center)))
          .isEqualTo(0 + 1 + 2 + 3 + 4 + 5);
    }
  }

  @Test
  void readsResultsOfSessionsWithoutACopy() throws OrtException {
    try (OrtSession session = Model.identity(Model.FLOAT);
        OnnxTensor x = Tensors.of(new float[][] {{1, 2}});
        OnnxTensor points = Tensors.output(session, x);
        OnnxTensor center = Tensors.of(new float[] {1, 1})) {
      assertThat((double) Copies.forbid(() -> PointsAdapter.distance(points, center))).isEqualTo(1);
    }
  }

  @Test
  void readsWhatChangedBetweenCalls() throws OrtException {
    FloatBuffer buffer = Tensors.counting(2);
    try (OnnxTensor points = Tensors.over(buffer, 1, 2);
        OnnxTensor center = Tensors.of(new float[] {1, 1})) {
      assertThat(PointsAdapter.distance(points, center)).isEqualTo(1);
      buffer.put(1, 12);
      assertThat(PointsAdapter.distance(points, center)).isEqualTo(11);
    }
  }

  @Test
  void returnsTensors() throws OrtException {
    try (OnnxTensor points = Tensors.of(new float[][] {{1, 2}, {3, 4}, {5, 6}});
        OnnxTensor gram = Copies.forbid(() -> PointsAdapter.gram(points))) {
      assertThat((float[][]) gram.getValue())
          .isDeepEqualTo(new float[][] {{5, 11, 17}, {11, 25, 39}, {17, 39, 61}});
    }
  }

  @Test
  void returnsACopyOfItsArgument() throws OrtException {
    FloatBuffer buffer = Tensors.counting(2);
    try (OnnxTensor points = Tensors.over(buffer, 1, 2);
        OnnxTensor same = PointsAdapter.same(points)) {
      buffer.put(0, 9);
      assertThat(same.getFloatBuffer().array()).containsExactly(1, 2);
    }
  }

  @Test
  void writesIntoBuffers() throws OrtException {
    FloatBuffer buffer = Tensors.counting(2);
    try (OnnxTensor points = Tensors.over(buffer, 1, 2)) {
      assertThat(PointsAdapter.doubled(points)).isSameAs(points);
      assertThat(buffer.get(1)).isEqualTo(4);
    }
  }

  @Test
  void writesIntoResultsOfSessionsAndNothingElse() throws OrtException {
    try (OrtSession session = Model.identity(Model.FLOAT);
        OnnxTensor x = Tensors.of(new float[][] {{1, 2}});
        OnnxTensor points = Tensors.output(session, x)) {
      assertThat(PointsAdapter.doubled(points)).isSameAs(points);
      assertThat(points.getFloatBuffer().array()).containsExactly(2, 4);
      assertThat(x.getFloatBuffer().array()).containsExactly(1, 2);
    }
  }

  @Test
  void refusesToWriteWhatAnotherArgumentReads() throws OrtException {
    FloatBuffer buffer = Tensors.counting(4);
    try (OnnxTensor all = Tensors.over(buffer, 4);
        OnnxTensor part = Tensors.over(buffer.slice(3, 1), 1);
        Call call = METHOD.begin()) {
      call.argument(FLOATS.use(Use.WRITE), Onnx.describe(all));
      call.argument(ArrayContract.of("y", DType.FLOAT32), Onnx.describe(part));
      assertThatThrownBy(call::check)
          .isInstanceOf(ContractException.class)
          .hasMessage("Kernel.run: x shares memory with y, and is written");
    }
  }

  /** Such an output is over the input's buffer. */
  @Test
  void refusesToWriteAnInputThatAModelHandsOn() throws OrtException {
    try (OrtSession session = Model.handingOn(Model.FLOAT);
        OnnxTensor x = Tensors.over(Tensors.counting(2), 2);
        OrtSession.Result result = Tensors.run(session, x);
        Call call = METHOD.begin()) {
      call.argument(FLOATS.use(Use.WRITE), Onnx.describe((OnnxTensor) result.get(0)));
      call.argument(ArrayContract.of("y", DType.FLOAT32), Onnx.describe(x));
      assertThatThrownBy(call::check)
          .hasMessage("Kernel.run: x shares memory with y, and is written");
    }
  }

  @Test
  void copiesToFOrder() throws OrtException {
    try (OnnxTensor tensor = Tensors.of(new float[][] {{1, 2, 3}, {4, 5, 6}});
        Call call = METHOD.begin()) {
      Argument argument = call.argument(FLOATS.order(Order.F), Onnx.describe(tensor));
      call.check();
      Float32Array array = argument.as(Float32Array.class);
      assertThat(array.byteStrides()).containsExactly(4, 8);
      assertThat(array.toArray()).containsExactly(1, 2, 3, 4, 5, 6);
    }
  }

  @Test
  void castsHalves() throws OrtException {
    try (OnnxTensor tensor = SharedType.FLOAT16.tensor(4);
        Call call = METHOD.begin()) {
      Argument argument = call.argument(FLOATS.casting(Casting.SAFE), Onnx.describe(tensor));
      call.check();
      assertThat(argument.as(Float32Array.class).toArray()).isEqualTo(tensor.getValue());
    }
  }

  @Test
  void writesBackWhatHadToBeCast() throws OrtException {
    FloatBuffer buffer = Tensors.counting(2);
    ArrayContract doubles =
        ArrayContract.of("x", DType.FLOAT64).casting(Casting.SAME_KIND).use(Use.WRITE_BACK);
    try (OnnxTensor tensor = Tensors.over(buffer, 2);
        Call call = METHOD.begin()) {
      Argument argument = call.argument(doubles, Onnx.describe(tensor));
      call.check();
      argument.as(Float64Array.class).set(1, 7.5);
      call.complete();
    }
    assertThat(buffer.get(1)).isEqualTo(7.5f);
  }

  @Test
  void takesTheArrayBack() throws OrtException {
    try (OnnxTensor points = Tensors.of(new float[][] {{1, 2}})) {
      PointsAdapter.same(points).close();
      Float32Array kept = Points.kept;
      String message =
          "the array of parameter 'points' was used after Points.same returned; copy() keeps the"
              + " data";
      assertThatThrownBy(() -> kept.get(0, 0))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(message);
      assertThatThrownBy(() -> Onnx.tensor(kept))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(message);
    }
  }

  @Test
  void namesWhatDoesNotFit() throws OrtException {
    try (OnnxTensor points = Tensors.of(new float[][] {{1, 2}});
        OnnxTensor center = Tensors.of(new float[] {1, 2, 3})) {
      assertThatThrownBy(() -> PointsAdapter.distance(points, center))
          .isInstanceOf(ContractException.class)
          .hasMessageStartingWith("Points.distance: center shape (3,) does not fit \"d\"");
    }
  }

  @Test
  void namesClosedTensorsAndNull() throws OrtException {
    try (OnnxTensor points = Tensors.of(new float[][] {{1, 2}})) {
      OnnxTensor center = Tensors.of(new float[] {1, 1});
      center.close();
      assertThatThrownBy(() -> PointsAdapter.distance(points, center))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("Points.distance: center has been closed");
      assertThatThrownBy(() -> PointsAdapter.distance(points, null))
          .isInstanceOf(NullPointerException.class)
          .hasMessage("Points.distance: center is null");
    }
  }

  @Test
  void namesStrings() throws OrtException {
    try (OnnxTensor points = Tensors.of(new String[] {"a"})) {
      assertThatThrownBy(() -> PointsAdapter.gram(points))
          .isInstanceOf(ContractException.class)
          .hasMessage(
              "Points.gram: points holds strings, which no array has; getValue() gives them");
    }
  }
}
