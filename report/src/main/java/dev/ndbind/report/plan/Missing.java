package dev.ndbind.report.plan;

import com.google.gson.JsonParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a file may leave out, and what not. Gson hands null to a record for what it did not find.
 */
final class Missing {
  private Missing() {}

  static <T> T refuse(String field, @Nullable T value) {
    if (value == null) {
      throw new JsonParseException(
          "\"%s\" is missing, or has a value unknown here".formatted(field));
    }
    return value;
  }

  static String orEmpty(@Nullable String value) {
    return value == null ? "" : value;
  }

  static <T> List<T> orEmpty(@Nullable List<T> values) {
    return values == null ? List.of() : List.copyOf(values);
  }
}
