package dev.ndbind.onnx;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Tensors as a program makes them. */
final class Tensors {
  private static final int ATTEMPTS = 200;

  private Tensors() {}

  /** Of a Java array, or a number. */
  static OnnxTensor of(Object elements) throws OrtException {
    return OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), elements);
  }

  /** Over a buffer. */
  static OnnxTensor over(FloatBuffer buffer, long... shape) throws OrtException {
    return OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), buffer, shape);
  }

  /** The numbers from 1, in direct memory. */
  static FloatBuffer counting(int size) {
    FloatBuffer buffer =
        ByteBuffer.allocateDirect(size * Float.BYTES)
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
    for (int i = 0; i < size; i++) {
      buffer.put(i, i + 1);
    }
    return buffer;
  }

  /** What a session makes of its only input {@code x}; closed with the session's result. */
  static OrtSession.Result run(OrtSession session, OnnxTensor x) throws OrtException {
    return session.run(Map.of("x", x));
  }

  /** The only output of a session; the caller closes it. */
  static OnnxTensor output(OrtSession session, OnnxTensor x) throws OrtException {
    return (OnnxTensor) run(session, x).get(0);
  }

  /** Skips a test of tensors of more than 2 GiB on a small machine. */
  static void assumeRoom() {
    long bytes =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    assumeTrue(bytes > 8L << 30, "8 GiB of memory");
  }

  /** Collects garbage until something has come true; false if it does not within ten seconds. */
  static boolean collectUntil(BooleanSupplier isTrue) {
    for (int attempt = 0; attempt < ATTEMPTS && !isTrue.getAsBoolean(); attempt++) {
      System.gc();
      pause();
    }
    return isTrue.getAsBoolean();
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
