package dev.ndbind.report.plan;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the text of one copy plan. */
final class PlanReader {
  /** The format that is understood. Fields that are not known are not an error. */
  private static final int FORMAT = 1;

  private static final Gson GSON = new GsonBuilder().setStrictness(Strictness.STRICT).create();

  private PlanReader() {}

  /**
   * Reads a plan.
   *
   * @param json the text
   * @param place what messages call it
   */
  static AdapterCopies read(String json, String place) {
    try {
      JsonObject plan = GSON.fromJson(json, JsonObject.class);
      checkFormat(plan);
      return GSON.fromJson(plan, AdapterCopies.class);
    } catch (ReportException wrong) {
      throw new ReportException(place + ": " + wrong.getMessage(), wrong);
    } catch (RuntimeException broken) {
      throw new ReportException(place + ": not a copy plan: " + reason(broken), broken);
    }
  }

  private static void checkFormat(@Nullable JsonObject plan) {
    JsonElement format = plan == null ? null : plan.get("format");
    if (format == null) {
      throw new ReportException("not a copy plan: \"format\" is missing");
    }
    if (!format.toString().equals(Integer.toString(FORMAT))) {
      throw new ReportException("format is %s, expected %d".formatted(format, FORMAT));
    }
  }

  /** Gson wraps what a record's constructor throws, and explains itself in several lines. */
  private static String reason(RuntimeException broken) {
    Throwable reason = broken;
    while (reason.getCause() != null && !(reason instanceof JsonParseException)) {
      reason = reason.getCause();
    }
    return Objects.requireNonNullElse(reason.getMessage(), "").lines().findFirst().orElse("");
  }
}
