package dev.ndbind.examples.soak;

import dev.ndbind.annotation.DType;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * One of many threads: makes tensors of its own, converts and writes them for a while, and closes
 * them; and now and then converts one of the large tensors that all threads share.
 */
final class Worker implements Runnable {
  private static final List<DType> DTYPES =
      List.of(
          DType.UINT8,
          DType.FLOAT16,
          DType.INT32,
          DType.INT64,
          DType.FLOAT32,
          DType.FLOAT32,
          DType.FLOAT64);

  private final Progress progress;
  private final SharedTensors shared;
  private final RandomGenerator random;

  Worker(Progress progress, SharedTensors shared, long seed) {
    this.progress = progress;
    this.shared = shared;
    this.random = new SplittableRandom(seed);
  }

  static DType dtype(RandomGenerator random) {
    return DTYPES.get(random.nextInt(DTYPES.size()));
  }

  @Override
  public void run() {
    try {
      while (progress.isWanted()) {
        progress.add(random.nextInt(8) == 0 ? shared.use(random) : useOne());
      }
    } catch (RuntimeException | Error | InterruptedException e) {
      progress.fail(e);
    }
  }

  private int useOne() {
    int conversions = 0;
    try (Subject subject = subject()) {
      for (int reads = 10 + random.nextInt(20); reads > 0; reads--) {
        conversions += subject.read(random);
        if (random.nextInt(8) == 0) {
          subject.write(random);
        }
      }
    }
    return conversions;
  }

  private Subject subject() {
    boolean isLarger = random.nextInt(20) == 0;
    int rows = isLarger ? 40 : 2 + random.nextInt(5);
    int columns = isLarger ? 50 : 3 + random.nextInt(7);
    return random.nextBoolean()
        ? TorchSubject.of(random, dtype(random), rows, columns)
        : TensorFlowSubject.of(random, dtype(random), rows, columns);
  }
}
