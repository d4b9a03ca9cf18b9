package dev.ndbind.processor.fuzz;

import dev.ndbind.annotation.Casting;
import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Order;
import dev.ndbind.annotation.Use;
import dev.ndbind.processor.fuzz.FuzzMethod.Array;
import dev.ndbind.processor.fuzz.PatternRules.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which methods the processor refuses, by their documentation: the tags of the errors. */
final class CompileRules {
  /** The tags that these rules know; others are none of their business. */
  static final Set<String> KNOWN =
      Set.of(
          "second-variadic",
          "unbound-axis",
          "unbound-name",
          "unknown-parameter",
          "ambiguous-name",
          "documentation-name",
          "broadcast-written",
          "broadcast-result",
          "view-of-copy",
          "write-to-copy",
          "cast-without-copy",
          "dtype-of-type",
          "one-dtype",
          "order-of-type");

  private final FuzzMethod method;
  private final Set<String> tags = new TreeSet<>();

  private CompileRules(FuzzMethod method) {
    this.method = method;
  }

  static Set<String> tags(FuzzMethod method) {
    CompileRules rules = new CompileRules(method);
    rules.checkNames();
    method.arrays().forEach(rules::checkArgument);
    method.results().forEach(rules::checkResult);
    return rules.tags;
  }

  private void refuseIf(boolean broken, String tag) {
    if (broken) {
      tags.add(tag);
    }
  }

  private void checkArgument(Array array) {
    boolean isWithoutCopy = array.use() == Use.VIEW || array.use() == Use.WRITE;
    refuseIf(array.isJavaArray() && array.use() == Use.VIEW, "view-of-copy");
    refuseIf(array.isJavaArray() && array.use() == Use.WRITE, "write-to-copy");
    refuseIf(isWithoutCopy && array.casting() != Casting.EXACT, "cast-without-copy");
    refuseIf(array.writes() && has(array, CompileRules::isBroadcast), "broadcast-written");
    checkArray(array);
  }

  private void checkResult(Array array) {
    refuseIf(has(array, CompileRules::isBroadcast), "broadcast-result");
    checkArray(array);
  }

  private void checkArray(Array array) {
    Stream<String> variadic = array.pattern().stream().filter(PatternRules::isVariadic);
    refuseIf(variadic.count() > 1, "second-variadic");
    boolean isStrided = !array.isJavaArray() && !array.isSegment();
    boolean isOrdered = array.order() == Order.F || array.order() == Order.CONTIGUOUS;
    refuseIf(!isStrided && isOrdered, "order-of-type");
    List<DType> dtypes = DType.expand(array.dtypes().toArray(DType[]::new));
    boolean isForeign = !CallRules.possible(array).containsAll(dtypes);
    refuseIf(isForeign, "dtype-of-type");
    refuseIf(
        (array.isSegment() && dtypes.isEmpty())
            || (!isForeign && dtypes.size() > 1 && !array.isUntyped()),
        "one-dtype");
  }

  private static boolean has(Array array, Predicate<String> test) {
    return array.pattern().stream().anyMatch(test);
  }

  private static boolean isBroadcast(String entry) {
    Kind kind = PatternRules.kind(entry);
    return kind == Kind.BROADCAST || kind == Kind.BROADCAST_RUN;
  }

  /** A pattern that is none says nothing about names. */
  private static List<String> entries(Array array) {
    long variadics = array.pattern().stream().filter(PatternRules::isVariadic).count();
    return variadics > 1 ? List.of() : array.pattern();
  }

  private static Stream<String> bound(Array array) {
    return entries(array).stream()
        .filter(e -> PatternRules.kind(e) == Kind.NAMED || PatternRules.kind(e) == Kind.BROADCAST)
        .map(PatternRules::name);
  }

  private static Stream<String> runs(Array array) {
    return entries(array).stream()
        .filter(e -> PatternRules.kind(e) == Kind.RUN || PatternRules.kind(e) == Kind.BROADCAST_RUN)
        .map(PatternRules::name);
  }

  private static Stream<String> inExpressions(Array array) {
    return entries(array).stream()
        .filter(entry -> PatternRules.kind(entry) == Kind.EXPRESSION)
        .flatMap(entry -> PatternRules.axisNames(entry).stream());
  }

  private static Stream<String> allNames(Array array) {
    return Stream.of(bound(array), runs(array), inExpressions(array)).flatMap(names -> names);
  }

  private void checkNames() {
    List<Array> all = new ArrayList<>(method.arrays());
    all.addAll(method.results());
    Set<String> axes = all.stream().flatMap(CompileRules::allNames).collect(Collectors.toSet());
    Set<String> parameters =
        method.sizes().stream()
            .filter(size -> Set.of("int", "long").contains(size.type()))
            .map(FuzzMethod.Size::name)
            .collect(Collectors.toSet());
    for (Array array : all) {
      for (String entry : entries(array)) {
        for (String value : PatternRules.values(entry)) {
          refuseIf(!parameters.contains(value), "unknown-parameter");
          refuseIf(parameters.contains(value) && axes.contains(value), "ambiguous-name");
        }
        refuseIf(axes.contains(PatternRules.documentation(entry)), "documentation-name");
      }
    }
    checkBinding();
  }

  private void checkBinding() {
    Set<String> certain = new HashSet<>();
    Set<String> mentioned = new HashSet<>();
    for (Array array : method.arrays()) {
      (array.isNullable() ? Stream.<String>empty() : bound(array)).forEach(certain::add);
      allNames(array).forEach(mentioned::add);
    }
    for (Array array : method.arrays()) {
      refuseIf(!inExpressions(array).allMatch(certain::contains), "unbound-name");
    }
    List<String> inResults = method.results().stream().flatMap(CompileRules::allNames).toList();
    for (Array array : method.results()) {
      bound(array).forEach(certain::add);
      refuseIf(!inExpressions(array).allMatch(certain::contains), "unbound-name");
      Stream<String> axes = Stream.concat(bound(array), runs(array));
      refuseIf(
          axes.anyMatch(
              name -> !mentioned.contains(name) && Collections.frequency(inResults, name) == 1),
          "unbound-axis");
    }
  }
}
