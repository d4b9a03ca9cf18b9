package dev.ndbind.tensorflow;

import java.util.function.BooleanSupplier;
import org.tensorflow.TensorMapper;
import org.tensorflow.internal.c_api.TF_Tensor;
import org.tensorflow.types.family.TType;

/** How many references hold a tensor; one is TensorFlow Java's own. */
abstract class References extends TensorMapper<TType> {
  private static final int ATTEMPTS = 200;

  private References() {}

  static int count(TType tensor) {
    return handle(tensor).referenceCount();
  }

  /** What counts them, and is null when the tensor has been freed. */
  static TF_Tensor handle(TType tensor) {
    return nativeHandle(tensor.asRawTensor());
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
