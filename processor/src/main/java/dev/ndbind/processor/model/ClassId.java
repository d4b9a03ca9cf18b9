package dev.ndbind.processor.model;

import java.util.ArrayList;
import java.util.List;

/**
 * The name of a class.
 *
 * @param packageName empty for the unnamed package
 * @param names the simple names from the outermost class inwards
 */
public record ClassId(String packageName, List<String> names) {
  public ClassId {
    names = List.copyOf(names);
  }

  /**
   * A class that is not nested.
   *
   * @param packageName its package
   * @param name its simple name
   * @return its name
   */
  public static ClassId of(String packageName, String name) {
    return new ClassId(packageName, List.of(name));
  }

  /**
   * The class in which this one will be adapted: {@code Outer_InnerAdapter} in the same package.
   *
   * @return the name of a class that is not nested
   */
  public ClassId adapter() {
    return of(packageName, String.join("_", names) + "Adapter");
  }

  /**
   * A class nested in this one.
   *
   * @param name its simple name
   * @return its name
   */
  public ClassId nested(String name) {
    List<String> longer = new ArrayList<>(names);
    longer.add(name);
    return new ClassId(packageName, longer);
  }

  /**
   * The innermost name.
   *
   * @return for example {@code Inner}
   */
  public String simpleName() {
    return names.getLast();
  }

  /**
   * The names without the package, as messages show them.
   *
   * @return for example {@code Outer.Inner}
   */
  public String nestedName() {
    return String.join(".", names);
  }

  /** The canonical name. */
  @Override
  public String toString() {
    return packageName.isEmpty() ? nestedName() : packageName + "." + nestedName();
  }
}
