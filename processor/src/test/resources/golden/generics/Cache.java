package golden;

import dev.ndbind.Float32Array;
import dev.ndbind.annotation.AcceptsNumpy;
import java.util.Map;

/** A generic class with instance and static methods. */
@AcceptsNumpy
class Cache<K extends Enum<K> & Comparable<K>, V> {
  V lookUp(Float32Array key, Map<K, V[]> values) {
    return null;
  }

  static <K> K first(Float32Array key, K other) {
    return other;
  }
}
