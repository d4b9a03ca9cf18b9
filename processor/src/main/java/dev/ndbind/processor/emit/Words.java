package dev.ndbind.processor.emit;

import dev.ndbind.annotation.Casting;
import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Device;
import dev.ndbind.annotation.Order;
import dev.ndbind.annotation.Use;
import dev.ndbind.processor.model.ArrayType;
import dev.ndbind.processor.model.ContractModel;
import dev.ndbind.processor.pattern.Dim;
import dev.ndbind.processor.pattern.ShapePattern;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Contracts in words. */
final class Words {
  /** A space that is not within braces. */
  private static final Pattern SPACE = Pattern.compile(" (?![^{}]*(?:\\{[^{}]*}[^{}]*)*})");

  private Words() {}

  /** {@code float32 [n, d], any strides; borrowed for the call}. */
  static String argument(ContractModel array) {
    String words = "%s, %s".formatted(elements(array), order(array));
    words += array.device() == Device.ANY ? ", on any device" : "";
    words += "; " + memory(array);
    return array.isNullable() ? words + "; or null" : words;
  }

  /** {@code float32 [n, n]}. */
  static String result(ContractModel array) {
    return array.order() == Order.ANY ? elements(array) : elements(array) + ", " + order(array);
  }

  private static String elements(ContractModel array) {
    return array.shape().isAny()
        ? dtypes(array) + ", any shape"
        : dtypes(array) + " " + shape(array.shape());
  }

  private static String dtypes(ContractModel array) {
    return array.declaredDTypes().equals(ContractModel.ANY_DTYPE)
        ? "any dtype"
        : array.declaredDTypes().stream().map(DType::toString).collect(Collectors.joining(" or "));
  }

  private static String shape(ShapePattern shape) {
    return shape.dims().stream()
        .map(Dim::toString)
        .collect(Collectors.joining(", ", "{@code [", "]}"));
  }

  private static String order(ContractModel array) {
    return switch (array.order()) {
      case ANY -> "any strides";
      case C -> "C order";
      case F -> "F order";
      case CONTIGUOUS -> "C or F order";
    };
  }

  private static String memory(ContractModel array) {
    if (array.type() instanceof ArrayType.Java) {
      return array.use() == Use.WRITE_BACK ? "copied, and copied back at the end" : "always copied";
    }
    return switch (array.use()) {
      case READ -> "borrowed for the call" + otherwiseCopied(array);
      case VIEW -> "borrowed for the call, never copied";
      case COPY -> "always copied";
      case WRITE -> "written in place";
      case WRITE_BACK -> "copied, and copied back at the end";
    };
  }

  /** What makes a copy necessary. */
  private static String otherwiseCopied(ContractModel array) {
    List<String> demands = new ArrayList<>();
    if (array.casting() != Casting.EXACT) {
      demands.add(array.dtypes().size() == 1 ? dtypes(array) : "of these dtypes");
    }
    if (array.order() != Order.ANY) {
      demands.add("in " + order(array));
    }
    if (array.device() == Device.ANY) {
      demands.add("on the host");
    }
    String remembered =
        switch (array.reuse()) {
          case CALL -> "";
          case VERSION -> ", and the copy kept while the tensor is unchanged";
          case CONSTANT -> ", and the copy kept";
        };
    return demands.isEmpty()
        ? ""
        : " if " + String.join(" and ", demands) + ", else copied" + remembered;
  }

  /** Breaks text into lines, but neither words nor inline tags. */
  static String wrap(String text, int width) {
    StringBuilder wrapped = new StringBuilder();
    int column = 0;
    for (String word : SPACE.split(text, -1)) {
      if (column > 0 && column + 1 + word.length() > width) {
        wrapped.append('\n');
        column = 0;
      } else if (column > 0) {
        wrapped.append(' ');
        column++;
      }
      wrapped.append(word);
      column += word.length();
    }
    return wrapped.toString();
  }
}
