package dev.ndbind.examples.soak;

import dev.ndbind.annotation.DType;
import dev.ndbind.tensorflow.TensorFlow;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat16;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TFloat64;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.TUint8;
import org.tensorflow.types.family.TType;

/** A tensor of TensorFlow, which is always dense. */
final class TensorFlowSubject implements Subject {
  private static final Map<DType, Class<? extends TType>> TYPES =
      Map.of(
          DType.UINT8, TUint8.class,
          DType.FLOAT16, TFloat16.class,
          DType.INT32, TInt32.class,
          DType.INT64, TInt64.class,
          DType.FLOAT32, TFloat32.class,
          DType.FLOAT64, TFloat64.class);

  private final DType dtype;
  private final TType tensor;
  private final boolean constant;
  private Content content;

  private TensorFlowSubject(DType dtype, Content content, boolean constant) {
    this.dtype = dtype;
    this.content = content;
    this.constant = constant;
    this.tensor = Tensor.of(TYPES.get(dtype), Shape.of(content.shape()));
    fill(content.seed());
  }

  /**
   * Makes a tensor.
   *
   * @param rows at least 1
   * @param columns at least 1
   */
  static TensorFlowSubject of(RandomGenerator random, DType dtype, int rows, int columns) {
    Content content = content(random, rows, columns);
    return new TensorFlowSubject(dtype, content, random.nextInt(4) == 0);
  }

  private static Content content(RandomGenerator random, long rows, long columns) {
    long seed = random.nextInt(1 << 20);
    return switch (random.nextInt(6)) {
      case 0 -> new Content(seed, 0, new long[0], new long[0]);
      case 1 -> new Content(seed, 0, new long[] {rows, 0}, new long[] {0, 1});
      case 2 -> Content.whole(seed, rows * columns);
      case 3 -> new Content(seed, 0, new long[] {rows, 1, columns}, new long[] {columns, 1, 1});
      default -> new Content(seed, 0, new long[] {rows, columns}, new long[] {columns, 1});
    };
  }

  /** TensorFlow does not know that: the tensor is ours alone. */
  private void fill(long seed) {
    int size = (int) tensor.shape().size();
    if (size > 0) {
      tensor.asRawTensor().data().write(Content.bytes(dtype, seed, size));
    }
  }

  @Override
  public int read(RandomGenerator random) {
    switch (random.nextInt(constant ? 10 : 8)) {
      case 0 -> ReadingsAdapter.view(tensor, content);
      case 1 -> ReadingsAdapter.convert(tensor, content);
      case 2 -> ReadingsAdapter.reorder(tensor, content);
      case 3 -> ReadingsAdapter.spoil(tensor, content);
      case 4 -> {
        ReadingsAdapter.convertTwo(tensor, tensor, content);
        return 2;
      }
      case 5 -> {
        return readResult(ReadingsAdapter.copy(tensor, content));
      }
      case 6 -> {
        return readResult(ReadingsAdapter.same(tensor, content));
      }
      case 7 -> readList();
      default -> ReadingsAdapter.convertConstant(tensor, content);
    }
    return 1;
  }

  private void readList() {
    if (content.shape().length == 1) {
      ReadingsAdapter.list(tensor, content);
    } else {
      ReadingsAdapter.convert(tensor, content);
    }
  }

  private int readResult(TType result) {
    try (result) {
      ReadingsAdapter.view(result, content);
      return 3;
    }
  }

  @Override
  public void write(RandomGenerator random) {
    long seed = random.nextInt(1 << 20);
    fill(seed);
    if (constant) {
      TensorFlow.invalidate(tensor);
    }
    content = content.withSeed(seed);
  }

  @Override
  public void close() {
    tensor.close();
  }
}
