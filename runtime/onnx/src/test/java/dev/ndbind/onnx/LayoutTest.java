package dev.ndbind.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.ndbind.Int64Array;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Arrays of random shapes and strides, which a session copies and ONNX Runtime's own getters read.
 */
class LayoutTest {
  private static final int LAYOUTS = 2_000;
  private static final int MOST_AXES = 6;

  @Test
  void everyLayoutComesBack() throws OrtException {
    Random random = new Random(20260101);
    try (OrtSession session = Model.identity(Model.INT64)) {
      for (int layout = 0; layout < LAYOUTS; layout++) {
        assertComesBack(session, layout(random));
      }
    }
  }

  private static void assertComesBack(OrtSession session, Int64Array array) throws OrtException {
    try (OnnxTensor x = Onnx.tensor(array);
        OnnxTensor y = Tensors.output(session, x)) {
      String layout = Arrays.toString(array.shape()) + Arrays.toString(array.byteStrides());
      long[] expected = array.toArray();
      assertThat(y.getInfo().getShape()).as(layout).isEqualTo(array.shape());
      assertThat(y.getLongBuffer().array()).as(layout).isEqualTo(expected);
      Int64Array view = Onnx.view(y, Int64Array.class);
      assertThat(view.shape()).isEqualTo(array.shape());
      assertThat(view.toArray()).as(layout).isEqualTo(expected);
    }
  }

  /** Counting numbers: transposed, reversed, sliced, or none of that. */
  private static Int64Array layout(Random random) {
    long[] shape = random.longs(random.nextInt(MOST_AXES + 1), 0, 5).toArray();
    Int64Array array = Int64Array.zeros(shape);
    Int64Array flat = array.reshape(array.size());
    for (long i = 0; i < flat.size(); i++) {
      flat.set(i, i);
    }
    for (int axis = 0; axis < shape.length; axis++) {
      array =
          switch (random.nextInt(5)) {
            case 0 -> array.transpose();
            case 1 -> array.flip(axis);
            case 2 -> array.slice(axis, 0, array.shape(axis), 2);
            case 3 -> array.slice(axis, array.shape(axis) / 2, array.shape(axis));
            default -> array;
          };
    }
    return array;
  }
}
