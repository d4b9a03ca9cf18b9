package dev.ndbind.examples.soak;

import dev.ndbind.Float32Array;
import dev.ndbind.Float64Array;
import dev.ndbind.NumpyArray;
import dev.ndbind.annotation.AcceptsNumpy;
import dev.ndbind.annotation.Casting;
import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Layout;
import dev.ndbind.annotation.Order;
import dev.ndbind.annotation.Reuse;
import dev.ndbind.annotation.Use;
import dev.ndbind.pytorch.PyTorch;
import java.util.concurrent.ThreadLocalRandom;

/** One method for each way that a tensor becomes an array, which holds it against its content. */
final class Readings {
  private static final int SMALL = 256;

  private Readings() {}

  /** In between other threads may run, so that many are in the midst of a call at once. */
  private static void require(NumpyArray x, Content content) {
    content.require(x);
    if (x.size() <= SMALL && ThreadLocalRandom.current().nextInt(8) == 0) {
      Thread.yield();
      content.require(x);
    }
  }

  @AcceptsNumpy
  static void view(
      @Layout(
              use = Use.VIEW,
              dtype = {DType.FLOATING, DType.INTEGER})
          NumpyArray x,
      Content content) {
    require(x, content);
  }

  @AcceptsNumpy
  static void convert(
      @Layout(order = Order.C, casting = Casting.SAFE) Float64Array x, Content content) {
    require(x, content);
  }

  @AcceptsNumpy
  static void reorder(
      @Layout(
              order = Order.F,
              dtype = {DType.FLOATING, DType.INTEGER})
          NumpyArray x,
      Content content) {
    require(x, content);
  }

  @AcceptsNumpy(from = PyTorch.class)
  static void convertVersion(
      @Layout(order = Order.C, casting = Casting.SAFE, reuse = Reuse.VERSION) Float64Array x,
      Content content) {
    require(x, content);
  }

  @AcceptsNumpy
  static void convertConstant(
      @Layout(order = Order.C, casting = Casting.SAFE, reuse = Reuse.CONSTANT) Float64Array x,
      Content content) {
    require(x, content);
  }

  /** Two parameters, which get one copy if they are given one tensor. */
  @AcceptsNumpy
  static void convertTwo(
      @Layout(order = Order.C, casting = Casting.SAFE) Float64Array x,
      @Layout(order = Order.C, casting = Casting.SAFE) Float64Array y,
      Content content) {
    require(x, content);
    require(y, content);
  }

  /** Spoils its copy, of which nobody else may see anything. */
  @AcceptsNumpy
  static void spoil(
      @Layout(casting = Casting.SAFE, use = Use.COPY) Float64Array x, Content content) {
    require(x, content);
    x.segment().fill((byte) 0xFF);
  }

  @AcceptsNumpy
  static void list(@Layout(value = "n", casting = Casting.SAFE) double[] x, Content content) {
    content.require(x);
  }

  /** A result of its own memory. */
  @AcceptsNumpy
  @Layout
  static Float64Array copy(@Layout(casting = Casting.SAFE) Float64Array x, Content content) {
    require(x, content);
    return x.copy();
  }

  /** A result that is the argument. */
  @AcceptsNumpy
  @Layout
  static Float64Array same(@Layout(casting = Casting.SAFE) Float64Array x, Content content) {
    require(x, content);
    return x;
  }

  @AcceptsNumpy(from = PyTorch.class)
  static void write(@Layout(value = "n", use = Use.WRITE) Float32Array x, long seed) {
    for (long i = 0; i < x.shape(0); i++) {
      x.set(i, Content.value(seed, i));
    }
  }

  @AcceptsNumpy(from = PyTorch.class)
  static void writeBack(
      @Layout(value = "n", use = Use.WRITE_BACK, casting = Casting.SAME_KIND) Float64Array x,
      long seed) {
    for (long i = 0; i < x.shape(0); i++) {
      x.set(i, Content.value(seed, i));
    }
  }
}
