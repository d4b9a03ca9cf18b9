package dev.ndbind.processor.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.ndbind.ContractException;
import dev.ndbind.NumpyArray;
import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Order;
import dev.ndbind.annotation.Use;
import dev.ndbind.processor.Elements;
import dev.ndbind.processor.Lab;
import dev.ndbind.processor.LabBody;
import dev.ndbind.processor.fuzz.CallRules.Outcome;
import dev.ndbind.processor.fuzz.CallRules.Outcome.Accepted;
import dev.ndbind.processor.fuzz.CallRules.Seen;
import dev.ndbind.processor.fuzz.FuzzMethod.Array;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** One call of a method's adapter, held against what {@link CallRules} say. */
final class FuzzCall {
  private final Random random;
  private final FuzzMethod method;
  private final List<Given> given;
  private final Outcome expected;
  private final List<List<Long>> before;
  private final List<Object> seen = new ArrayList<>();
  private final boolean throwsItself;
  private FuzzResults results;
  private AssertionError failure;

  private FuzzCall(Random random, FuzzMethod method, List<Given> given, Map<String, Long> values) {
    this.random = random;
    this.method = method;
    this.given = given;
    this.expected = CallRules.of(method, given, values);
    this.before = given.stream().map(FuzzCall::elements).toList();
    this.throwsItself = random.nextInt(12) == 0;
  }

  /** Whether the method was called. */
  static boolean run(Lab lab, String type, FuzzMethod method, Random random) {
    Map<String, Long> values =
        Map.of("k", (long) random.nextInt(5) - 1, "n", (long) random.nextInt(3));
    List<Given> given = new RandomArguments(random, method, random.nextBoolean(), values).next();
    FuzzCall call = new FuzzCall(random, method, given, values);
    try {
      call.run(lab, type, values);
    } catch (AssertionError e) {
      throw new AssertionError(
          "k=%s%n%s%ngiven %s%nexpected %s%n%s"
              .formatted(values, method.source(type), call.print(), call.expected, e.getMessage()),
          e);
    }
    return call.expected instanceof Accepted;
  }

