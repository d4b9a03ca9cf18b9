package dev.ndbind.report.source;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import java.util.List;
import java.util.stream.Stream;

/**
 * A method's name and the simple names of its parameters' types, {@code mean(Float32Array,int[])}.
 *
 * @param name the method's name
 * @param types without type arguments; {@code ...} counts as {@code []}
 */
record Signature(String name, List<String> types) {

  static Signature parse(String text) {
    int open = text.indexOf('(');
    if (open < 0) {
      return new Signature(text, List.of());
    }
    String between = text.substring(open + 1).replaceFirst("\\)[^)]*$", "");
    List<String> types = Stream.of(withoutTypeArguments(between).split(",")).toList();
    return new Signature(
        text.substring(0, open),
        between.isBlank() ? List.of() : types.stream().map(Signature::simple).toList());
  }

  static Signature of(MethodTree method) {
    return new Signature(
        method.getName().toString(),
        method.getParameters().stream().map(parameter -> simple(parameter.getType())).toList());
  }

  private static String withoutTypeArguments(String types) {
    String before = types;
    String after = before.replaceAll("<[^<>]*>", "");
    while (!after.equals(before)) {
      before = after;
      after = before.replaceAll("<[^<>]*>", "");
    }
    return after;
  }

  private static String simple(String type) {
    String trimmed = type.strip().replace("...", "[]");
    return trimmed.substring(trimmed.lastIndexOf('.') + 1);
  }

  private static String simple(Tree type) {
    return switch (type) {
      case AnnotatedTypeTree annotated -> simple(annotated.getUnderlyingType());
      case ParameterizedTypeTree generic -> simple(generic.getType());
      case ArrayTypeTree array -> simple(array.getType()) + "[]";
      case MemberSelectTree qualified -> qualified.getIdentifier().toString();
      default -> type.toString();
    };
  }
}
