package dev.ndbind.benchmarks;

import dev.ndbind.Float32Array;
import dev.ndbind.Npy;
import dev.ndbind.benchmarks.ElementLoops.Loop;
import dev.ndbind.pytorch.PyTorch;
import dev.ndbind.tensorflow.TensorFlow;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

/** Small arrays whose memory comes from everywhere, in several layouts. */
final class MemoryKinds {
  private static final int SIZE = 64;

  /** Enough for the JIT to compile the loops with what it has seen. */
  private static final int CALLS = 2000;

  private MemoryKinds() {}

  /** Runs all loops over all of them. */
  static void show() throws IOException {
    Path file = Files.createTempFile("ndbind", ".npy");
    try (Tensor tensor = torch.ones(SIZE, SIZE);
        TFloat32 tensorFlowTensor = TFloat32.tensorOf(Shape.of(SIZE, SIZE))) {
      Files.write(file, npy());
      show(
          List.of(
              Float32Array.zeros(SIZE, SIZE),
              Npy.map(file, Float32Array.class),
              PyTorch.view(tensor, Float32Array.class),
              PyTorch.view(tensor, Float32Array.class).transpose(),
              TensorFlow.view(tensorFlowTensor, Float32Array.class),
              Float32Array.zeros(SIZE, 2 * SIZE).slice(1, 0, 2 * SIZE, 2)));
    } finally {
      Files.delete(file);
    }
  }

  private static void show(List<Float32Array> arrays) {
    Float32Array matrix = Float32Array.zeros(SIZE, SIZE);
    Float32Array vector = Float32Array.zeros(SIZE);
    for (int call = 0; call < CALLS; call++) {
      Float32Array array = arrays.get(call % arrays.size());
      for (Loop loop : Loop.values()) {
        ElementLoops.ndbind(loop, array, loop == Loop.NORMS ? vector : matrix);
      }
    }
  }

  /** A file as {@code numpy.save} makes it, full of zeros. */
  private static byte[] npy() {
    String header = "{'descr': '<f4', 'fortran_order': False, 'shape': (%1$d, %1$d), }";
    byte[] text = "%-117s\n".formatted(header.formatted(SIZE)).getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(10 + text.length + SIZE * SIZE * Float.BYTES)
        .put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) text.length, 0})
        .put(text)
        .array();
  }
}
