package dev.ndbind.examples.soak;

import dev.ndbind.Float32Array;
import dev.ndbind.annotation.DType;
import dev.ndbind.pytorch.PyTorch;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** A view of a tensor of PyTorch, with any strides, and the memory that it is a part of. */
final class TorchSubject implements Subject {
  /** Never closed; what {@code options()} returns for each tensor would be one more each time. */
  private static final Map<DType, TensorOptions> OPTIONS =
      Map.of(
          DType.UINT8, new TensorOptions(ScalarType.Byte),
          DType.FLOAT16, new TensorOptions(ScalarType.Half),
          DType.INT32, new TensorOptions(ScalarType.Int),
          DType.INT64, new TensorOptions(ScalarType.Long),
          DType.FLOAT32, new TensorOptions(ScalarType.Float),
          DType.FLOAT64, new TensorOptions(ScalarType.Double));

  private final DType dtype;
  private final int size;
  private final Tensor base;
  private final Tensor view;
  private final boolean constant;
  private boolean remembered;
  private Content content;

  private TorchSubject(DType dtype, int size, Content content, boolean constant, boolean lent) {
    this.dtype = dtype;
    this.size = size;
    this.content = content;
    this.constant = constant;
    this.base = lent ? lent(content.seed(), size) : filled(content.seed());
    try (LongOptional first = new LongOptional(content.first())) {
      this.view = base.as_strided(content.shape(), content.strides(), first);
    }
  }

  /**
   * Makes a tensor.
   *
   * @param rows at least 2
   * @param columns at least 3
   */
  static TorchSubject of(RandomGenerator random, DType dtype, int rows, int columns) {
    int size = rows * columns;
    Content content = content(random, rows, columns);
    boolean lent = dtype == DType.FLOAT32 && random.nextBoolean();
    return new TorchSubject(dtype, size, content, random.nextInt(4) == 0, lent);
  }

  private static Content content(RandomGenerator random, long rows, long columns) {
    long seed = random.nextInt(1 << 20);
    long size = rows * columns;
    return switch (random.nextInt(9)) {
      case 0 -> matrix(seed, 0, rows, columns, columns, 1);
      case 1, 2 -> matrix(seed, 0, columns, rows, 1, columns); // Transposed.
      case 3, 4 -> matrix(seed, columns + 1, rows - 1, columns - 2, columns, 1); // Sliced.
      case 5 -> matrix(seed, 0, size, 3, 1, 0); // Expanded.
      case 6 -> new Content(seed, size - 1, new long[0], new long[0]);
      case 7 -> matrix(seed, 0, rows, 0, columns, 1); // Empty.
      default -> Content.whole(seed, size);
    };
  }

  private static Content matrix(
      long seed, long first, long rows, long columns, long rowStride, long columnStride) {
    return new Content(
        seed, first, new long[] {rows, columns}, new long[] {rowStride, columnStride});
  }

  /** Over memory that the JVM counts: it shows whether LibTorch frees the tensor. */
  private static Tensor lent(long seed, int size) {
    Float32Array array = Float32Array.zeros(size);
    for (int place = 0; place < size; place++) {
      array.set(place, Content.value(seed, place));
    }
    return PyTorch.tensor(array);
  }

  private Tensor filled(long seed) {
    Tensor tensor = torch.empty(new long[] {size}, OPTIONS.get(dtype), null);
    fill(tensor, seed);
    return tensor;
  }

  /** Through a pointer: the version counter does not see it. */
  private void fill(Tensor tensor, long seed) {
    new BytePointer(tensor.data_ptr()).put(Content.bytes(dtype, seed, size));
  }

  @Override
  public int read(RandomGenerator random) {
    switch (random.nextInt(11)) {
      case 0 -> ReadingsAdapter.view(view, content);
      case 1 -> ReadingsAdapter.convert(view, content);
      case 2 -> ReadingsAdapter.reorder(view, content);
      case 3 -> ReadingsAdapter.spoil(view, content);
      case 4 -> {
        ReadingsAdapter.convertTwo(view, view, content);
        return 2;
      }
      case 5 -> {
        return readResult(ReadingsAdapter.copy(view, content));
      }
      case 6 -> {
        return readResult(ReadingsAdapter.same(view, content));
      }
      case 7 -> ReadingsAdapter.list(base, Content.whole(content.seed(), size));
      default -> readRemembered();
    }
    return 1;
  }

  private int readResult(Tensor result) {
    try (result) {
      ReadingsAdapter.view(result, content);
      return 3;
    }
  }

  private void readRemembered() {
    remembered = true;
    if (constant) {
      ReadingsAdapter.convertConstant(view, content);
    } else {
      ReadingsAdapter.convertVersion(view, content);
    }
  }

  /** A promise not to write is kept, or taken back. */
  @Override
  public void write(RandomGenerator random) {
    long seed = random.nextInt(1 << 20);
    boolean counted = random.nextInt(constant ? 2 : 64) != 0;
    if (counted) {
      writeCounted(random, seed);
    } else {
      fill(base, seed);
    }
    if (constant || !counted) {
      PyTorch.invalidate(base);
    }
    content = content.withSeed(seed);
  }

  private void writeCounted(RandomGenerator random, long seed) {
    int way = random.nextInt(3);
    if (way == 0 && dtype == DType.FLOAT32) {
      ReadingsAdapter.write(base, seed);
    } else if (way == 1 && dtype.isFloating()) {
      ReadingsAdapter.writeBack(base, seed);
    } else {
      try (Tensor source = filled(seed)) {
        base.copy_(source); // Returns the same wrapper.
      }
    }
  }

  /** Whatever calls held they have given back; stores look every second who still has a tensor. */
  @Override
  public void close() {
    closeLast(view);
    closeLast(base); // Which the view has held.
  }

  private void closeLast(Tensor tensor) {
    if (!remembered && tensor.use_count() != 1) {
      throw new AssertionError("somebody still holds the tensor");
    }
    tensor.close();
  }
}
