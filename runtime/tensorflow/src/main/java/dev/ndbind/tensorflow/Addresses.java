package dev.ndbind.tensorflow;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import org.tensorflow.RawTensor;
import org.tensorflow.ndarray.buffer.DataStorageVisitor;

/** Asks TensorFlow Java's buffers where they begin. */
final class Addresses implements DataStorageVisitor<Long> {
  static final Addresses VISITOR = new Addresses();

  private Addresses() {}

  /**
   * The address of a tensor's first element.
   *
   * @param raw a tensor that nobody can free now, of at least one element
   */
  static long of(RawTensor raw) {
    return raw.data().accept(VISITOR);
  }

  /** What TensorFlow Java uses: memory by its address, of any size. */
  @Override
  public Long visit(long address, long length, long scale) {
    return address;
  }

  /** What it falls back to where it finds no Unsafe. */
  @Override
  public Long visit(ByteBuffer buffer) {
    return buffer.isDirect() ? MemorySegment.ofBuffer(buffer).address() : fallback();
  }

  @Override
  public Long fallback() {
    throw new IllegalStateException("TensorFlow does not tell the address of the tensor");
  }
}
