package dev.ndbind.numpy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ndbind.Float64Array;
import org.junit.jupiter.api.Test;

/** Functions and what they return. */
class CallTest {
  private final Python python = Interpreter.start();

  @Test
  void functionsOfNumpyRunOnTheMemoryOfArrays() {
    Float64Array x = Float64Array.zeros(3);
    x.set(0, 1.0);
    PythonFunction add = python.module("numpy").function("add");
    Float64Array sum = add.callArray(Float64Array.class, x, 2);
    assertThat(sum.toString()).isEqualTo("[3. 2. 2.]");
    assertThat(python.module("numpy").call("mean", x).asDouble()).isEqualTo(1 / 3.0);
  }
}
