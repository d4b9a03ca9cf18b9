package dev.ndbind.processor.source;

import dev.ndbind.annotation.Casting;
import dev.ndbind.annotation.Device;
import dev.ndbind.annotation.Order;
import dev.ndbind.annotation.Reuse;
import dev.ndbind.annotation.Use;
import dev.ndbind.processor.diagnostic.Place;
import dev.ndbind.processor.diagnostic.Problem;
import dev.ndbind.processor.diagnostic.Report;
import dev.ndbind.processor.model.ArrayType;
import dev.ndbind.processor.model.ContractModel;
import dev.ndbind.processor.model.Places;
import dev.ndbind.processor.pattern.PatternException;
import dev.ndbind.processor.pattern.ShapePattern;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the contract of one array from {@code @Layout}, {@code @OnDevice} and their aliases. */
final class ContractReader {
  private final Compiler compiler;
  private final Report report;

  ContractReader(Compiler compiler, Report report) {
    this.compiler = compiler;
    this.report = report;
  }

  /**
   * The contract of an array.
   *
   * @param where what carries the annotations
   * @param name what messages call the array
   * @param type its Java type
   * @param isNullable whether null may be passed
   */
  ContractModel read(Annotated where, String name, ArrayType type, boolean isNullable) {
    Optional<Annotated.Contract> layout = where.contract(Annotated.LAYOUT, report);
    Optional<Annotated.Contract> device = where.contract(Annotated.ON_DEVICE, report);
    Places places = places(where, layout, device);
    return new ContractModel(
        name,
        type,
        new DTypeReader(compiler, report).read(layout, type, places),
        shape(layout, type, places),
        order(layout, type, places),
        constant(Use.class, layout, "use", Use.READ),
        constant(Casting.class, layout, "casting", Casting.EXACT),
        constant(Reuse.class, layout, "reuse", Reuse.CALL),
        constant(Device.class, device, "value", Device.CPU),
        isNullable,
        places);
  }

  private static Places places(
      Annotated where, Optional<Annotated.Contract> layout, Optional<Annotated.Contract> device) {
    Map<String, Place> attributes = new HashMap<>();
    layout.ifPresent(contract -> attributes.putAll(contract.places()));
    device.ifPresent(contract -> attributes.put("device", contract.place("value")));
    return new Places(layout.map(Annotated.Contract::place).orElse(where.place()), attributes);
  }

  private ShapePattern shape(Optional<Annotated.Contract> layout, ArrayType type, Places places) {
    ShapePattern shape = layout.map(contract -> shape(contract, places)).orElse(ShapePattern.ANY);
    return type instanceof ArrayType.Java(var _, int rank) && shape.isAny()
        ? ShapePattern.anyOfRank(rank)
        : shape;
  }

  private ShapePattern shape(Annotated.Contract layout, Places places) {
    String text = Mirrors.string(layout.value(compiler, "value"));
    try {
      return ShapePattern.parse(text);
    } catch (PatternException e) {
      report(text, e, places.of("value"));
      return ShapePattern.ANY;
    }
  }

  private void report(String text, PatternException e, Place place) {
    switch (e.rule()) {
      case SYNTAX -> report.add(Problem.PATTERN_SYNTAX, place, text, e.offset(), e.reason());
      case SIZE -> report.add(Problem.SIZE_RANGE, place, text, e.offset(), e.reason());
      case ONE_VARIADIC -> report.add(Problem.SECOND_VARIADIC, place, e.reason(), text);
    }
  }

  /** The bytes of a segment have no strides, so that C order is all there is. */
  private Order order(Optional<Annotated.Contract> layout, ArrayType type, Places places) {
    Order order = constant(Order.class, layout, "order", Order.ANY);
    if (type.isNumpyArray()) {
      return order;
    }
    if (order == Order.F || order == Order.CONTIGUOUS) {
      report.add(Problem.ORDER_OF_TYPE, places.of("order"), "a " + type, order);
    }
    return type instanceof ArrayType.Segment ? Order.C : Order.ANY;
  }

  private <E extends Enum<E>> E constant(
      Class<E> type, Optional<Annotated.Contract> contract, String attribute, E otherwise) {
    return contract
        .map(annotation -> Mirrors.constant(type, annotation.value(compiler, attribute)))
        .orElse(otherwise);
  }
}
