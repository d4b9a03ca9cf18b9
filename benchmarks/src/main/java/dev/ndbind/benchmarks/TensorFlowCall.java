package dev.ndbind.benchmarks;

import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.StdArrays;
import org.tensorflow.types.TFloat32;

/** A warm call of an adapter with TensorFlow's tensors, and TensorFlow's own ways to the data. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TensorFlowCall {
  /** Rows and columns. */
  @Param({"1", "10", "100", "1000"})
  long size;

  private TFloat32[] tensors;
  private byte[] bytes;

  @Setup
  public void setUp() {
    tensors = new TFloat32[3];
    for (int n = 0; n < 3; n++) {
      tensors[n] = TFloat32.tensorOf(Shape.of(size, size));
      tensors[n].setFloat(n, 0, 0);
    }
    bytes = new byte[Math.toIntExact(tensors[0].numBytes())];
  }

  @TearDown
  public void tearDown() {
    for (TFloat32 tensor : tensors) {
      tensor.close();
    }
  }

  @Benchmark
  public float one() {
    return SumsAdapter.corner(tensors[0]);
  }

  @Benchmark
  public float three() {
    return SumsAdapter.corners(tensors[0], tensors[1], tensors[2]);
  }

  @Benchmark
  public float sum() {
    return SumsAdapter.total(tensors[0]);
  }

  @Benchmark
  public ByteBuffer asByteBuffer() {
    return TensorBytes.of(tensors[0]);
  }

  @Benchmark
  public byte[] dataRead() {
    tensors[0].asRawTensor().data().read(bytes);
    return bytes;
  }

  @Benchmark
  public float[][] stdArrays() {
    return StdArrays.array2dCopyOf(tensors[0]);
  }

  @Benchmark
  public float getFloatLoop() {
    TFloat32 tensor = tensors[0];
    float sum = 0;
    for (long row = 0; row < size; row++) {
      for (long column = 0; column < size; column++) {
        sum += tensor.getFloat(row, column);
      }
    }
    return sum;
  }
}
