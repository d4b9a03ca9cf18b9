package dev.ndbind.examples;

import dev.ndbind.Float64Array;
import dev.ndbind.numpy.Python;
import dev.ndbind.numpy.PythonFunction;
import dev.ndbind.pytorch.PyTorch;
import dev.ndbind.tensorflow.TensorFlow;
import java.nio.file.Path;
import java.util.Objects;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat64;

/**
 * Loads native libraries in the order of its arguments: {@code torch}, {@code tensorflow}, {@code
 * numpy}, or the path of an interpreter. Each multiplies matrices on all its threads when it is
 * loaded, and again when all are; then NumPy multiplies the tensors of the others.
 */
final class LoadOrderProgram {
  private static final int SIZE = 300;

  private final Float64Array matrix = Float64Array.zeros(SIZE, SIZE);
  private final double expected;
  private @Nullable Python python;

  private LoadOrderProgram() {
    for (int i = 0; i < SIZE; i++) {
      for (int j = 0; j < SIZE; j++) {
        matrix.set(i, j, (i * 7 + j * 3) % 11); // Products and sums are exact.
      }
    }
    expected = sumOfSquare();
  }

  public static void main(String[] libraries) {
    LoadOrderProgram program = new LoadOrderProgram();
    for (int round = 0; round < 2; round++) {
      for (String library : libraries) {
        program.multiply(library);
      }
    }
    program.multiplyTensors();
    System.out.println("all right");
    System.exit(0); // Whatever their threads do.
  }

  /** The sum of the elements of the matrix times itself, by a rule that needs no product. */
  private double sumOfSquare() {
    double sum = 0;
    for (int k = 0; k < SIZE; k++) {
      double column = 0;
      double row = 0;
      for (int i = 0; i < SIZE; i++) {
        column += matrix.get(i, k);
        row += matrix.get(k, i);
      }
      sum += column * row;
    }
    return sum;
  }

  private void multiply(String library) {
    switch (library) {
      case "torch" -> multiplyInTorch();
      case "tensorflow" -> multiplyInTensorFlow();
      case "numpy" -> multiplyInNumpy(Python.embedded());
      default -> multiplyInNumpy(Python.at(Path.of(library)));
    }
  }

  private void multiplyInTorch() {
    try (Tensor tensor = PyTorch.tensor(matrix);
        Tensor product = tensor.matmul(tensor);
        Tensor sum = product.sum()) {
      check("PyTorch", sum.item_double());
    }
  }

  private void multiplyInTensorFlow() {
    try (TFloat64 tensor = TensorFlow.tensor(matrix)) {
      Ops tf = Ops.create();
      var operand = tf.constant(tensor);
      var product = tf.linalg.matMul(operand, operand);
      var sum = tf.math.mean(product, tf.constant(new int[] {0, 1}));
      check("TensorFlow", sum.asTensor().getDouble() * SIZE * SIZE);
    }
  }

  private void multiplyInNumpy(Python started) {
    python = started;
    check("NumPy", sumOfProduct(matrix));
  }

  private void multiplyTensors() {
    try (Tensor torch = PyTorch.tensor(matrix.copy());
        TFloat64 tensorFlow = TensorFlow.tensor(matrix)) {
      check("NumPy of PyTorch", sumOfProduct(PyTorch.view(torch, Float64Array.class)));
      check("NumPy of TensorFlow", sumOfProduct(TensorFlow.view(tensorFlow, Float64Array.class)));
    }
  }

  private double sumOfProduct(Float64Array factor) {
    Python numpy = Objects.requireNonNull(python, "NumPy is among the libraries");
    PythonFunction matmul = numpy.module("numpy").function("matmul");
    return numpy
        .module("numpy")
        .function("sum")
        .callDouble(matmul.callArray(Float64Array.class, factor, factor));
  }

  private void check(String library, double found) {
    if (Math.abs(found - expected) > expected * 1e-12) {
      throw new AssertionError("%s: %s, expected %s".formatted(library, found, expected));
    }
  }
}
