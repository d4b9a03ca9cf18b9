package dev.ndbind.report.page;

import dev.ndbind.report.plan.Absent;
import dev.ndbind.report.plan.AdapterCopies;
import dev.ndbind.report.plan.MethodCopies;
import dev.ndbind.report.plan.Order;
import dev.ndbind.report.plan.Overload;
import dev.ndbind.report.source.Sources;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the page of some copy plans. */
public final class PageMaker {
  /** What the legend draws. */
  private static final String EXAMPLE = "h w";

  private PageMaker() {}

  /**
   * Makes a page. The same plans and sources make the same page.
   *
   * @param adapters the copy plans
   * @param sources where their methods are looked for
   * @return HTML
   * @throws IOException if a source cannot be read
   */
  public static String html(List<AdapterCopies> adapters, Sources sources) throws IOException {
    Layouts layouts = new Layouts();
    List<LayoutView> examples =
        Stream.of(Order.C, Order.F, Order.ANY).map(order -> layouts.of(EXAMPLE, order)).toList();
    List<String> frameworks = frameworks(adapters);
    MethodMaker methods = new MethodMaker(layouts, sources, frameworks);
    List<AdapterView> views = new ArrayList<>();
    for (AdapterCopies adapter : adapters) {
      views.add(view(adapter, methods));
    }
    return Template.html(
        new Page(
            Template.style(),
            Headline.of(adapters),
            StepView.legend(),
            examples,
            frameworks,
            views,
            layouts.all(),
            methods.linked().stream().map(SourceView::of).toList()));
  }

  private static List<String> frameworks(List<AdapterCopies> adapters) {
    return adapters.stream()
        .flatMap(adapter -> adapter.methods().stream())
        .flatMap(PageMaker::frameworks)
        .distinct()
        .sorted(Column.FRAMEWORKS)
        .toList();
  }

  private static Stream<String> frameworks(MethodCopies method) {
    return Stream.concat(
        method.overloads().stream().map(Overload::framework),
        method.absent().stream().map(Absent::framework));
  }

  private static AdapterView view(AdapterCopies adapter, MethodMaker methods) throws IOException {
    List<MethodView> views = new ArrayList<>();
    for (int index = 0; index < adapter.methods().size(); index++) {
      views.add(methods.view(adapter, index));
    }
    int dot = adapter.adapter().lastIndexOf('.');
    return new AdapterView(
        adapter.adapter(),
        adapter.adapter().substring(dot + 1),
        adapter.adapter().substring(0, Math.max(0, dot)),
        adapter.type(),
        views.stream().map(MethodView::costs).collect(Collectors.joining(" ")),
        views);
  }
}
