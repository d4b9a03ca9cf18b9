package dev.ndbind.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ndbind.ContractException;
import dev.ndbind.Float32Array;
import org.junit.jupiter.api.Test;
import org.tensorflow.EagerSession;
import org.tensorflow.SparseTensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.StdArrays;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/** A whole call, as generated code makes it. */
class AdapterTest {
  @Test
  void readsTensors() {
    try (TFloat32 points = matrix(new float[][] {{1, 2}, {3, 4}, {5, 6}});
        TFloat32 center = TFloat32.vectorOf(1, 1)) {
      assertThat(PointsAdapter.distance(points, center)).isEqualTo(0 + 1 + 2 + 3 + 4 + 5);
      assertThat(References.count(points)).isEqualTo(1);
    }
  }

  @Test
  void readsWhatChangedBetweenCalls() {
    try (TFloat32 points = matrix(new float[][] {{1, 2}});
        TFloat32 center = TFloat32.vectorOf(1, 1)) {
      assertThat(PointsAdapter.distance(points, center)).isEqualTo(1);
      points.setFloat(12, 0, 1);
      assertThat(PointsAdapter.distance(points, center)).isEqualTo(11);
    }
  }

  @Test
  void readsEagerResults() {
    try (EagerSession session = EagerSession.create()) {
      Ops tf = Ops.create(session);
      TFloat32 points =
          tf.math.add(tf.constant(new float[][] {{1, 2}}), tf.constant(3f)).asTensor();
      assertThat(PointsAdapter.distance(points, tf.constant(new float[] {1, 1}).asTensor()))
          .isEqualTo(7);
    }
  }

  @Test
  void returnsTensors() {
    try (TFloat32 points = matrix(new float[][] {{1, 2}, {3, 4}, {5, 6}});
        TFloat32 gram = PointsAdapter.gram(points)) {
      float[][] elements = StdArrays.array2dCopyOf(gram);
      assertThat(elements).isDeepEqualTo(new float[][] {{5, 11, 17}, {11, 25, 39}, {17, 39, 61}});
    }
  }

  @Test
  void returnsACopyOfItsArgument() {
    try (TFloat32 points = matrix(new float[][] {{1, 2}});
        TFloat32 same = PointsAdapter.same(points)) {
      same.setFloat(9, 0, 0);
      assertThat(points.getFloat(0, 0)).isEqualTo(1);
      assertThat(same.getFloat(0, 1)).isEqualTo(2);
    }
  }

  @Test
  void takesTheArrayBack() {
    try (TFloat32 points = matrix(new float[][] {{1, 2}})) {
      PointsAdapter.same(points).close();
      Float32Array kept = Points.kept;
      String message =
          "the array of parameter 'points' was used after Points.same returned; copy() keeps the"
              + " data";

      assertThatThrownBy(() -> kept.get(0, 0))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(message);
      assertThatThrownBy(() -> TensorFlow.tensor(kept))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(message);
    }
  }

  @Test
  void listsEverythingThatDoesNotFit() {
    try (TFloat32 points = matrix(new float[][] {{1, 2}});
        TFloat32 center = TFloat32.vectorOf(1, 2, 3)) {
      assertThatThrownBy(() -> PointsAdapter.distance(center, center))
          .isInstanceOf(ContractException.class)
          .hasMessageContaining("Points.distance: points shape (3,) does not fit \"n d\"");
      assertThatThrownBy(() -> PointsAdapter.distance(points, center))
          .isInstanceOf(ContractException.class)
          .hasMessageStartingWith("Points.distance: center shape (3,) does not fit \"d\"");
      assertThat(References.count(points)).isEqualTo(1);
      assertThat(References.count(center)).isEqualTo(1);
    }
  }

  @Test
  void namesClosedTensors() {
    try (TFloat32 points = matrix(new float[][] {{1, 2}})) {
      TFloat32 center = TFloat32.vectorOf(1, 1);
      center.close();

      assertThatThrownBy(() -> PointsAdapter.distance(points, center))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("Points.distance: center has been closed");
      assertThat(References.count(points)).isEqualTo(1);
    }
  }

  @Test
  void namesNull() {
    try (TFloat32 points = matrix(new float[][] {{1, 2}})) {
      assertThatThrownBy(() -> PointsAdapter.distance(points, null))
          .isInstanceOf(NullPointerException.class)
          .hasMessage("Points.distance: center is null");
      assertThat(References.count(points)).isEqualTo(1);
    }
  }

  @Test
  void namesSparseTensors() {
    try (TInt64 indices = TInt64.tensorOf(Shape.of(1, 2));
        TFloat32 values = TFloat32.vectorOf(7);
        TInt64 denseShape = TInt64.vectorOf(2, 2);
        SparseTensor<TFloat32> sparse = SparseTensor.of(indices, values, denseShape)) {
      assertThatThrownBy(() -> PointsAdapter.gram(sparse.asTypedTensor()))
          .isInstanceOf(ContractException.class)
          .hasMessage(
              "Points.gram: points is sparse (COO);"
                  + " tf.sparse.sparseToDense(indices, denseShape, values, zero) makes it dense");
    }
  }

  private static TFloat32 matrix(float[][] elements) {
    return TFloat32.tensorOf(StdArrays.ndCopyOf(elements));
  }
}
