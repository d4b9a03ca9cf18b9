package dev.ndbind.processor;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What users can tell the processor with {@code -A}.
 *
 * @param from the bridges for types that do not name any
 * @param copies what to say of copies
 */
record Options(List<String> from, String copies) {
  static final String FROM = "ndbind.from";
  static final String COPIES = "ndbind.copies";
  static final Set<String> NAMES = Set.of(FROM, COPIES);

  static Options of(Map<String, String> values) {
    String from = values.getOrDefault(FROM, "");
    return new Options(
        Stream.of(from.split(",")).map(String::strip).filter(name -> !name.isEmpty()).toList(),
        values.getOrDefault(COPIES, "allow"));
  }
}
