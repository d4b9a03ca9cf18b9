package dev.ndbind.processor.diagnostic;

import java.util.Locale;
import javax.tools.Diagnostic;

/**
 * Everything that the processor can complain about. A text states the rule, what was found, and one
 * way out.
 */
public enum Problem {
  // Where the annotations may be.
  /** {@code @AcceptsNumpy} on a private method. */
  PRIVATE_METHOD("'%s' is private, and its adapter is another class; make it package-private"),
  /** {@code @AcceptsNumpy} on a method without arrays. */
  NO_ARRAY("'%s' has no array in its signature, so that there is nothing to adapt; %s"),
  /** {@code @AcceptsNumpy} on a type of which no method can be adapted. */
  NOTHING_TO_ADAPT(
      "no method of '%s' that is not private has an array in its signature; annotate a type that"
          + " has one"),
  /** {@code @AcceptsNumpy} on a kind of type that cannot be adapted. */
  UNSUPPORTED_TYPE("%s '%s' cannot be adapted; move the methods to a class or an open interface"),
  /** A type that the adapter, a class of the same package, cannot name. */
  NOT_CALLABLE(
      "'%s' cannot be used from package '%s', where the adapter is; make it visible there"),
  /** A contract on something else than an array. */
  CONTRACT_WITHOUT_ARRAY("@%s describes an array, and %s is none; remove it%s"),
  /** Two contracts on one array. */
  TWO_CONTRACTS("%s has the contract of @%s and that of @%s; keep one of them"),

  // Python modules.
  /** {@code @NumpyModule} on something that cannot stand for a module. */
  UNSUPPORTED_MODULE("'%s' cannot stand for a Python module: %s"),
  /** A name that Python does not have. */
  PYTHON_NAME("'%s' is no name in Python; %s"),
  /** A type that Python does not have. */
  PYTHON_TYPE("%s of type '%s' has no counterpart in Python; %s"),
  /** A parameter by position after one by name. */
  KEYWORD_ORDER("'%s' is passed by position after '%s', which is passed by name; swap them"),

  // Types.
  /** A parameter by which arrays cannot be taken. */
  UNSUPPORTED_PARAMETER("parameter '%s' of type '%s' cannot be adapted: %s"),
  /** A result by which arrays cannot be returned. */
  UNSUPPORTED_RESULT("a result of type '%s' cannot be adapted: %s"),
  /** An array result that may be null. */
  NULLABLE_RESULT("an array that is returned is never null; return an array of size 0 or throw"),
  /** Generics that the adapter cannot repeat. */
  UNSUPPORTED_GENERIC("type variable '%s' stands for an array class; write the array class itself"),
  /** A type that does not exist, even after all processors have run. */
  UNRESOLVED_TYPE("%s was not written, since '%s' does not exist; declare or import it"),

  // Shape patterns.
  /** No shape pattern. */
  PATTERN_SYNTAX("'%s' is no shape pattern: at offset %d, %s"),
  /** Two entries that stand for any number of axes. */
  SECOND_VARIADIC("%s in '%s', so that a shape can be split in several ways; keep one of them"),
  /** A size that is out of bounds. */
  SIZE_RANGE("'%s' is no shape pattern: at offset %d, %s"),
  /** An axis of the result that is bound nowhere. */
  UNBOUND_AXIS("axis '%s' of the result is bound by no parameter; %s"),
  /** An expression with a name that is bound nowhere. */
  UNBOUND_NAME("'%s' in '%s' is the size of no axis of a parameter that is never null; %s"),
  /** A name in braces that is no parameter. */
  UNKNOWN_PARAMETER("'{%s}' names no parameter of type int or long; %s"),
  /** A name in braces that is an axis too. */
  AMBIGUOUS_NAME("'%s' is an axis here and the parameter '{%s}' there; rename one of them"),
  /** A documentation name that is an axis too. */
  DOCUMENTATION_NAME("'%s' in '%s' binds nothing, yet '%s' is an axis too; rename one of them"),
  /** {@code #n} where the array is written. */
  BROADCAST_WRITTEN("'%s' may be seen with stride 0 and cannot be written; take '%s' instead"),
  /** {@code #n} in a result. */
  BROADCAST_RESULT("'%s' is expanded for the method, a result is not; take '%s' or '_' instead"),
  /** A pattern with more or fewer axes than the Java type has. */
  RANK_OF_TYPE("a %s has %s, and '%s' asks for others; write one entry for each axis"),
  /** More memory than there can be. */
  SIZE_OVERFLOW("'%s' alone asks for %s, more than %s can have; write smaller sizes"),
  /** An expression that is negative for all sizes. */
  IMPOSSIBLE_SIZE("'%s' is negative whatever the sizes are; write a size that can be"),
  /** A documentation name with two sizes. */
  CONTRADICTING_SIZES("'%s' contradicts '%s=%s' of another array; correct one, or rename it"),

