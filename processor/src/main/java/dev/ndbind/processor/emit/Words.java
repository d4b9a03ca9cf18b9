package dev.ndbind.processor.emit;

import dev.ndbind.annotation.Device;
import dev.ndbind.annotation.Order;
import dev.ndbind.annotation.Use;
import dev.ndbind.processor.model.ContractModel;
import dev.ndbind.processor.model.CopyPlan;
import dev.ndbind.processor.model.CopyPlan.Case;
import dev.ndbind.processor.model.CopyPlan.Step;
import dev.ndbind.processor.model.DTypes;
import dev.ndbind.processor.pattern.Dim;
import dev.ndbind.processor.pattern.ShapePattern;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Contracts in words. */
final class Words {
  /** A space that is not within braces. */
  private static final Pattern SPACE = Pattern.compile(" (?![^{}]*(?:\\{[^{}]*}[^{}]*)*})");

  /** What {@code Summary} leaves of inline tags, and how it escapes. */
  private static final Pattern CODE = Pattern.compile("\\{@code ([^{}]*)}");

  private static final Pattern ENTITY = Pattern.compile("&#(\\d{1,4});");

  private Words() {}

  /** {@code float32 [n, d], any strides; borrowed for the call}. */
  static String argument(CopyPlan plan) {
    ContractModel array = plan.array();
    String words = "%s, %s".formatted(elements(array), array.orderInWords());
    words += array.device() == Device.ANY ? ", on any device" : "";
    words += "; " + memory(plan);
    return array.isNullable() ? words + "; or null" : words;
  }

  /** {@code float32 [n, n], copied}. */
  static String result(CopyPlan plan) {
    ContractModel array = plan.array();
    String words =
        array.order() == Order.ANY
            ? elements(array)
            : elements(array) + ", " + array.orderInWords();
    return plan.isCertainCopy() ? words + ", copied" : words;
  }

  private static String elements(ContractModel array) {
    return array.shape().isAny()
        ? dtypes(array) + ", any shape"
        : dtypes(array) + " " + shape(array.shape());
  }

  static String dtypes(ContractModel array) {
    return array.declaredDTypes().equals(ContractModel.ANY_DTYPE)
        ? "any dtype"
        : DTypes.either(array.declaredDTypes());
  }

  private static String shape(ShapePattern shape) {
    return shape.dims().stream()
        .map(Dim::toString)
        .collect(Collectors.joining(", ", "{@code [", "]}"));
  }

  /** Whether the memory is borrowed or copied. */
  private static String memory(CopyPlan plan) {
    Use use = plan.array().use();
    Optional<Case> view = plan.cases(Step.VIEW).findFirst();
    if (use == Use.WRITE_BACK) {
      return "copied, and copied back at the end";
    }
    if (use == Use.WRITE) {
      return "written in place";
    }
    if (view.isEmpty()) {
      return plan.isCertainCopy()
          ? "always copied" + remembered(plan)
          : "refused: " + plan.cases().getFirst().why();
    }
    if (plan.isCertainCopy()) {
      return "copied" + remembered(plan) + ", or a view " + view.get().when();
    }
    if (use == Use.VIEW) {
      return "borrowed for the call, never copied";
    }
    boolean isAlways = plan.cases().stream().allMatch(each -> isViewOrRefusal(each.step()));
    return isAlways
        ? "borrowed for the call"
        : "borrowed for the call if " + view.get().when() + ", else copied" + remembered(plan);
  }

  private static boolean isViewOrRefusal(Step step) {
    return step == Step.VIEW || step == Step.REFUSED;
  }

  private static String remembered(CopyPlan plan) {
    return switch (plan.reuse()) {
      case CALL -> "";
      case VERSION -> ", and the copy kept while the tensor is unchanged";
      case CONSTANT -> ", and the copy kept";
    };
  }

  /** Documentation without its markup. */
  static String plain(String documentation) {
    String text = CODE.matcher(documentation).replaceAll("$1");
    return ENTITY
        .matcher(text)
        .replaceAll(entity ->
            Matcher.quoteReplacement(Character.toString(Integer.parseInt(entity.group(1)))));
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
