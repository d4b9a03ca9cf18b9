package dev.ndbind.report.page;

import dev.ndbind.report.plan.Absent;
import java.util.Optional;

/**
 * A place in a row: one of its parts is there, or none where a framework is absent and the first
 * row has said so.
 *
 * @param cell what an overload does
 * @param absent the framework that has no overload
 * @param rows how many rows that takes
 * @param unknown the framework whose overload does not mention the argument
 */
record Slot(Optional<CellView> cell, Optional<Absent> absent, int rows, Optional<String> unknown) {

  static Slot of(CellView cell) {
    return new Slot(Optional.of(cell), Optional.empty(), 1, Optional.empty());
  }

  static Slot absent(Absent absent, int rows) {
    return new Slot(Optional.empty(), Optional.of(absent), rows, Optional.empty());
  }

  static Slot unknown(String framework) {
    return new Slot(Optional.empty(), Optional.empty(), 1, Optional.of(framework));
  }
}
