package dev.ndbind.benchmarks;

import dev.ndbind.Float32Array;
import dev.ndbind.annotation.AcceptsNumpy;
import dev.ndbind.annotation.Layout;
import dev.ndbind.pytorch.PyTorch;

/** Methods with few and with many arguments. */
final class ManyArguments {
  private ManyArguments() {}

  @AcceptsNumpy(from = PyTorch.class)
  static float one(@Layout("n") Float32Array a0) {
    return a0.get(0) + a0.get(0);
  }

  @AcceptsNumpy(from = PyTorch.class)
  static float eight(
      @Layout("n") Float32Array a0,
      @Layout("n") Float32Array a1,
      @Layout("n") Float32Array a2,
      @Layout("n") Float32Array a3,
      @Layout("n") Float32Array a4,
      @Layout("n") Float32Array a5,
      @Layout("n") Float32Array a6,
      @Layout("n") Float32Array a7) {
    return a0.get(0) + a7.get(0);
  }

  @AcceptsNumpy(from = PyTorch.class)
  static float sixteen(
      @Layout("n") Float32Array a0,
      @Layout("n") Float32Array a1,
      @Layout("n") Float32Array a2,
      @Layout("n") Float32Array a3,
      @Layout("n") Float32Array a4,
      @Layout("n") Float32Array a5,
      @Layout("n") Float32Array a6,
      @Layout("n") Float32Array a7,
      @Layout("n") Float32Array a8,
      @Layout("n") Float32Array a9,
      @Layout("n") Float32Array a10,
      @Layout("n") Float32Array a11,
      @Layout("n") Float32Array a12,
      @Layout("n") Float32Array a13,
      @Layout("n") Float32Array a14,
      @Layout("n") Float32Array a15) {
    return a0.get(0) + a15.get(0);
  }

  @AcceptsNumpy(from = PyTorch.class)
  static float thirtyTwo(
      @Layout("n") Float32Array a0,
      @Layout("n") Float32Array a1,
      @Layout("n") Float32Array a2,
      @Layout("n") Float32Array a3,
      @Layout("n") Float32Array a4,
      @Layout("n") Float32Array a5,
      @Layout("n") Float32Array a6,
      @Layout("n") Float32Array a7,
      @Layout("n") Float32Array a8,
      @Layout("n") Float32Array a9,
      @Layout("n") Float32Array a10,
      @Layout("n") Float32Array a11,
      @Layout("n") Float32Array a12,
      @Layout("n") Float32Array a13,
      @Layout("n") Float32Array a14,
      @Layout("n") Float32Array a15,
      @Layout("n") Float32Array a16,
      @Layout("n") Float32Array a17,
      @Layout("n") Float32Array a18,
      @Layout("n") Float32Array a19,
      @Layout("n") Float32Array a20,
      @Layout("n") Float32Array a21,
      @Layout("n") Float32Array a22,
      @Layout("n") Float32Array a23,
      @Layout("n") Float32Array a24,
      @Layout("n") Float32Array a25,
      @Layout("n") Float32Array a26,
      @Layout("n") Float32Array a27,
      @Layout("n") Float32Array a28,
      @Layout("n") Float32Array a29,
      @Layout("n") Float32Array a30,
      @Layout("n") Float32Array a31) {
    return a0.get(0) + a31.get(0);
  }

  @AcceptsNumpy(from = PyTorch.class)
  static float sixtyFour(
      @Layout("n") Float32Array a0,
      @Layout("n") Float32Array a1,
      @Layout("n") Float32Array a2,
      @Layout("n") Float32Array a3,
      @Layout("n") Float32Array a4,
      @Layout("n") Float32Array a5,
      @Layout("n") Float32Array a6,
      @Layout("n") Float32Array a7,
      @Layout("n") Float32Array a8,
      @Layout("n") Float32Array a9,
      @Layout("n") Float32Array a10,
      @Layout("n") Float32Array a11,
      @Layout("n") Float32Array a12,
      @Layout("n") Float32Array a13,
      @Layout("n") Float32Array a14,
      @Layout("n") Float32Array a15,
      @Layout("n") Float32Array a16,
      @Layout("n") Float32Array a17,
      @Layout("n") Float32Array a18,
      @Layout("n") Float32Array a19,
      @Layout("n") Float32Array a20,
      @Layout("n") Float32Array a21,
      @Layout("n") Float32Array a22,
      @Layout("n") Float32Array a23,
      @Layout("n") Float32Array a24,
      @Layout("n") Float32Array a25,
      @Layout("n") Float32Array a26,
      @Layout("n") Float32Array a27,
      @Layout("n") Float32Array a28,
      @Layout("n") Float32Array a29,
      @Layout("n") Float32Array a30,
      @Layout("n") Float32Array a31,
      @Layout("n") Float32Array a32,
      @Layout("n") Float32Array a33,
      @Layout("n") Float32Array a34,
      @Layout("n") Float32Array a35,
      @Layout("n") Float32Array a36,
      @Layout("n") Float32Array a37,
      @Layout("n") Float32Array a38,
      @Layout("n") Float32Array a39,
      @Layout("n") Float32Array a40,
      @Layout("n") Float32Array a41,
      @Layout("n") Float32Array a42,
      @Layout("n") Float32Array a43,
      @Layout("n") Float32Array a44,
      @Layout("n") Float32Array a45,
      @Layout("n") Float32Array a46,
      @Layout("n") Float32Array a47,
      @Layout("n") Float32Array a48,
      @Layout("n") Float32Array a49,
      @Layout("n") Float32Array a50,
      @Layout("n") Float32Array a51,
      @Layout("n") Float32Array a52,
      @Layout("n") Float32Array a53,
      @Layout("n") Float32Array a54,
      @Layout("n") Float32Array a55,
      @Layout("n") Float32Array a56,
      @Layout("n") Float32Array a57,
      @Layout("n") Float32Array a58,
      @Layout("n") Float32Array a59,
      @Layout("n") Float32Array a60,
      @Layout("n") Float32Array a61,
      @Layout("n") Float32Array a62,
      @Layout("n") Float32Array a63) {
    return a0.get(0) + a63.get(0);
  }
}
