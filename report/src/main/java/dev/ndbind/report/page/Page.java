package dev.ndbind.report.page;

import java.util.List;

/**
 * All that the template shows.
 *
 * @param style the style sheet
 * @param headline the page in numbers
 * @param legend the steps
 * @param examples the orders of memory
 * @param frameworks all of them
 * @param adapters all adapters
 * @param layouts what is drawn
 * @param sources what is listed
 */
record Page(
    String style,
    Headline headline,
    List<StepView> legend,
    List<LayoutView> examples,
    List<String> frameworks,
    List<AdapterView> adapters,
    List<LayoutView> layouts,
    List<SourceView> sources) {

  /** The page has a part with listings only if there are any. */
  boolean hasSources() {
    return !sources.isEmpty();
  }

  /** The columns of the overview: the method, and the frameworks. */
  int width() {
    return frameworks.size() + 1;
  }
}