  private String print() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < given.size(); i++) {
      Given one = given.get(i);
      text.append("\n  a%d: ".formatted(i));
      text.append(
          one == null
              ? "null"
              : "%s %s %s strides %s offset %d%s elements %s"
                  .formatted(
                      one.value().getClass().getSimpleName(),
                      one.dtype(),
                      one.shape(),
                      one.byteStrides(),
                      one.offset(),
                      one.isReadOnly() ? " read-only" : "",
                      before.get(i)));
    }
    return text.toString();
  }

  private static List<Long> elements(Given one) {
    return one == null ? null : one.elements();
  }

  private void run(Lab lab, String type, Map<String, Long> values) {
    List<Object> arguments = new ArrayList<>();
    given.forEach(one -> arguments.add(one == null ? null : one.value()));
    for (FuzzMethod.Size size : method.sizes()) {
      long value = values.get(size.name());
      arguments.add(
          size.type().equals("int")
              ? (Object) (int) value
              : size.type().equals("long") ? (Object) value : (Object) (short) value);
    }
    LabBody.set(passed -> body(lab, type, passed));
    Object result = null;
    Throwable thrown = null;
    try {
      result = lab.call(type, "f", arguments.toArray());
    } catch (Throwable e) {
      thrown = e;
    }
    if (failure != null) {
      throw failure;
    }
    if (thrown instanceof AssertionError error) {
      throw error;
    }
    check(result, thrown);
  }

  private static final class OwnException extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** What the annotated method does: looks, writes, returns. */
  private Object body(Lab lab, String type, Object... arguments) {
    try {
      if (!(expected instanceof Accepted accepted)) {
        throw new AssertionError("The method was called.");
      }
      for (int i = 0; i < given.size(); i++) {
        seen.add(arguments[i]);
        checkSeen(method.arrays().get(i), given.get(i), arguments[i], accepted.seen().get(i));
      }
      for (int i = 0; i < given.size(); i++) {
        Seen one = accepted.seen().get(i);
        if (one != null && one.isWritable()) {
          Elements.change(arguments[i], one.dtype());
        }
      }
    } catch (AssertionError e) {
      failure = e;
    }
    if (failure == null && throwsItself) {
      throw new OwnException();
    }
    if (failure != null) {
      return null;
    }
    results = new FuzzResults(random, method, given, seen, ((Accepted) expected).sizes());
    return results.value(lab.loader(), type);
  }

  private static void checkSeen(Array array, Given from, Object found, Seen wanted) {
    String name = array.name();
    if (wanted == null) {
      assertThat(found).as(name).isNull();
      return;
    }
    assertThat(Elements.of(found, wanted.dtype()))
        .as("%s elements", name)
        .isEqualTo(wanted.elements());
    if (found instanceof NumpyArray numpy) {
      assertThat(numpy.dtype()).as("%s dtype", name).isEqualTo(wanted.dtype());
      assertThat(list(numpy.shape())).as("%s shape", name).isEqualTo(wanted.shape());
      assertThat(numpy.isWritable()).as("%s is writable", name).isEqualTo(wanted.isWritable());
      checkOrder(name, numpy, wanted, array.order());
    } else if (found instanceof MemorySegment segment) {
      assertThat(segment.isReadOnly()).as("%s is read-only", name).isEqualTo(!wanted.isWritable());
    }
    if (!from.isJavaArray() && !wanted.elements().isEmpty()) {
      assertThat(isView(from, found, wanted.dtype()))
          .as("%s is a view", name)
          .isEqualTo(wanted.isView());
    }
  }

  private static void checkOrder(String name, NumpyArray found, Seen wanted, Order order) {
    List<Long> strides = list(found.byteStrides());
    if (wanted.isView()) {
      assertThat(strides).as("%s strides", name).isEqualTo(wanted.byteStrides());
    } else {
      assertThat(found.isContiguous(wanted.order())).as("%s copy in order", name).isTrue();
    }
    for (Order one : Order.values()) {
      assertThat(found.isContiguous(one))
          .as("%s in order %s", name, one)
          .isEqualTo(CallRules.isInOrder(one, wanted.shape(), strides, wanted.dtype().itemsize()));
    }
    assertThat(found.isContiguous(order)).as("%s in order", name).isTrue();
  }

  /** Whether a change of the caller's first element is seen. */
  private static boolean isView(Given from, Object found, DType dtype) {
    MemorySegment first = from.memory().asSlice(from.offset(), from.dtype().itemsize());
    byte[] bytes = first.toArray(ValueLayout.JAVA_BYTE);
    List<Long> seen = Elements.of(found, dtype);
    Elements.change(first, from.dtype());
    boolean isView = !Elements.of(found, dtype).equals(seen);
    first.copyFrom(MemorySegment.ofArray(bytes));
    return isView;
  }

  private void check(Object result, Throwable thrown) {
    switch (expected) {
      case Outcome.Null(String name) ->
          assertThat(thrown)
              .isInstanceOf(NullPointerException.class)
              .hasMessageContaining(name + " is null");
      case Outcome.Refused(var names) -> {
        assertThat(thrown).isInstanceOf(ContractException.class);
        for (String name : names) {
          assertThat(((ContractException) thrown).failures())
              .anyMatch(failed -> failed.startsWith(name + " "));
        }
      }
      case Accepted _ -> checkReturn(result, thrown);
    }
    checkRevoked();
    checkCaller(thrown == null);
  }

  private void checkRevoked() {
    for (Object array : seen) {
      if (array instanceof NumpyArray numpy) {
        try {
          numpy.copy();
          fail("an argument is valid after the call");
        } catch (IllegalStateException _) {
          // as it should be
        }
      }
    }
  }

  private void checkReturn(Object result, Throwable thrown) {
    if (throwsItself) {
      assertThat(thrown).isInstanceOf(OwnException.class);
    } else if (results == null) {
      throw new AssertionError("refused: " + thrown, thrown);
    } else {
      results.check(result, thrown);
    }
  }

  private void checkCaller(boolean completed) {
    for (int i = 0; i < given.size(); i++) {
      Given one = given.get(i);
      if (one == null) {
        continue;
      }
      Use use = method.arrays().get(i).use();
      boolean isWritten =
          expected instanceof Accepted
              && (use == Use.WRITE || (use == Use.WRITE_BACK && completed));
      List<Long> wanted = before.get(i);
      if (isWritten) {
        DType dtype = ((Accepted) expected).seen().get(i).dtype();
        wanted = wanted.stream().map(Elements.change(dtype)::applyAsLong).toList();
      }
      assertThat(one.elements()).as("a%d after the call", i).isEqualTo(wanted);
    }
  }

  private static List<Long> list(long... numbers) {
    return Arrays.stream(numbers).boxed().toList();
  }
}
