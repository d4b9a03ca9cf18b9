package dev.ndbind.processor.diagnostic;

import java.util.LinkedHashSet;
import java.util.Set;
import javax.annotation.processing.Messager;

/** Collects the problems of one adapter, in the order found, each of them once. */
public final class Report {
  private record Entry(Problem problem, Place place, String message) {}

  private final Set<Entry> entries = new LinkedHashSet<>();

  /** An empty report. */
  public Report() {}

  /**
   * Adds a problem.
   *
   * @param problem which
   * @param place where
   * @param values what the problem's text leaves open
   */
  public void add(Problem problem, Place place, Object... values) {
    entries.add(new Entry(problem, place, problem.message(values)));
  }

  /**
   * Whether there is an error, so that no adapter can be written.
   *
   * @return false if there is nothing, or notes only
   */
  public boolean hasErrors() {
    return entries.stream().anyMatch(entry -> entry.problem().isError());
  }

  /**
   * How many problems have been found.
   *
   * @return notes included
   */
  public int size() {
    return entries.size();
  }

  /**
   * Hands everything to the compiler. Nothing else in the processor writes messages.
   *
   * @param messager the compiler's
   */
  public void print(Messager messager) {
    for (Entry entry : entries) {
      entry.place().print(messager, entry.problem().kind(), entry.message());
    }
  }
}
