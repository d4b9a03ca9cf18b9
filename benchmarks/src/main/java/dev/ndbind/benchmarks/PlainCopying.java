package dev.ndbind.benchmarks;

import dev.ndbind.Float32Array;
import dev.ndbind.pytorch.PyTorch;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.TimeUnit;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Copies in order, into memory that is there already or into new memory. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PlainCopying {
  @Param({"4", "64", "1024", "16384", "262144"})
  int kilobytes;

  private Tensor source;
  private Tensor target;
  private Float32Array array;
  private Float32Array destination;
  private MemorySegment sourceMemory;
  private MemorySegment memory;

  @Setup
  public void setUp() {
    torch.set_num_threads(Runtime.getRuntime().availableProcessors());
    source = torch.ones(kilobytes * 1024L / Float.BYTES);
    target = torch.ones_like(source);
    array = PyTorch.view(source, Float32Array.class);
    destination = Float32Array.zeros(array.shape());
    sourceMemory = array.segment();
    memory = destination.segment();
  }

  @TearDown
  public void tearDown() {
    target.close();
    source.close();
  }

  @Benchmark
  public void ndbind() {
    array.copyTo(destination);
  }

  /** Into new memory, which is given back. */
  @Benchmark
  public void ndbindNew() {
    array.copy().free();
  }

  @Benchmark
  public void memcpy() {
    MemorySegment.copy(sourceMemory, 0, memory, 0, memory.byteSize());
  }

  @Benchmark
  public void torch() {
    target.copy_(source);
  }

  /** Into new memory, which is given back. */
  @Benchmark
  public void torchClone() {
    source.clone().close();
  }
}
