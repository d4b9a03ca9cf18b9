package dev.ndbind.report.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The copy plan of one adapter: the content of one file.
 *
 * @param adapter the adapter's qualified name
 * @param type the qualified name of the type it adapts
 * @param methods the adapted methods
 */
public record AdapterCopies(String adapter, String type, List<MethodCopies> methods) {
  /** As read: every part may be missing. */
  public AdapterCopies(
      @Nullable String adapter, @Nullable String type, @Nullable List<MethodCopies> methods) {
    this.adapter = Missing.refuse("adapter", adapter);
    this.type = Missing.refuse("type", type);
    this.methods = Missing.orEmpty(methods);
  }
}
