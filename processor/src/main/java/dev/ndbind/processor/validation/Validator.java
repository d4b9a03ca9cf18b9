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
  private final AttributeRules attributes;
  private final OverloadPlanner overloads;

  /**
   * A validator for one adapter.
   *
   * @param report where problems go
   */
  public Validator(Report report) {
    this.report = report;
    this.attributes = new AttributeRules(report);
    this.overloads = new OverloadPlanner(report);
  }

  /**
   * Plans an adapter.
   *
   * @param adapter what was read
   * @return the plan, or nothing if there is any problem, found now or while reading
   */
  public Optional<AdapterPlan> plan(AdapterModel adapter) {
    List<MethodPlan> methods =
        adapter.methods().stream().map(method -> plan(method, adapter)).toList();
    if (!report.isEmpty()) {
      return Optional.empty();
    }
    List<DispatchPlan> dispatches = new ClashRules(adapter, report).dispatches(methods);
    return report.isEmpty()
        ? Optional.of(new AdapterPlan(adapter, methods, dispatches))
        : Optional.empty();
  }

  private MethodPlan plan(MethodModel method, AdapterModel adapter) {
    attributes.check(method);
    new NameRules(method, report).check();
    boolean isFree = !adapter.isInterface() && isOnlyOfItsName(method, adapter);
    return new MethodPlan(method, Names.slots(method), overloads.plan(method, isFree));
  }

  private static boolean isOnlyOfItsName(MethodModel method, AdapterModel adapter) {
    return adapter.methods().stream().filter(m -> m.name().equals(method.name())).count() == 1;
  }
}
