package dev.ndbind.processor.source;

import dev.ndbind.processor.model.MethodModel.Deprecation;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * The warnings that the user's code has dealt with in its own place, and that the adapter, which
 * repeats its signatures, would bring up again.
 */
final class Warnings {
  private final Compiler compiler;
  private final TreeSet<String> names = new TreeSet<>();

  Warnings(Compiler compiler) {
    this.compiler = compiler;
  }

  /** The names for {@code @SuppressWarnings}, sorted. */
  List<String> of(TypeElement target, List<ExecutableElement> methods) {
    addDeprecation(target);
    for (ExecutableElement method : methods) {
      addDeprecation(method);
      Mentions.inSignature(method).forEach(this::addType);
      addVarargs(method);
    }
    return List.copyOf(names);
  }

  /** A public class of a module warns of types whose modules its users may not read. */
  void addExports(TypeElement target) {
    var module = compiler.elements().getModuleOf(target);
    if (module != null && !module.isUnnamed()) {
      names.add("exports");
    }
  }

  private void addType(DeclaredType type) {
    TypeElement element = Mentions.element(type);
    addDeprecation(element);
    if (type.getTypeArguments().isEmpty() && !element.getTypeParameters().isEmpty()) {
      names.add("rawtypes");
    }
  }

  private void addDeprecation(Element element) {
    switch (deprecation(compiler, element)) {
      case NONE -> {}
      case DEPRECATED -> names.add("deprecation");
      case FOR_REMOVAL -> names.add("removal");
    }
  }

  static Deprecation deprecation(Compiler compiler, Element element) {
    if (!compiler.elements().isDeprecated(element)) {
      return Deprecation.NONE;
    }
    Optional<AnnotationMirror> annotation =
        Mirrors.find(element.getAnnotationMirrors(), "java.lang.Deprecated");
    boolean forRemoval =
        annotation
            .flatMap(deprecated -> Mirrors.written(deprecated, "forRemoval"))
            .filter(Mirrors::truth)
            .isPresent();
    return forRemoval ? Deprecation.FOR_REMOVAL : Deprecation.DEPRECATED;
  }

  /** Arrays of parameterized types can be polluted; the user's method answers for it. */
  private void addVarargs(ExecutableElement method) {
    if (method.isVarArgs()) {
      TypeMirror last = method.getParameters().getLast().asType();
      TypeMirror element = ((ArrayType) last).getComponentType();
      if (!compiler.types().isSameType(element, compiler.types().erasure(element))) {
        names.add("unchecked");
        names.add("varargs");
      }
    }
  }

  static boolean isPublic(TypeElement type) {
    Element element = type;
    while (element instanceof TypeElement) {
      if (!element.getModifiers().contains(Modifier.PUBLIC)) {
        return false;
      }
      element = element.getEnclosingElement();
    }
    return true;
  }
}
