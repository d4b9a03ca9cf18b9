package dev.ndbind.internal.copy;

import dev.ndbind.annotation.DType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;

/** Elements as bytes, for tests. */
final class ElementBytes {
  private ElementBytes() {}

  /** A random element in native order, often one at which casts go wrong. */
  static byte[] random(Random random, DType type) {
    ByteBuffer out = ByteBuffer.allocate(type.itemsize()).order(ByteOrder.nativeOrder());
    if (type == DType.BOOL) {
      return out.put((byte) random.nextInt(2)).array();
    }
    while (out.hasRemaining()) {
      if (type.isInteger()) {
        put(out, type.itemsize(), random.nextLong() >> random.nextInt(64));
      } else {
        putFloat(out, type, interesting(random));
      }
    }
    return out.array();
  }

  private static double interesting(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> Double.longBitsToDouble(random.nextLong());
      case 1 -> Float.intBitsToFloat(random.nextInt());
      case 2 -> Float.float16ToFloat((short) random.nextInt());
      case 3 -> Math.scalb((double) random.nextInt(1 << 14) - (1 << 13), random.nextInt(-160, 130));
      case 4 -> Math.scalb(1 + Math.scalb(1.0, -random.nextInt(52)), random.nextInt(-30, 70));
      default -> (random.nextDouble() - 0.5) * Math.scalb(1.0, random.nextInt(72));
    };
  }

  private static void putFloat(ByteBuffer out, DType type, double value) {
    switch (type) {
      case FLOAT16 -> out.putShort(Float.floatToFloat16((float) value));
      case BFLOAT16 -> out.putShort((short) (Float.floatToIntBits((float) value) >>> 16));
      case FLOAT32, COMPLEX64 -> out.putFloat((float) value);
      default -> out.putDouble(value);
    }
  }

  private static void put(ByteBuffer out, int itemsize, long value) {
    switch (itemsize) {
      case 1 -> out.put((byte) value);
      case 2 -> out.putShort((short) value);
      case 4 -> out.putInt((int) value);
      default -> out.putLong(value);
    }
  }

  /** A NaN, most significant byte first. */
  static byte[] nan(DType type) {
    ByteBuffer out = ByteBuffer.allocate(type.itemsize());
    putFloat(out, type, Double.NaN);
    return out.array();
  }

  static boolean isNaN(byte[] element, DType type) {
    ByteBuffer in = ByteBuffer.wrap(element).order(ByteOrder.nativeOrder());
    return switch (type) {
      case FLOAT16 -> (in.getShort() & 0x7FFF) > 0x7C00;
      case BFLOAT16 -> (in.getShort() & 0x7FFF) > 0x7F80;
      case FLOAT32 -> Float.isNaN(in.getFloat());
      case FLOAT64 -> Double.isNaN(in.getDouble());
      default -> false;
    };
  }

  static byte[] swapUnlessBigEndian(byte[] bytes) {
    return ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN ? bytes : reverse(bytes);
  }

  static byte[] reverse(byte[] bytes) {
    byte[] reversed = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      reversed[i] = bytes[bytes.length - 1 - i];
    }
    return reversed;
  }
}
