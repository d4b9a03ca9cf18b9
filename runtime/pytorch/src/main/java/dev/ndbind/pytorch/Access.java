package dev.ndbind.pytorch;

import dev.ndbind.annotation.DType;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;

/** A way to hold tensors and to ask LibTorch about them. All ways give the same answers. */
final class Access {
  /** Through JavaCPP alone. Holding a tensor takes microseconds. */
  static final Access JNI = new Access(Probe::new, Probe::release);

  /** Through LibTorch's stable C interface where that has the question, else through JavaCPP. */
  static final Access STABLE = new Access(StableProbe::new, StableProbe::delete);

  /** The faster one that this LibTorch has. */
  static final Access BEST = best();

  private final ThreadLocal<Probe> probes;
  private final LongConsumer release;
  private final Traits usual = new Traits(this, null, false, false);

  private Access(Supplier<Probe> probes, LongConsumer release) {
    this.probes = ThreadLocal.withInitial(probes);
    this.release = release;
  }

  private static Access best() {
    try {
      STABLE.at(0);
      return STABLE;
    } catch (UnsatisfiedLinkError e) { // LibTorch is older, or does not export it.
      return JNI;
    }
  }

  /** Those of an ordinary tensor in the host's memory. */
  Traits usual() {
    return usual;
  }

  /** The calling thread's only probe, so that nothing is allocated for a call. */
  Probe at(long handle) {
    return probes.get().at(handle);
  }

  /**
   * Takes a reference of ndbind's own, which keeps LibTorch's tensor alive when the caller's
   * wrapper is closed, also by another thread.
   *
   * <p>JavaCPP's counts cannot do that: they begin at zero, so that a wrapper is freed by {@code
   * close()} although somebody retained it once, and by retaining and releasing it alone.
   *
   * @return a handle to be released once; 0 if the tensor has been closed
   * @throws IllegalStateException if the wrapper is positioned beyond its array of tensors
   */
  long hold(Tensor tensor) {
    if (tensor.isNull()) {
      return 0;
    }
    Probe probe = probes.get();
    long offset = offset(tensor);
    return isBeingClosed(tensor) ? 0 : probe.hold(tensor, offset);
  }

  /** Gives a reference back. */
  void release(long handle) {
    release.accept(handle);
  }

  /** Null if no array class has it, or the tensor is closed or undefined. */
  @Nullable DType dtype(Tensor tensor) {
    long handle = 0;
    try {
      handle = hold(tensor);
      return handle == 0 ? null : TorchTypes.dtype(at(handle));
    } catch (RuntimeException e) { // A position without a tensor, or an unknown kind of tensor.
      return null;
    } finally {
      if (handle != 0) {
        release(handle);
      }
    }
  }

  /** In bytes, of the element that a wrapper over an array of tensors is positioned at. */
  private static long offset(Tensor tensor) {
    long position = tensor.position();
    if (position == 0) {
      return 0;
    }
    if (position < 0 || position >= tensor.limit()) {
      throw new IllegalStateException(
          "position %d is not below limit %d".formatted(position, tensor.limit()));
    }
    return position * tensor.sizeof();
  }

  /**
   * Whether another thread is closing the wrapper: it counts below zero, frees the tensor, which
   * takes long for a large one, and sets the address to null only then. The count of a wrapper that
   * owns nothing is always below zero.
   */
  private static boolean isBeingClosed(Tensor tensor) {
    return tensor.referenceCount() < 0 && new Copy(tensor).isOwning();
  }

  /** Tells what the original keeps to itself. */
  private static final class Copy extends Pointer {
    Copy(Pointer original) {
      super(original);
    }

    boolean isOwning() {
      return deallocator() != null;
    }
  }
}
