package dev.ndbind.processor.source;

import java.util.Optional;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ErrorType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.SimpleTypeVisitor14;

/** Asks a type for its kind with a visitor, as casts may not. */
final class Kinds {
  private Kinds() {}

  /** The type as a class or interface that exists. */
  static Optional<DeclaredType> declared(TypeMirror type) {
    return type.accept(
        new SimpleTypeVisitor14<Optional<DeclaredType>, Void>(Optional.empty()) {
          @Override
          public Optional<DeclaredType> visitDeclared(DeclaredType declared, Void unused) {
            return Optional.of(declared);
          }

          @Override
          public Optional<DeclaredType> visitError(ErrorType error, Void unused) {
            return Optional.empty();
          }
        },
        null);
  }
}
