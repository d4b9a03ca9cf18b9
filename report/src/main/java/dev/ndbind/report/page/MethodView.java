package dev.ndbind.report.page;

import java.util.List;
import java.util.Optional;

/**
 * A method.
 *
 * @param id where it is on the page
 * @param name its name
 * @param parameters the simple names of its parameters' types, in parentheses
 * @param summary what it does, or empty
 * @param costs the costs of its arguments, as style classes
 * @param link to its source
 * @param columns its overloads
 * @param rows its arguments and results
 * @param overview the costs of its arguments, for each framework of the page
 */
record MethodView(
    String id,
    String name,
    String parameters,
    String summary,
    String costs,
    Optional<Link> link,
    List<Column> columns,
    List<RowView> rows,
    List<Glance> overview) {

  /**
   * A link to a line.
   *
   * @param target the line's place on the page
   * @param text file and line
   */
  record Link(String target, String text) {}

  /**
   * All arguments of one framework's overloads.
   *
   * @param framework its name
   * @param isAbsent whether there is no overload
   * @param overloads the arguments of each overload
   */
  record Glance(String framework, boolean isAbsent, List<Arguments> overloads) {}

  /**
   * The arguments of one overload.
   *
   * @param cells one each
   */
  record Arguments(List<CellView> cells) {}
}