  // Attributes.
  /** An attribute that only an argument can have. */
  RESULT_ATTRIBUTE("'%s' says how an argument is passed, and this is a result; remove it"),
  /** A dtype that the Java type does not have. */
  DTYPE_OF_TYPE("%s holds %s, not %s; change the type of the array or drop 'dtype'"),
  /** Several dtypes, or none, where the Java type needs one. */
  ONE_DTYPE("%s needs exactly one dtype, found %s; name one, or take a NumpyArray"),
  /** An order that the Java type does not have. */
  ORDER_OF_TYPE("%s is always in C order, not %s; take a typed array, or drop 'order'"),
  /** {@code VIEW} of something that is always a copy. */
  VIEW_OF_COPY("%s is always a copy, so that it cannot be a VIEW; take a typed array, or READ"),
  /** {@code WRITE} to something that is always a copy. */
  WRITE_TO_COPY("%s is always a copy, so that WRITE would be lost; use WRITE_BACK"),
  /** A cast without a copy. */
  CAST_WITHOUT_COPY("%s allows no copy, and every cast is one; drop 'casting', or use %s"),
  /** A casting rule that allows no cast. */
  CAST_WITHOUT_EFFECT("casting %s casts nothing to %s%s; drop 'casting', or use SAME_KIND"),
  /** A copy that cannot be remembered. */
  REUSE_WITHOUT_COPY("only the copies of READ are remembered, and this is %s; drop 'reuse'"),
  /** A transfer where memory of the host is needed. */
  DEVICE_OF_USE("%s needs the tensor's own memory, on the host; use CPU, or READ"),

  // Copies.
  /** A copy in every call, in a build that denies these. */
  CERTAIN_COPY("%s is copied in every call from %s, and copies are denied: %s"),
  /** What an overload does with its arrays, for who asked. */
  COPY_PLAN(Diagnostic.Kind.NOTE, "the overloads of '%s':%s"),

  // Options, frameworks and adapters.
  /** A value that an option of the processor does not have. */
  UNKNOWN_OPTION("'%s' is no value of the option %s; %s"),
  /** A class in {@code from} that is no bridge. */
  NOT_A_BRIDGE("'%s' is no bridge: no class annotated with @Bridge is found by this name; %s"),
  /** A bridge in {@code from} without its framework. */
  MISSING_FRAMEWORK("bridge '%s' needs classes of %s that are not found; add the framework"),
  /** A dtype that a framework in {@code from} lacks. */
  DTYPE_NOT_IN_FRAMEWORK("%1$s has no tensors of %3$s, which '%2$s' needs; drop it from 'from'"),
  /** A method that writes, for a framework that cannot be written to. */
  WRITE_NOT_IN_FRAMEWORK("%1$s's tensors cannot be written, and '%2$s' is; drop it from 'from'"),
  /** A view that a framework can never give. */
  VIEW_NOT_IN_FRAMEWORK(
      "%1$s's tensors are in C order, so that '%2$s' is never a view in F order; drop it from"
          + " 'from', or allow a copy with READ"),
  /** Overloads that cannot be told apart. */
  CLASHING_OVERLOADS("the adapter would have %s twice, for %s too: %s; rename one of the methods"),
  /** An adapter that would replace a class. */
  ADAPTER_EXISTS("the adapter would be named '%s', and that class exists; rename one of them"),
  /** A file that cannot be written. */
  WRITE_FAILED("%s could not be written: %s"),
  /** An error in the processor itself. */
  INTERNAL_ERROR("the processor failed, which is an error in ndbind; please report it: %s");

  private final Diagnostic.Kind kind;
  private final String text;

  Problem(String text) {
    this(Diagnostic.Kind.ERROR, text);
  }

  Problem(Diagnostic.Kind kind, String text) {
    this.kind = kind;
    this.text = text;
  }

  /**
   * The name in messages, and the anchor in the documentation.
   *
   * @return for example {@code unbound-axis}
   */
  public String tag() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The message without what it names.
   *
   * @return with an ellipsis for each value
   */
  public String outline() {
    return text.replaceAll("%(\\d\\$)?[sd]", "…");
  }

  Diagnostic.Kind kind() {
    return kind;
  }

  boolean isError() {
    return kind == Diagnostic.Kind.ERROR;
  }

  String message(Object... values) {
    return "[ndbind:" + tag() + "] " + text.formatted(values);
  }
}
