package dev.ndbind.report.page;

import dev.ndbind.report.plan.AdapterCopies;
import dev.ndbind.report.plan.MethodCopies;
import dev.ndbind.report.plan.Overload;
import dev.ndbind.report.plan.Treatment;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The page in numbers.
 *
 * @param adapters how many adapters
 * @param methods how many methods
 * @param arguments how many array arguments
 * @param results how many array results
 * @param overloads how many overloads
 * @param passed how many arguments of overloads
 * @param viewed how many of them are never copied
 * @param shares how many there are of each cost
 */
record Headline(
    String adapters,
    String methods,
    String arguments,
    String results,
    String overloads,
    int passed,
    int viewed,
    List<Share> shares) {

  /**
   * The arguments with one cost.
   *
   * @param cost the cost, as a style class
   * @param words the cost
   * @param count how many
   */
  record Share(Cost cost, String words, int count) {}

  static Headline of(List<AdapterCopies> adapters) {
    List<MethodCopies> methods =
        adapters.stream().flatMap(adapter -> adapter.methods().stream()).toList();
    List<Overload> overloads =
        methods.stream().flatMap(method -> method.overloads().stream()).toList();
    Map<Cost, Integer> counts = counts(overloads);
    return new Headline(
        count(adapters.size(), "adapter"),
        count(methods.size(), "method"),
        count(methods.stream().mapToInt(method -> method.arguments().size()).sum(), "argument"),
        count(methods.stream().mapToInt(method -> method.results().size()).sum(), "result"),
        count(overloads.size(), "overload"),
        counts.values().stream().mapToInt(Integer::intValue).sum(),
        counts.getOrDefault(Cost.VIEWED, 0),
        shares(counts));
  }

  private static Map<Cost, Integer> counts(List<Overload> overloads) {
    Map<Cost, Integer> counts = new EnumMap<>(Cost.class);
    overloads.stream()
        .flatMap(overload -> overload.arguments().stream())
        .map(Treatment::cases)
        .filter(cases -> !cases.isEmpty())
        .forEach(cases -> counts.merge(Cost.of(cases), 1, Integer::sum));
    return counts;
  }

  private static List<Share> shares(Map<Cost, Integer> counts) {
    return Arrays.stream(Cost.values())
        .filter(counts::containsKey)
        .map(cost -> new Share(cost, cost.words(), counts.getOrDefault(cost, 0)))
        .toList();
  }

  private static String count(int count, String noun) {
    return count == 1 ? "1 " + noun : "%d %ss".formatted(count, noun);
  }
}
