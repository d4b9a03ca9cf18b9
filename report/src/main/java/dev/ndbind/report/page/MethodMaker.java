package dev.ndbind.report.page;

import dev.ndbind.report.page.MethodView.Arguments;
import dev.ndbind.report.page.MethodView.Glance;
import dev.ndbind.report.page.MethodView.Link;
import dev.ndbind.report.plan.AdapterCopies;
import dev.ndbind.report.plan.Declared;
import dev.ndbind.report.plan.MethodCopies;
import dev.ndbind.report.source.SourceFile;
import dev.ndbind.report.source.SourceLine;
import dev.ndbind.report.source.Sources;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes what the page shows of each method, and remembers the sources that were found for it. */
final class MethodMaker {
  private final Layouts layouts;
  private final Sources sources;
  private final List<String> frameworks;
  private final SortedMap<String, SourceFile> linked = new TreeMap<>();

  MethodMaker(Layouts layouts, Sources sources, List<String> frameworks) {
    this.layouts = layouts;
    this.sources = sources;
    this.frameworks = frameworks;
  }

  /** The sources that methods link to, by path. */
  List<SourceFile> linked() {
    return List.copyOf(linked.values());
  }

  MethodView view(AdapterCopies adapter, int index) throws IOException {
    MethodCopies method = adapter.methods().get(index);
    List<Column> columns = Column.of(method);
    String[] parts = method.method().split("(?=\\()", 2);
    return new MethodView(
        "%s-%d".formatted(adapter.adapter(), index + 1),
        parts[0],
        parts.length > 1 ? parts[1] : "",
        method.summary(),
        costs(columns.stream().flatMap(column -> column.arguments().stream())),
        link(adapter.type(), method.method()),
        columns,
        rows(method, columns),
        frameworks.stream().map(framework -> glance(framework, columns)).toList());
  }

  /** The costs that occur, as style classes. */
  private static String costs(Stream<CellView> cells) {
    return cells
        .map(CellView::cost)
        .distinct()
        .sorted()
        .map(Cost::name)
        .collect(Collectors.joining(" "));
  }

  private Optional<Link> link(String type, String method) throws IOException {
    Optional<SourceLine> found = sources.find(type, method);
    found.ifPresent(line -> linked.put(line.file().path(), line.file()));
    return found.map(line ->
        new Link(
            SourceView.id(line.file(), line.line()),
            "%s:%d".formatted(line.file().name(), line.line())));
  }

  private List<RowView> rows(MethodCopies method, List<Column> columns) {
    int count = method.arguments().size() + method.results().size();
    List<RowView> rows = new ArrayList<>();
    for (Declared argument : method.arguments()) {
      boolean isFirst = rows.isEmpty();
      rows.add(
          row(
              argument,
              false,
              columns.stream()
                  .flatMap(column -> column.argument(argument.name(), isFirst, count).stream())));
    }
    for (Declared result : method.results()) {
      boolean isFirst = rows.isEmpty();
      rows.add(
          row(
              result,
              true,
              columns.stream()
                  .flatMap(column -> column.result(result.name(), isFirst, count).stream())));
    }
    return rows;
  }

  private RowView row(Declared declared, boolean isResult, Stream<Slot> slots) {
    return new RowView(
        declared, isResult, layouts.of(declared), RowView.tags(declared), slots.toList());
  }

  private static Glance glance(String framework, List<Column> columns) {
    List<Column> own =
        columns.stream().filter(column -> column.framework().equals(framework)).toList();
    List<Arguments> overloads =
        own.stream()
            .filter(column -> column.overload().isPresent())
            .map(column -> new Arguments(column.arguments()))
            .toList();
    return new Glance(framework, overloads.isEmpty(), overloads);
  }
}
