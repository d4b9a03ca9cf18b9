package dev.ndbind.processor.source;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the first sentence out of documentation, as text that can stand in any other file. */
final class Summary {
  /** Where the sentence, or the description, ends. */
  private static final Pattern END = Pattern.compile("\\.(?=\\s|$)|(?m)^\\s*@\\w|\\n\\s*\\n");

  private static final Pattern INLINE_TAG = Pattern.compile("\\{@(\\w+)\\s*([^{}]*)}");

  /** What a reference refers to, and its label. */
  private static final Pattern REFERENCE =
      Pattern.compile("(?s)([^\\s(]*(?:\\([^)]*\\))?)\\s*(.*)");

  private static final Pattern HTML_TAG = Pattern.compile("</?[a-zA-Z][^<>]*>");

  private Summary() {}

  static Optional<String> of(String documentation) {
    String masked = INLINE_TAG.matcher(documentation).replaceAll(Summary::mask);
    Matcher end = END.matcher(masked);
    String sentence = end.find() ? documentation.substring(0, end.start()) : documentation;
    String text = escaped(sentence).replaceAll("\\s+", " ").strip();
    return text.isEmpty() ? Optional.empty() : Optional.of(text + ".");
  }

  /** A period within a tag ends no sentence. */
  private static String mask(MatchResult tag) {
    return "x".repeat(tag.group().length());
  }

  private static String escaped(String sentence) {
    StringBuilder text = new StringBuilder();
    int end = 0;
    for (MatchResult tag : INLINE_TAG.matcher(sentence).results().toList()) {
      text.append(plain(sentence.substring(end, tag.start()))).append(replacement(tag));
      end = tag.end();
    }
    return text.append(plain(sentence.substring(end))).toString();
  }

  /** References are resolved in the user's file only; in another one their text remains. */
  private static String replacement(MatchResult tag) {
    String body = tag.group(2).strip();
    return switch (tag.group(1)) {
      case "code" -> code(body);
      case "link", "value" -> label(body, true);
      case "linkplain" -> label(body, false);
      default -> plain(body);
    };
  }

  private static String label(String body, boolean isCode) {
    Matcher reference = REFERENCE.matcher(body);
    boolean hasLabel = reference.matches() && !reference.group(2).isEmpty();
    String text = hasLabel ? reference.group(2) : body.replaceFirst("^#", "").replace('#', '.');
    return isCode ? code(text) : plain(text);
  }

  private static String code(String text) {
    return text.isEmpty() ? "" : "{@code " + harmless(text) + "}";
  }

  private static String plain(String text) {
    return harmless(HTML_TAG.matcher(text).replaceAll(""))
        .replace("@", "&#64;")
        .replace("{", "&#123;")
        .replace("}", "&#125;");
  }

  /** Nothing may end the comment or read as a Unicode escape. */
  private static String harmless(String text) {
    return text.replace("*/", "*&#47;").replace("\\u", "&#92;u");
  }
}
