package dev.ndbind.processor.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A type as a signature mentions it. It prints as messages show it. */
public sealed interface TypeModel {
  /**
   * A primitive type, or {@code void}.
   *
   * @param keyword for example {@code int}
   */
  record Primitive(String keyword) implements TypeModel {
    /** No type: what a method returns that returns nothing. */
    public static final Primitive VOID = new Primitive("void");

    @Override
    public String toString() {
      return keyword;
    }
  }

  /**
   * A class, raw or not generic or with arguments.
   *
   * @param id its name
   * @param arguments its own type arguments; none if it has no parameters or is raw
   * @param enclosing the class around it, if that has type arguments
   */
  record Declared(ClassId id, List<TypeModel> arguments, Optional<Declared> enclosing)
      implements TypeModel {
    public Declared {
      arguments = List.copyOf(arguments);
    }

    @Override
    public String toString() {
      String name = enclosing.map(outer -> outer + "." + id.simpleName()).orElseGet(id::nestedName);
      return arguments.isEmpty() ? name : name + join(arguments, ", ", "<", ">");
    }
  }

  /**
   * An array.
   *
   * @param component the type of its elements
   */
  record Array(TypeModel component) implements TypeModel {
    @Override
    public String toString() {
      return component + "[]";
    }
  }

  /**
   * A type variable.
   *
   * @param name as declared
   * @param erasure what is left of it at run time
   */
  record Variable(String name, String erasure) implements TypeModel {
    @Override
    public String toString() {
      return name;
    }
  }

  /**
   * A wildcard.
   *
   * @param upper the bound of {@code ? extends}, if any
   * @param lower the bound of {@code ? super}, if any
   */
  record Wildcard(Optional<TypeModel> upper, Optional<TypeModel> lower) implements TypeModel {
    @Override
    public String toString() {
      return upper
          .map(bound -> "? extends " + bound)
          .or(() -> lower.map(bound -> "? super " + bound))
          .orElse("?");
    }
  }

  /**
   * A class without type arguments.
   *
   * @param id its name
   * @return the type
   */
  static TypeModel of(ClassId id) {
    return new Declared(id, List.of(), Optional.empty());
  }

  /**
   * What is left of the type at run time: two methods whose parameters agree in this clash.
   *
   * @return a name that is the same for the same erased type
   */
  default String erasure() {
    return switch (this) {
      case Primitive(String keyword) -> keyword;
      case Declared declared -> declared.id().toString();
      case Array(TypeModel component) -> component.erasure() + "[]";
      case Variable variable -> variable.erasure();
      case Wildcard wildcard -> throw new IllegalStateException("no type of a value: " + wildcard);
    };
  }

  private static String join(List<?> parts, String between, String before, String after) {
    return parts.stream().map(Object::toString).collect(Collectors.joining(between, before, after));
  }
}
