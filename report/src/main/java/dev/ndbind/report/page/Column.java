package dev.ndbind.report.page;

import dev.ndbind.report.plan.Absent;
import dev.ndbind.report.plan.MethodCopies;
import dev.ndbind.report.plan.Overload;
import dev.ndbind.report.plan.Treatment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A column of a method's table: an overload, or a framework that has none.
 *
 * @param framework its name
 * @param overload if it has one
 * @param absent if it has none
 */
record Column(String framework, Optional<Overload> overload, Optional<Absent> absent) {
  /** What the overload for arrays themselves is called in place of a framework. It comes last. */
  private static final String ARRAYS = "arrays";

  static final Comparator<String> FRAMEWORKS =
      Comparator.<String, Boolean>comparing(ARRAYS::equals)
          .thenComparing(Comparator.naturalOrder());

  /** Overloads of the same framework stay in their order. */
  static List<Column> of(MethodCopies method) {
    List<Column> columns = new ArrayList<>();
    for (Overload overload : method.overloads()) {
      columns.add(new Column(overload.framework(), Optional.of(overload), Optional.empty()));
    }
    for (Absent absent : method.absent()) {
      columns.add(new Column(absent.framework(), Optional.empty(), Optional.of(absent)));
    }
    columns.sort(Comparator.comparing(Column::framework, FRAMEWORKS));
    return List.copyOf(columns);
  }

  /** What is shown above the column: the name is the method's, and need not be said again. */
  String parameters() {
    return overload.map(one -> one.signature().replaceFirst("^[^(]*", "")).orElse("");
  }

  List<CellView> arguments() {
    return overload.stream()
        .flatMap(one -> one.arguments().stream())
        .filter(argument -> !argument.cases().isEmpty())
        .map(argument -> CellView.of(argument, framework))
        .toList();
  }

  Optional<Slot> argument(String name, boolean isFirst, int rows) {
    return slot(overload.map(Overload::arguments).orElse(List.of()), name, isFirst, rows);
  }

  Optional<Slot> result(String name, boolean isFirst, int rows) {
    return slot(overload.map(Overload::results).orElse(List.of()), name, isFirst, rows);
  }

  private Optional<Slot> slot(List<Treatment> treatments, String name, boolean isFirst, int rows) {
    if (absent.isPresent()) {
      return isFirst ? absent.map(reason -> Slot.absent(reason, rows)) : Optional.empty();
    }
    return treatments.stream()
        .filter(treatment -> treatment.name().equals(name) && !treatment.cases().isEmpty())
        .findFirst()
        .map(treatment -> Slot.of(CellView.of(treatment, framework)))
        .or(() -> Optional.of(Slot.unknown(framework)));
  }
}
