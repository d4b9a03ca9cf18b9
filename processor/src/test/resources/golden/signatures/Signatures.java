package golden;

import dev.ndbind.Float32Array;
import dev.ndbind.annotation.AcceptsNumpy;
import dev.ndbind.annotation.Layout;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Signatures with whatever Java allows. */
@AcceptsNumpy
public class Signatures {
  private Signatures() {}

  static void checked(Float32Array x) throws IOException, TimeoutException {}

  static int varargs(Float32Array x, String... names) {
    return names.length;
  }

  static int listed(@Layout("n") float... values) {
    return values.length;
  }

  static int passed(Float32Array x, int... axes) {
    return axes.length;
  }

  @SafeVarargs
  static int heap(Float32Array x, List<String>... lists) {
    return lists.length;
  }

  static <K extends Comparable<K>, V> Map<K, ? extends V> generic(
      Float32Array x, Map<? super K, V[]> map, Function<Float32Array, K> key) {
    return null;
  }

  @SuppressWarnings("rawtypes")
  static List raw(Float32Array x, List raw) {
    return raw;
  }

  @Deprecated
  static void old(Float32Array x) {}

  @Deprecated(forRemoval = true)
  public static void older(Float32Array x) {}

  static @Nullable String nullable(
      @Nullable Float32Array x, @Nullable String name, float @Nullable [] values, char[] text) {
    return name;
  }

  static class Inner {
    /** With a <b>tag</b>, a {@link List#of() list}, {@code a < b} and an e-mail@address. */
    @AcceptsNumpy
    double nested(Float32Array x) {
      return 0;
    }
  }
}
