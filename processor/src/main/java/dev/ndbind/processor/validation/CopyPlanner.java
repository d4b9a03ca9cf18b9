package dev.ndbind.processor.validation;

import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Device;
import dev.ndbind.annotation.Order;
import dev.ndbind.annotation.Reuse;
import dev.ndbind.annotation.Use;
import dev.ndbind.processor.model.ArrayType;
import dev.ndbind.processor.model.BridgeModel;
import dev.ndbind.processor.model.ContractModel;
import dev.ndbind.processor.model.CopyPlan;
import dev.ndbind.processor.model.CopyPlan.Case;
import dev.ndbind.processor.model.CopyPlan.Step;
import dev.ndbind.processor.model.DTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells what one overload will do with one argument, as the call decides it for each tensor: by
 * dtype, order and device. What is exceptional in any framework is left out: closed tensors, those
 * that a framework refuses to hand out, and memory that is not the elements as they are (conjugate
 * and negative bits, misalignment), which is copied.
 */
final class CopyPlanner {
  private final ContractModel array;
  private final Optional<BridgeModel> bridge;

  /** The dtypes that the overload's parameter can have. */
  private final Set<DType> known;

  private final List<DType> exact;

  /** Those that are cast to one that the method takes. */
  private final List<DType> castable;

  private final List<Case> cases = new ArrayList<>();

  CopyPlanner(ContractModel array, Optional<BridgeModel> bridge, Set<DType> known) {
    this.array = array;
    this.bridge = bridge;
    this.known = known;
    this.exact = array.dtypes().stream().filter(known::contains).toList();
    this.castable =
        array.accepted().stream()
            .filter(known::contains)
            .filter(dtype -> !exact.contains(dtype))
            .toList();
  }

  CopyPlan plan() {
    if (bridge.isEmpty() && array.type() instanceof ArrayType.Segment && !acceptsOneAxis()) {
      add("always", Step.REFUSED, "a MemorySegment has one axis");
      return new CopyPlan(array, Reuse.CALL, cases);
    }
    if (!exact.isEmpty()) {
      addExact();
    }
    addCast();
    addTransfer();
    addRefusal();
    return new CopyPlan(array, reuse(), cases);
  }

  /** The contract's, if the overload's tensors allow it. */
  private Reuse reuse() {
    boolean isSegment = bridge.isEmpty() && array.type() instanceof ArrayType.Segment;
    boolean hasVersion = bridge.map(BridgeModel::countsWrites).orElse(false);
    return isSegment || (array.reuse() == Reuse.VERSION && !hasVersion)
        ? Reuse.CALL
        : array.reuse();
  }

  private boolean acceptsOneAxis() {
    long axes = array.shape().dims().stream().filter(dim -> !dim.isVariadic()).count();
    return array.shape().isVariadic() ? axes <= 1 : axes == 1;
  }

  private void add(String when, Step step, String why) {
    cases.add(new Case(when, step, why));
  }

  private void addExact() {
    if (array.alwaysCopies() || array.use() == Use.WRITE_BACK) {
      add(when(""), Step.COPY, whyIsolated());
      return;
    }
    switch (StrideFit.of(array, bridge)) {
      case ALWAYS -> add(when(""), Step.VIEW, whyAlways());
      case NEVER -> {
        add(when(CopyPlan.SMALL), Step.VIEW, "such arrays are in every order");
        add(when("with two axes longer than 1"), withoutView(), whyInOrder());
      }
      case SOMETIMES -> {
        add(when("in " + array.orderInWords()), Step.VIEW, "the strides fit");
        add(when("in another order"), withoutView(), "the strides do not fit");
      }
    }
  }

  /** Strides that do not fit are no reason to cast. */
  private Step withoutView() {
    return array.use() == Use.READ ? Step.COPY : Step.REFUSED;
  }

  private String whyIsolated() {
    return array.type() instanceof ArrayType.Java
        ? "a " + array.type() + " is always a fresh copy"
        : "use " + array.use() + " works on a copy";
  }

  private String whyAlways() {
    if (array.order() == Order.ANY) {
      return "any strides fit";
    }
    return bridge.isPresent() && bridge.get().order() != Order.ANY
        ? whyInOrder()
        : "every array of this shape is in every order";
  }

  private String whyInOrder() {
    return bridge.orElseThrow().framework() + "'s tensors are in C order";
  }

  private void addCast() {
    if (!castable.isEmpty()) {
      String to = DTypes.either(array.declaredDTypes());
      String why = "casting %s to %s".formatted(array.casting(), to);
      boolean isRest = exact.size() + castable.size() == known.size();
      add(isRest ? "another dtype" : DTypes.words(castable, known), Step.CAST, why);
    }
  }

  private void addTransfer() {
    if (mayBeElsewhere()) {
      add("on another device", Step.TO_HOST, "@OnDevice(ANY)");
    }
  }

  private boolean mayBeElsewhere() {
    boolean isHostOnly = bridge.map(BridgeModel::device).orElse(Device.CPU) == Device.CPU;
    return array.device() == Device.ANY && !array.writes() && !isHostOnly;
  }

  private void addRefusal() {
    if (!array.accepted().containsAll(known)) {
      String why = "casting %s does not allow the cast".formatted(array.casting());
      add("other dtypes", Step.REFUSED, why);
    }
  }

  /** Says no more than what tells the cases apart. */
  private String when(String strides) {
    String dtype = exact.containsAll(known) ? "" : DTypes.words(exact, known);
    String host = mayBeElsewhere() ? "on the host" : "";
    String words =
        Stream.of(castable.isEmpty() ? "" : dtype, strides, host)
            .filter(word -> !word.isEmpty())
            .collect(Collectors.joining(" "));
    String always = dtype.isEmpty() ? "always" : dtype;
    return words.isEmpty() ? always : words;
  }

  /** What becomes of an array that the method returns. That of a WRITE argument is its tensor. */
  static CopyPlan ofResult(ContractModel result, Optional<BridgeModel> bridge) {
    boolean isAdopted = bridge.map(BridgeModel::adoptsResults).orElse(true);
    if (!isAdopted) {
      String why = bridge.orElseThrow().framework() + "'s tensors have memory of their own";
      return new CopyPlan(result, Reuse.CALL, List.of(new Case("always", Step.COPY, why)));
    }
    boolean isOrdered = bridge.map(BridgeModel::order).orElse(Order.ANY) != Order.ANY;
    String order = isOrdered ? " in C order" : "";
    String whyCopied =
        isOrdered ? "its memory or strides cannot be a tensor's" : "somebody else has the memory";
    return new CopyPlan(
        result,
        Reuse.CALL,
        List.of(
            new Case("allocated by ndbind" + order, Step.VIEW, "nobody else has the memory"),
            new Case("otherwise", Step.COPY, whyCopied)));
  }
}
