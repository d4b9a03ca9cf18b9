package dev.ndbind.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ndbind.Float32Array;
import dev.ndbind.NumpyArray;
import org.tensorflow.ConcreteFunction;
import org.tensorflow.Graph;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.Signature;
import org.tensorflow.ndarray.StdArrays;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TType;

/** Sees what sessions and functions return. */
final class GraphProgram {
  private GraphProgram() {}

  public static void main(String[] arguments) {
    for (SharedType type : SharedType.values()) {
      seesResultsOfSessions(type);
    }
    seesResultsOfFunctions();
    feedsTensorsMadeOfArrays();
  }

  private static void seesResultsOfSessions(SharedType type) {
    NumpyArray view;
    try (TType tensor = type.tensor()) {
      try (Graph graph = new Graph();
          Session session = new Session(graph)) {
        Ops tf = Ops.create(graph);
        Placeholder<? extends TType> input = tf.placeholder(type.tensorType);
        var output = tf.linalg.transpose(input, tf.constant(new int[] {1, 0}));
        try (Result result = session.runner().feed(input, tensor).fetch(output).run()) {
          view = TensorFlow.view((TType) result.get(0), type.arrayType);
        }
      }
      for (int row = 0; row < 2; row++) {
        for (int column = 0; column < 3; column++) {
          assertThat(type.inArray(view, column, row)).isEqualTo(type.inTensor(tensor, row, column));
        }
      }
    }
  }

  private static void seesResultsOfFunctions() {
    try (ConcreteFunction function = ConcreteFunction.create(GraphProgram::twice);
        TFloat32 tensor = TFloat32.tensorOf(StdArrays.ndCopyOf(new float[][] {{1, 2}, {3, 4}}));
        TFloat32 result = (TFloat32) function.call(tensor);
        TFloat32 gram = PointsAdapter.gram(result)) {
      assertThat(TensorFlow.view(result, Float32Array.class).toArray()).containsExactly(2, 4, 6, 8);
      assertThat(StdArrays.array2dCopyOf(gram)).isDeepEqualTo(new float[][] {{20, 44}, {44, 100}});
    }
  }

  private static void feedsTensorsMadeOfArrays() {
    Float32Array array = Float32Array.of(new float[] {1, 2, 3, 4, 5, 6}, 2, 3).transpose();
    try (ConcreteFunction function = ConcreteFunction.create(GraphProgram::twice);
        TFloat32 tensor = TensorFlow.tensor(array);
        TFloat32 result = (TFloat32) function.call(tensor)) {
      assertThat(StdArrays.array2dCopyOf(result))
          .isDeepEqualTo(new float[][] {{2, 8}, {4, 10}, {6, 12}});
    }
  }

  private static Signature twice(Ops tf) {
    Placeholder<TFloat32> x = tf.placeholder(TFloat32.class);
    return Signature.builder().input("x", x).output("y", tf.math.add(x, x)).build();
  }
}
