package dev.ndbind.benchmarks;

import dev.ndbind.Float64Array;
import dev.ndbind.numpy.Python;
import dev.ndbind.numpy.PythonFunction;
import dev.ndbind.numpy.PythonModule;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Calls of NumPy from Java, beside the same calls in a loop of Python's, in the same process. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class NumpyCall {
  /** Calls that one invocation of Python makes. */
  private static final int LOOP = 1000;

  @Param({"3", "1000000"})
  int size;

  private Float64Array x;
  private Float64Array y;
  private PythonFunction add;
  private PythonFunction mean;
  private PythonFunction addInPython;
  private PythonFunction meanInPython;

  /** Starts Python and makes the arrays. */
  @Setup(Level.Trial)
  public void start() throws IOException {
    PythonModule numpy = Python.embedded().module("numpy");
    add = numpy.function("add");
    mean = numpy.function("mean");
    addInPython = PythonPeer.function("add");
    meanInPython = PythonPeer.function("mean");
    x = Float64Array.zeros(size);
    y = Float64Array.zeros(size);
  }

  /** A ufunc, whose result is taken as an array. */
  @Benchmark
  public Float64Array add() {
    Float64Array sum = add.callArray(Float64Array.class, x, y);
    sum.free();
    return sum;
  }

  /** The same ufunc, called by Python, which drops the result. */
  @Benchmark
  @OperationsPerInvocation(LOOP)
  public void addInPython() {
    addInPython.callVoid(LOOP, x, y);
  }

  /** A function written in Python, whose result is a number. */
  @Benchmark
  public double mean() {
    return mean.callDouble(x);
  }

  /** The same function, called by Python. */
  @Benchmark
  @OperationsPerInvocation(LOOP)
  public void meanInPython() {
    meanInPython.callVoid(LOOP, x);
  }
}
