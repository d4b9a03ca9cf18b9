package dev.ndbind.numpy;

import dev.ndbind.ContractException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Several values that a function returned together, while {@link PythonObject#items} makes
 * something of them.
 */
public final class PythonItems implements AutoCloseable {
  private final List<PythonObject> items;

  /** Takes over the items, if there are as many as expected, else closes them. */
  PythonItems(List<PythonObject> items, int count, String name) {
    this.items = items;
    if (items.size() != count) {
      close();
      throw new ContractException(
          name, List.of("result has %d items, expected %d".formatted(items.size(), count)));
    }
  }

  /**
   * Makes something of one item.
   *
   * @param <T> what
   * @param index which, from 0
   * @param reader reads it
   * @return what the reader returns
   */
  public <T extends @Nullable Object> T get(
      int index, Function<? super PythonObject, ? extends T> reader) {
    return reader.apply(items.get(index));
  }

  @Override
  public void close() {
    items.forEach(PythonObject::close);
  }
}
