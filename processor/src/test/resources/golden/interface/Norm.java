package golden;

import dev.ndbind.Float64Array;
import dev.ndbind.annotation.AcceptsNumpy;
import dev.ndbind.annotation.Layout;
import java.io.Closeable;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** An interface, so that its adapter can be injected in its place. */
public interface Norm<T extends Comparable<? super T>> extends Comparator<T>, Closeable {
  /** Length of a vector. */
  @AcceptsNumpy
  double length(@Layout("n") Float64Array vector);

  @AcceptsNumpy
  default void normalize(@Layout("n") Float64Array vector) {}

  /** Handed on, since it takes no array. */
  List<T> sorted(List<? extends T> values, ToDoubleFunction<? super T> key);

  /** Hides the import of the same name. */
  interface Call {}
}
