package dev.ndbind.report.page;

import dev.ndbind.report.plan.Declared;
import java.util.ArrayList;
import java.util.List;

/**
 * A row of a method's table: one argument or result.
 *
 * @param declared its contract
 * @param isResult whether it is a result
 * @param layout how its memory lies
 * @param tags what the contract says beside dtype, shape and order
 * @param slots one for each column
 */
record RowView(
    Declared declared, boolean isResult, LayoutView layout, List<Tag> tags, List<Slot> slots) {

  /**
   * A word of a contract.
   *
   * @param word the word
   * @param meaning what it says
   */
  record Tag(String word, String meaning) {}

  /** {@code use}, and what is not the default. */
  static List<Tag> tags(Declared declared) {
    List<Tag> tags = new ArrayList<>();
    if (!declared.use().isEmpty()) {
      tags.add(new Tag(declared.use(), use(declared.use())));
    }
    addUnless("EXACT", declared.casting(), "casting ", "which casts are allowed", tags);
    addUnless("CALL", declared.reuse(), "reuse ", "how long a copy may be remembered", tags);
    addUnless("CPU", declared.device(), "device ", "where the memory may be", tags);
    if (declared.nullable()) {
      tags.add(new Tag("nullable", "may be null"));
    }
    return List.copyOf(tags);
  }

  private static void addUnless(
      String usual, String value, String name, String meaning, List<Tag> tags) {
    if (!value.isEmpty() && !value.equals(usual)) {
      tags.add(new Tag(name + value, meaning));
    }
  }

  private static String use(String use) {
    return switch (use) {
      case "READ" -> "read only: viewed if it fits, else copied once";
      case "VIEW" -> "read only: viewed, never copied";
      case "COPY" -> "a copy, the method’s own";
      case "WRITE" -> "written in place, never copied";
      case "WRITE_BACK" -> "a copy, which is copied back when the method returns";
      default -> "";
    };
  }
}
