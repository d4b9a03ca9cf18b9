package golden;

import dev.ndbind.Float32Array;
import dev.ndbind.annotation.DType;
import dev.ndbind.call.Argument;
import dev.ndbind.call.ArrayContract;
import dev.ndbind.call.Call;
import dev.ndbind.call.MethodContract;
import dev.ndbind.call.NumpyArrays;
import dev.ndbind.pytorch.PyTorch;
import dev.ndbind.tensorflow.TensorFlow;
import java.lang.Comparable;
import java.lang.Enum;
import java.util.Map;
import java.util.Objects;
import javax.annotation.processing.Generated;
import org.bytedeco.pytorch.Tensor;
import org.tensorflow.types.TFloat32;

/**
 * Calls {@link Cache} with tensors.
 *
 * <p>Each overload checks all arguments, converts them, and checks and converts the result.
 */
@Generated("dev.ndbind.processor.NumpyProcessor")
final class CacheAdapter<K extends Enum<K> & Comparable<K>, V> {
  static final MethodContract LOOK_UP = MethodContract.of("Cache.lookUp");
  static final ArrayContract LOOK_UP_KEY = ArrayContract.of("key", DType.FLOAT32);

  static final MethodContract FIRST = MethodContract.of("Cache.first");
  static final ArrayContract FIRST_KEY = ArrayContract.of("key", DType.FLOAT32);

  private final Cache<K, V> target;

  /**
   * Adapts an instance.
   *
   * @param target whose methods are called
   */
  CacheAdapter(Cache<K, V> target) {
    this.target = Objects.requireNonNull(target, "target");
  }

  /**
   * Calls {@link Cache#lookUp}.
   *
   * @param key float32, any shape, any strides; borrowed for the call
   * @param values passed on
   * @return what the method returns
   */
  V lookUp(Tensor key, Map<K, V[]> values) {
    try (Call call = LOOK_UP.begin()) {
      Argument keyArgument = call.argument(LOOK_UP_KEY, PyTorch.describe(key));
      call.check();
      return target.lookUp(keyArgument.as(Float32Array.class), values);
    }
  }

  /**
   * Calls {@link Cache#lookUp}.
   *
   * @param key float32, any shape, any strides; borrowed for the call
   * @param values passed on
   * @return what the method returns
   */
  V lookUp(TFloat32 key, Map<K, V[]> values) {
    try (Call call = LOOK_UP.begin()) {
      Argument keyArgument = call.argument(LOOK_UP_KEY, TensorFlow.describe(key));
      call.check();
      return target.lookUp(keyArgument.as(Float32Array.class), values);
    }
  }

  /**
   * Calls {@link Cache#lookUp}.
   *
   * @param key float32, any shape, any strides; borrowed for the call
   * @param values passed on
   * @return what the method returns
   */
  V lookUp(Float32Array key, Map<K, V[]> values) {
    try (Call call = LOOK_UP.begin()) {
      Argument keyArgument = call.argument(LOOK_UP_KEY, NumpyArrays.describe(key));
      call.check();
      return target.lookUp(keyArgument.as(Float32Array.class), values);
    }
  }

  /**
   * Calls {@link Cache#first}.
   *
   * @param key float32, any shape, any strides; borrowed for the call
   * @param other passed on
   * @return what the method returns
   */
  static <K> K first(Tensor key, K other) {
    try (Call call = FIRST.begin()) {
      Argument keyArgument = call.argument(FIRST_KEY, PyTorch.describe(key));
      call.check();
      return Cache.first(keyArgument.as(Float32Array.class), other);
    }
  }

  /**
   * Calls {@link Cache#first}.
   *
   * @param key float32, any shape, any strides; borrowed for the call
   * @param other passed on
   * @return what the method returns
   */
  static <K> K first(TFloat32 key, K other) {
    try (Call call = FIRST.begin()) {
      Argument keyArgument = call.argument(FIRST_KEY, TensorFlow.describe(key));
      call.check();
      return Cache.first(keyArgument.as(Float32Array.class), other);
    }
  }

  /**
   * Calls {@link Cache#first}.
   *
   * @param key float32, any shape, any strides; borrowed for the call
   * @param other passed on
   * @return what the method returns
   */
  static <K> K first(Float32Array key, K other) {
    try (Call call = FIRST.begin()) {
      Argument keyArgument = call.argument(FIRST_KEY, NumpyArrays.describe(key));
      call.check();
      return Cache.first(keyArgument.as(Float32Array.class), other);
    }
  }
}
