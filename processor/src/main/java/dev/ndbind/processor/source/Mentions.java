package dev.ndbind.processor.source;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ErrorType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.SimpleTypeVisitor14;

/**
 * The classes that a type mentions: itself, what its arguments and bounds mention, and the types
 * around it. Type variables are left to their declarations, since bounds may go in circles.
 */
final class Mentions extends SimpleTypeVisitor14<Void, Void> {
  private final List<DeclaredType> found = new ArrayList<>();

  private Mentions() {}

  /** In the order in which they are written; {@link ErrorType}s are among them. */
  static List<DeclaredType> of(TypeMirror type) {
    Mentions mentions = new Mentions();
    mentions.visit(type);
    return mentions.found;
  }

  /** Whatever a method's signature mentions. */
  static Stream<DeclaredType> inSignature(ExecutableElement method) {
    return signature(method).flatMap(type -> of(type).stream());
  }

  static Stream<TypeMirror> signature(ExecutableElement method) {
    return Stream.of(
            Stream.of(method.getReturnType()),
            method.getParameters().stream().map(VariableElement::asType),
            method.getThrownTypes().stream(),
            bounds(method.getTypeParameters()))
        .flatMap(types -> types);
  }

  static Stream<TypeMirror> bounds(List<? extends TypeParameterElement> parameters) {
    return parameters.stream().flatMap(parameter -> parameter.getBounds().stream());
  }

  /** Whether a type is one of the array classes, or has to do with one. */
  static boolean mentionsArray(TypeMirror type) {
    return of(type).stream().anyMatch(ArrayTypeReader::isArrayClass);
  }

  static TypeElement element(DeclaredType type) {
    return (TypeElement) type.asElement();
  }

  static String name(Element element) {
    return element.getSimpleName().toString();
  }

  @Override
  public Void visitDeclared(DeclaredType type, Void unused) {
    found.add(type);
    visit(type.getEnclosingType());
    type.getTypeArguments().forEach(this::visit);
    return null;
  }

  @Override
  public Void visitError(ErrorType type, Void unused) {
    found.add(type);
    type.getTypeArguments().forEach(this::visit);
    return null;
  }

  @Override
  public Void visitArray(ArrayType type, Void unused) {
    return visit(type.getComponentType());
  }

  @Override
  public Void visitIntersection(IntersectionType type, Void unused) {
    type.getBounds().forEach(this::visit);
    return null;
  }

  @Override
  public Void visitWildcard(WildcardType type, Void unused) {
    if (type.getExtendsBound() != null) {
      visit(type.getExtendsBound());
    }
    if (type.getSuperBound() != null) {
      visit(type.getSuperBound());
    }
    return null;
  }
}
