package dev.ndbind.examples;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The tokenizer of BERT models without upper case: the longest known pieces of each word. */
final class WordPiece {
  private static final int MOST_TOKENS = 128;

  private static final int LONGEST_WORD = 100;

  /** What is left out: marks over letters, and control characters that are no white space. */
  private static final Pattern MARKS = Pattern.compile("[\\p{Mn}\\p{Cf}]|[\\p{Cc}&&\\S]");

  /** A word, or by itself a punctuation mark, a symbol of ASCII, or a Chinese character. */
  private static final Pattern WORD =
      Pattern.compile("[\\p{P}\\p{IsHan}$+<=>^`|~]|[^\\s\\p{P}\\p{IsHan}$+<=>^`|~]+");

  private final Map<String, Long> vocabulary = new HashMap<>();
  private final long begin;
  private final long end;
  private final long unknown;

  private WordPiece(JsonObject tokens) {
    tokens
        .entrySet()
        .forEach(token -> vocabulary.put(token.getKey(), token.getValue().getAsLong()));
    begin = vocabulary.get("[CLS]");
    end = vocabulary.get("[SEP]");
    unknown = vocabulary.get("[UNK]");
  }

  /** Reads a {@code tokenizer.json}. */
  static WordPiece read(InputStream json) throws IOException {
    try (InputStreamReader reader = new InputStreamReader(json, StandardCharsets.UTF_8)) {
      JsonObject tokenizer = JsonParser.parseReader(reader).getAsJsonObject();
      return new WordPiece(tokenizer.getAsJsonObject("model").getAsJsonObject("vocab"));
    }
  }

  /** The numbers of a text's tokens, with those for its begin and its end. */
  long[] tokens(String text) {
    List<Long> tokens = new ArrayList<>(List.of(begin));
    String plain =
        MARKS
            .matcher(Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD))
            .replaceAll("");
    Matcher words = WORD.matcher(plain);
    while (words.find()) {
      tokens.addAll(pieces(words.group()));
    }
    return Stream.concat(tokens.stream().limit(MOST_TOKENS - 1), Stream.of(end))
        .mapToLong(Long::longValue)
        .toArray();
  }

  private List<Long> pieces(String word) {
    List<Long> pieces = new ArrayList<>();
    int from = 0;
    while (from < word.length()) {
      String prefix = from == 0 ? "" : "##";
      int to = word.length();
      while (to > from && !vocabulary.containsKey(prefix + word.substring(from, to))) {
        to--;
      }
      if (to == from || word.length() > LONGEST_WORD) {
        return List.of(unknown);
      }
      pieces.add(vocabulary.get(prefix + word.substring(from, to)));
      from = to;
    }
    return pieces;
  }
}
