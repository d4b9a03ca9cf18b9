package dev.ndbind.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.ndbind.processor.model.Slots;
import dev.ndbind.processor.pattern.Dim;
import dev.ndbind.processor.pattern.ShapePattern;
import dev.ndbind.processor.pattern.SizeExpression;
import java.util.ArrayList;
import java.util.List;

/** Writes a shape pattern as code, so that nothing is parsed when the program runs. */
final class ShapeWriter {
  /** Where the axes of a contract on several lines begin. */
  private static final int COLUMN = "          .shape(".length();

  /** Where they begin if each has its own line. */
  private static final int AXES = 14;

  private final Slots slots;

  ShapeWriter(Slots slots) {
    this.slots = slots;
  }

  CodeBlock write(ShapePattern shape) {
    List<CodeBlock> arguments = new ArrayList<>();
    arguments.add(CodeBlock.of("$S", shape.toString()));
    for (Dim dim : shape.dims()) {
      arguments.add(axis(dim.meaning()));
    }
    return Lines.nestedCall(CodeBlock.of("$T.of(", CallClasses.SHAPE), arguments, COLUMN);
  }

  private CodeBlock axis(Dim dim) {
    return dim instanceof Dim.Computed(SizeExpression size)
        ? computed(CodeBlock.of("axes -> $L", size(size)))
        : CodeBlock.of("$T.$L", CallClasses.AXIS, simple(dim));
  }

  private static CodeBlock computed(CodeBlock expression) {
    CodeBlock head = CodeBlock.of("$T.computed(", CallClasses.AXIS);
    return Lines.nestedCall(head, List.of(expression), AXES);
  }

  private CodeBlock simple(Dim dim) {
    return switch (dim) {
      case Dim.Fixed(long size) -> CodeBlock.of("fixed($L)", number(size));
      case Dim.Named(String name) -> CodeBlock.of("named($L)", slots.size(name));
      case Dim.Any _ -> CodeBlock.of("any()");
      case Dim.Several _ -> CodeBlock.of("several()");
      case Dim.Run(String name) -> CodeBlock.of("run($L)", slots.run(name));
      case Dim.Broadcast(String name) -> CodeBlock.of("broadcast($L)", slots.size(name));
      case Dim.BroadcastRun(String name) -> CodeBlock.of("broadcastRun($L)", slots.run(name));
      case Dim.Value(String parameter) -> CodeBlock.of("value($L)", slots.size(parameter));
      case Dim.Computed _, Dim.Documented _ -> throw new IllegalArgumentException(dim.toString());
    };
  }

  private CodeBlock size(SizeExpression size) {
    return switch (size) {
      case SizeExpression.Constant(long value) -> CodeBlock.of("$L", number(value));
      case SizeExpression.AxisSize(String name) -> CodeBlock.of("axes.size($L)", slots.size(name));
      case SizeExpression.ParameterValue(String parameter) ->
          CodeBlock.of("axes.size($L)", slots.size(parameter));
      case SizeExpression.Operation(var operator, var left, var right) ->
          CodeBlock.of("$T.$L($L, $L)", Math.class, exact(operator), size(left), size(right));
    };
  }

  private static String exact(SizeExpression.Operator operator) {
    return switch (operator) {
      case PLUS -> "addExact";
      case MINUS -> "subtractExact";
      case TIMES -> "multiplyExact";
    };
  }

  private static String number(long value) {
    return value == (int) value ? Long.toString(value) : value + "L";
  }
}
