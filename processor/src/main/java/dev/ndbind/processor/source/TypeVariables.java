package dev.ndbind.processor.source;

import java.util.stream.Stream;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.SimpleTypeVisitor14;

/** Tells whether a type mentions a type variable. */
final class TypeVariables extends SimpleTypeVisitor14<Boolean, Void> {
  private static final TypeVariables INSTANCE = new TypeVariables();

  private TypeVariables() {
    super(false);
  }

  static boolean areIn(TypeMirror type) {
    return type.accept(INSTANCE, null);
  }

  @Override
  public Boolean visitTypeVariable(TypeVariable variable, Void unused) {
    return true;
  }

  @Override
  public Boolean visitArray(ArrayType type, Void unused) {
    return areIn(type.getComponentType());
  }

  @Override
  public Boolean visitDeclared(DeclaredType type, Void unused) {
    return type.getTypeArguments().stream().anyMatch(TypeVariables::areIn);
  }

  @Override
  public Boolean visitWildcard(WildcardType type, Void unused) {
    return Stream.of(type.getExtendsBound(), type.getSuperBound())
        .anyMatch(bound -> bound != null && areIn(bound));
  }
}
