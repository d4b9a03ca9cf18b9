package dev.ndbind.processor.validation;

import dev.ndbind.processor.diagnostic.Report;
import dev.ndbind.processor.model.AdapterModel;
import dev.ndbind.processor.model.AdapterPlan;
import dev.ndbind.processor.model.DispatchPlan;
import dev.ndbind.processor.model.MethodModel;
import dev.ndbind.processor.model.MethodPlan;
import java.util.List;
import java.util.Optional;

/** Checks what was read and plans what will be written. */
public final class Validator {
  private final Report report;
  private final CopyPolicy copies;

  /**
   * A validator for one adapter.
   *
   * @param report where problems go
   * @param copies what the user wants to hear of copies
   */
  public Validator(Report report, CopyPolicy copies) {
    this.report = report;
    this.copies = copies;
  }

  /**
   * Plans an adapter.
   *
   * @param adapter what was read
   * @return the plan, or nothing if there is any error, found now or while reading
   */
  public Optional<AdapterPlan> plan(AdapterModel adapter) {
    List<MethodPlan> methods =
        adapter.methods().stream().map(method -> plan(method, adapter)).toList();
    if (report.hasErrors()) {
      return Optional.empty();
    }
    List<DispatchPlan> dispatches = new ClashRules(adapter, report).dispatches(methods);
    if (!report.hasErrors()) {
      methods.forEach(new CopyRules(copies, report)::check);
    }
    return report.hasErrors()
        ? Optional.empty()
        : Optional.of(new AdapterPlan(adapter, methods, dispatches));
  }

  private MethodPlan plan(MethodModel method, AdapterModel adapter) {
    new AttributeRules(report).check(method);
    new NameRules(method, report).check();
    new SizeRules(report).check(method);
    boolean isFree = !adapter.isInterface() && isOnlyOfItsName(method, adapter);
    return new OverloadPlanner(method, isFree, report).plan();
  }

  private static boolean isOnlyOfItsName(MethodModel method, AdapterModel adapter) {
    return adapter.methods().stream().filter(m -> m.name().equals(method.name())).count() == 1;
  }
}
