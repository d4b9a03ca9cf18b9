package dev.ndbind.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ndbind.Complex64Array;
import dev.ndbind.ContractException;
import dev.ndbind.Float32Array;
import dev.ndbind.Float64Array;
import dev.ndbind.NumpyArray;
import dev.ndbind.annotation.DType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What jaxtyping's own tests expect of its shape patterns ({@code test/test_array.py} and {@code
 * test/test_messages.py}), expected here. Each test is named after its original.
 *
 * <p>Where the rule differs on purpose, the test states the rule that holds here: {@code #4} and
 * {@code foo=#bar} are no entries, a run that broadcasts is written {@code #*foo} only, names bound
 * only by a result occur twice, expressions have no functions and braces hold one parameter's name.
 * Originals without a counterpart:
 *
 * <ul>
 *   <li>{@code numpy_struct_dtype}, {@code key}, {@code key_dtype}: there are no structured dtypes
 *       and no random keys.
 *   <li>{@code nested_nojaxtyped}: a method without the annotation checks nothing, so that it
 *       cannot share the names of its caller either.
 *   <li>{@code arraylike}, {@code py310_unions}, {@code scalar_variadic_dim}, {@code
 *       numpy_arraylike_work_around_pep484_badness}, {@code typealiastype}, {@code
 *       union_of_arraylike}: unions of array classes and of Python's numbers are Python's; a Java
 *       parameter has one type, and overloads do the rest.
 *   <li>{@code non_instantiation}: the compiler makes no instances of annotations.
 *   <li>The first half of {@code arg_localisation} in the messages: an int that is a string does
 *       not compile.
 * </ul>
 */
class JaxtypingExpectationsTest {
  private static final Map<String, String> SOURCES = new LinkedHashMap<>();

  static {
    add("Basic", "static void g(NumpyArray x) {}");
    add("Floating", "static void g(@Layout(dtype = DType.FLOATING) NumpyArray x) {}");
    add("Inexact", "static void g(@Layout(dtype = DType.INEXACT) NumpyArray x) {}");
    add("Signed", "static void g(@Layout(dtype = DType.SIGNEDINTEGER) NumpyArray x) {}");
    add("Unsigned", "static void g(@Layout(dtype = DType.UNSIGNEDINTEGER) NumpyArray x) {}");
    add("Turned", result("c b", "@Layout(\"b c\") Float32Array x", "x.transpose()"));
    add("NotTurned", result("b c", "@Layout(\"b c\") Float32Array x", "x.transpose()"));
    add("TwoArgs", arguments("b c", "c d"));
    add(
        "Product",
        result(
            "b d",
            "@Layout(\"b c\") Float32Array x, @Layout(\"c d\") Float32Array y",
            "Float32Array.zeros(x.shape(0), y.shape(1))"));
    add(
        "AnyDType",
        "@Layout(\"a b\") static NumpyArray g(@Layout(\"a b\") NumpyArray x) { return x; }");
    add(
        "Outer",
        result(
            "c b",
            "@Layout(\"b c\") Float32Array x, boolean transpose",
            "InnerAdapter.g(x, transpose)"));
    add(
        "Inner",
        result(
            "b c",
            "@Layout(\"c b\") Float32Array x, boolean transpose",
            "transpose ? x.transpose() : x"));
    add("OnlyInResult", result("z", "@Layout(\"b c\") Float32Array x", "Float32Array.zeros(500)"));
    add(
        "Fixed",
        result(
            "4 5",
            "@Layout(\"4 5 foo\") Float32Array x, @Layout(\"foo\") Float32Array y",
            "Float32Array.zeros(4, 5)"));
    add("Anonymous", arguments("foo _", "_"));
    add("NamedVariadic", arguments("*batch foo", "*batch", "foo"));
    add("VariadicInside", arguments("foo *batch", "foo *batch bar"));
    add("AnonymousVariadic", arguments("... foo", "foo"));
    add("BroadcastFixed", arguments("#4"));
    add("BroadcastNamed", arguments("#foo", "#foo"));
    add("BroadcastRuns", arguments("#*foo", "#*foo"));
    add("BroadcastToRun", arguments("*foo", "#*foo"));
    add("RunOfBroadcast", arguments("#*foo", "*foo"));
    add("BroadcastAttention", arguments("*B L D", "#*B J d", "*B L J"));
    add("OtherSpelling", arguments("*#foo"));
    add("Commas", arguments("foo, bar"));
    add(
        "MakeSlice",
        result("dim-1", "@Layout(\"dim\") Float32Array x", "x.slice(0, 1, x.shape(0))"));
    add(
        "Cat",
        result("2*dim", "@Layout(\"dim\") Float32Array x", "Float32Array.zeros(2 * x.shape(0))"));
    add("BadMakeSlice", result("dim-1", "@Layout(\"dim\") Float32Array x", "x"));
    add(
        "BadCat",
        result("2*dim", "@Layout(\"dim\") Float32Array x", "Float32Array.zeros(3 * x.shape(0))"));
    add("IncompleteSymbolic", arguments("2*dim"));
    add(
        "Full",
        result("{dim}", "int dim, @Layout(\"\") Float32Array fill", "Float32Array.zeros(dim)"));
    add(
        "BadFull",
        result("{dim}-1", "int dim, @Layout(\"\") Float32Array fill", "Float32Array.zeros(dim)"));
    add(
        "InBraces",
        result("{dim-1}", "int dim, @Layout(\"\") Float32Array fill", "Float32Array.zeros(dim)"));
    add(
        "Member",
        result("{self.size}", "@Layout(\"\") Float32Array fill", "Float32Array.zeros(5)"));
    add("Value", "static void g(int value, @Layout(\"{value}\") Float32Array array) {}");
    add("Ignored", arguments("foo=4"));
    add("IgnoredSum", arguments("bar qux foo=bar+qux"));
    add("BroadcastIgnored", arguments("bar #foo=bar"));
    add("IgnoredBroadcast", arguments("bar foo=#bar"));
    add("IgnoredBefore", arguments("bar", "#bar"));
    add("Functions", arguments("foo bar min(foo,bar)"));
    add("Extended", "static void g(@Matrix @Layout(\"c d\") Float32Array x) {}");
    SOURCES.put("Matrix", "@Layout(\"a b\") @interface Matrix {}");
    add("ScalarDType", "static void g(@Layout(dtype = DType.FLOATING) BoolArray x) {}");
    add("Custom", "static void g(@Layout(\"3\") Float32Array x) {}");
    add("CustomTwice", arguments("3", "4"));
    add(
        "Any",
        "static void g(@Layout(value = \"foo bar\", dtype = DType.FLOATING) NumpyArray x) {}");
    add("Optional", "static void g(@Layout(\"\") @Nullable Float32Array x) {}");
    add("Localised", arguments("a b", "b c"));
    add("Failures", arguments("a b", "b", "5 ..."));
    add(
        "WrongResult",
        result("b a", "@Layout(\"a b\") Float32Array x, @Layout(\"*foo b\") Float32Array y", "x"));
  }

  @TempDir static Path directory;
  private static Lab lab;

  private static void add(String type, String method) {
    SOURCES.put(type, "class " + type + " { @AcceptsNumpy " + method + " }");
  }

  /** A method {@code g} of arrays with these patterns. */
  private static String arguments(String... patterns) {
    StringBuilder parameters = new StringBuilder();
    for (int i = 0; i < patterns.length; i++) {
      parameters.append(i == 0 ? "" : ", ");
      parameters.append("@Layout(\"%s\") Float32Array %s".formatted(patterns[i], "xyz".charAt(i)));
    }
    return "static void g(" + parameters + ") {}";
  }

  /** A method {@code g} that returns an array. */
  private static String result(String pattern, String parameters, String value) {
    return "@Layout(\"%s\") static Float32Array g(%s) { return %s; }"
        .formatted(pattern, parameters, value);
  }

  @BeforeAll
  static void compile() throws IOException {
    lab = Lab.compile(directory, SOURCES);
  }

  @AfterAll
  static void close() {
    lab.close();
  }

  private static Object accepts(String type, Object... arguments) throws Throwable {
    return lab.call(type, "g", arguments);
  }

  private static ContractException refuses(String type, Object... arguments) {
    return assertThatExceptionOfType(ContractException.class)
        .isThrownBy(() -> lab.call(type, "g", arguments))
        .actual();
  }

  private static void refusesParameters(String type, Object... arguments) {
    assertThat(refuses(type, arguments).failures())
        .allSatisfy(failure -> assertThat(failure).matches("[a-z]+ (dtype|shape) .*"))
        .noneMatch(failure -> failure.startsWith("result "));
  }

  private static void refusesResult(String type, Object... arguments) {
    assertThat(refuses(type, arguments).failures())
        .singleElement()
        .asString()
        .startsWith("result ");
  }

  private static void doesNotCompile(String type, String tag) {
    assertThat(lab.refusals(type)).singleElement().asString().startsWith("[ndbind:" + tag + "]");
  }

  private static Float32Array zeros(long... shape) {
    return Float32Array.zeros(shape);
  }

  private static long[] shape(Object array) {
    return ((NumpyArray) array).shape();
  }

  @Test
  void basic() throws Throwable {
    accepts("Basic", zeros());
  }

  @Test
  void dtypes() throws Throwable {
    Map<String, DType> families =
        Map.of(
            "Floating", DType.FLOATING,
            "Inexact", DType.INEXACT,
            "Signed", DType.SIGNEDINTEGER,
            "Unsigned", DType.UNSIGNEDINTEGER);
    for (String type : families.keySet()) {
      for (DType dtype : DType.concrete()) {
        NumpyArray array = Elements.zeros(dtype, 2);
        if (families.get(type).members().contains(dtype)) {
          accepts(type, array);
        } else {
          refusesParameters(type, array);
        }
      }
    }
  }

  @Test
  void returned() throws Throwable {
    assertThat(shape(accepts("Turned", zeros(3, 4)))).containsExactly(4, 3);
    refusesResult("NotTurned", zeros(3, 4));
  }

  @Test
  void twoArgs() throws Throwable {
    for (String type : List.of("TwoArgs", "Product")) {
      accepts(type, zeros(3, 4), zeros(4, 5));
      refusesParameters(type, zeros(3, 4), zeros(5, 4));
    }
  }

  @Test
  void anyDtype() throws Throwable {
    for (DType dtype : DType.concrete()) {
      accepts("AnyDType", Elements.zeros(dtype, 3, 4));
    }
    refusesParameters("AnyDType", zeros(1));
  }

  @Test
  void nestedJaxtyped() throws Throwable {
    accepts("Outer", zeros(2, 3), true);
    accepts("Outer", zeros(3, 3), true);
    accepts("Outer", zeros(3, 3), false);
    assertThat(refuses("Outer", zeros(2, 3), false)).hasMessageStartingWith("Inner.g: result ");
  }

  @Test
  void isinstance() {
    doesNotCompile("OnlyInResult", "unbound-axis");
  }

  @Test
  void fixed() throws Throwable {
    assertThat(shape(accepts("Fixed", zeros(4, 5, 2), zeros(2)))).containsExactly(4, 5);
    refusesParameters("Fixed", zeros(3, 5, 2), zeros(2));
  }

  @Test
  void anonymous() throws Throwable {
    accepts("Anonymous", zeros(3, 4), zeros(5));
  }

  @Test
  void namedVariadic() throws Throwable {
    accepts("NamedVariadic", zeros(5), zeros(), zeros(5));
    accepts("NamedVariadic", zeros(3, 5), zeros(3), zeros(5));
    refusesParameters("NamedVariadic", zeros(5), zeros(3), zeros(5));
    refusesParameters("NamedVariadic", zeros(3, 5), zeros(), zeros(5));
    accepts("VariadicInside", zeros(4), zeros(4, 3));
    refusesParameters("VariadicInside", zeros(4), zeros(3, 4));
    refusesParameters("VariadicInside", zeros(4, 3), zeros(3, 4));
  }

  @Test
  void anonymousVariadic() throws Throwable {
    for (Float32Array array : List.of(zeros(5), zeros(3, 5), zeros(3, 4, 5))) {
      accepts("AnonymousVariadic", array, zeros(5));
      refusesParameters("AnonymousVariadic", array, zeros(1));
    }
  }

  @Test
  void broadcastFixed() {
    doesNotCompile("BroadcastFixed", "pattern-syntax");
  }

  @Test
  void broadcastNamed() throws Throwable {
    for (long size : new long[] {3, 4, 1}) {
      accepts("BroadcastNamed", zeros(size), zeros(size));
      accepts("BroadcastNamed", zeros(size), zeros(1));
      accepts("BroadcastNamed", zeros(1), zeros(size));
    }
    refusesParameters("BroadcastNamed", zeros(3), zeros(4));
    refusesParameters("BroadcastNamed", zeros(4), zeros(3));
  }

  @Test
  void broadcastVariadicNamed() throws Throwable {
    Float32Array a = zeros(3);
    Float32Array b = zeros(4);
    Float32Array c = zeros(4, 4);
    Float32Array d = zeros(5, 6);
    Float32Array j = zeros(1);
    Float32Array k = zeros(1, 4);
    Float32Array l = zeros(5, 1);
    Float32Array m = zeros(1, 1);
    Float32Array n = zeros(2, 1);
    Float32Array o = zeros(1, 6);
    accepts("BroadcastRuns", a, a.copy());
    accepts("BroadcastRuns", c, c.copy());
    accepts("BroadcastRuns", b, c);
    for (Float32Array x : List.of(a, b, c, d)) {
      accepts("BroadcastRuns", x, j);
    }
    accepts("BroadcastRuns", b, k);
    accepts("BroadcastRuns", c, k);
    accepts("BroadcastRuns", d, l);
    accepts("BroadcastRuns", a, m);
    accepts("BroadcastRuns", c, m);
    accepts("BroadcastRuns", a, n);
    accepts("BroadcastRuns", b, n);
    accepts("BroadcastRuns", o, d);
    for (Float32Array[] pair :
        new Float32Array[][] {
          {a, b}, {a, c}, {d, b}, {d, k}, {c, l}, {c, n}, {d, n}, {o, c}, {o, a}
        }) {
      refusesParameters("BroadcastRuns", pair[0], pair[1]);
      refusesParameters("BroadcastRuns", pair[1], pair[0]);
    }
    doesNotCompile("OtherSpelling", "pattern-syntax");
  }

  @Test
  void variadicMixedBroadcast() throws Throwable {
    refusesParameters("BroadcastToRun", zeros(3, 4), zeros(5));
    accepts("BroadcastToRun", zeros(7, 3, 2), zeros(1, 2));
  }

  @Test
  void variadicMixedBroadcast2() throws Throwable {
    refusesParameters("RunOfBroadcast", zeros(3, 4), zeros(5));
    accepts("RunOfBroadcast", zeros(1, 2), zeros(7, 3, 2));
  }

  @Test
  void variadicMixedBroadcast3() throws Throwable {
    accepts("BroadcastAttention", zeros(2, 7, 3, 2, 2), zeros(2, 7, 1, 2, 2), zeros(2, 7, 3, 2, 2));
  }

  @Test
  void noCommas() {
    doesNotCompile("Commas", "pattern-syntax");
  }

  @Test
  void symbolic() throws Throwable {
    assertThat(shape(accepts("MakeSlice", zeros(5)))).containsExactly(4);
    assertThat(shape(accepts("Cat", zeros(5)))).containsExactly(10);
    refusesParameters("MakeSlice", zeros(3, 4));
    refusesParameters("Cat", zeros(3, 4));
    refusesResult("BadMakeSlice", zeros(5));
    refusesResult("BadCat", zeros(5));
  }

  @Test
  void incompleteSymbolic() {
    doesNotCompile("IncompleteSymbolic", "unbound-name");
  }

  @Test
  void deferredSymbolicGood() throws Throwable {
    assertThat(shape(accepts("Full", 3, zeros()))).containsExactly(3);
  }

  @Test
  void deferredSymbolicBad() {
    refusesResult("BadFull", 3, zeros());
    doesNotCompile("InBraces", "pattern-syntax");
    doesNotCompile("Member", "pattern-syntax");
  }

  @Test
  void deferredSymbolicDataclass() throws Throwable {
    accepts("Value", 3, zeros(3));
    refusesParameters("Value", 3, zeros(4));
  }

  @Test
  void ignoredNames() throws Throwable {
    accepts("Ignored", zeros(4));
    refusesParameters("Ignored", zeros(5));
    refusesParameters("Ignored", zeros(4, 5));
    accepts("IgnoredSum", zeros(2, 3, 5));
    refusesParameters("IgnoredSum", zeros(2, 3, 6));
    doesNotCompile("BroadcastIgnored", "pattern-syntax");
    doesNotCompile("IgnoredBroadcast", "pattern-syntax");
    accepts("IgnoredBefore", zeros(3), zeros(3));
    accepts("IgnoredBefore", zeros(3), zeros(1));
    refusesParameters("IgnoredBefore", zeros(3), zeros(4));
  }

  @Test
  void symbolicFunctions() {
    doesNotCompile("Functions", "pattern-syntax");
  }

  @Test
  void extension() {
    doesNotCompile("Extended", "two-contracts");
  }

  @Test
  void scalarDtypeMismatch() {
    doesNotCompile("ScalarDType", "dtype-of-type");
  }

  @Test
  void customArray() throws Throwable {
    accepts("Custom", tensor(DType.FLOAT32, 3));
    refusesParameters("Custom", tensor(DType.FLOAT64, 3));
    refusesParameters("Custom", tensor(DType.FLOAT32, 4));
    refusesParameters("CustomTwice", tensor(DType.FLOAT32, 3), tensor(DType.FLOAT32, 3));
    accepts("CustomTwice", tensor(DType.FLOAT32, 3), tensor(DType.FLOAT32, 4));
  }

  private static LabTensor tensor(DType dtype, long... shape) {
    return LabTensors.tensor(Elements.zeros(dtype, shape));
  }

  @Test
  void any() throws Throwable {
    accepts("Any", zeros(3, 4));
    accepts("Any", Float64Array.zeros(3, 4));
    accepts("Any", tensor(DType.FLOAT32, 3, 4));
    refusesParameters("Any", zeros(3, 2, 2));
    refusesParameters("Any", tensor(DType.FLOAT32, 3, 4, 5));
    refusesParameters("Any", Complex64Array.zeros(3, 4));
    refusesParameters("Any", tensor(DType.INT32, 3, 4));
  }

  @Test
  void uniontype() throws Throwable {
    accepts("Optional", (Object) null);
    accepts("Optional", zeros());
    refusesParameters("Optional", zeros(2));
  }

  @Test
  void argLocalisation() {
    assertThat(refuses("Localised", zeros(2, 3), zeros(4, 3)))
        .hasMessage(
            "Localised.g: y shape (4, 3) does not fit \"b c\":"
                + " axis 0 has size 4, but b=3 (a=2 b=3 c=3)");
    assertThat(refuses("Failures", zeros(2, 3, 4), zeros(3), zeros(4)).failures())
        .containsExactly(
            "x shape (2, 3, 4) does not fit \"a b\": its rank is 3",
            "z shape (4,) does not fit \"5 ...\": axis 0 has size 4, expected 5 (b=3)");
  }

  @Test
  void messageOfReturned() {
    assertThat(refuses("WrongResult", zeros(2, 3), zeros(7, 1, 3)))
        .hasMessage(
            "WrongResult.g: result shape (2, 3) does not fit \"b a\":"
                + " axis 0 has size 2, but b=3, axis 1 has size 3, but a=2 (a=2 b=3 *foo=(7, 1))");
  }

  @Test
  void dataclassInit() {
    assertThat(refuses("NamedVariadic", zeros(2, 3, 5), zeros(2, 3), zeros(4)))
        .hasMessage(
            "NamedVariadic.g: z shape (4,) does not fit \"foo\":"
                + " axis 0 has size 4, but foo=5 (foo=5 *batch=(2, 3))");
  }
}
