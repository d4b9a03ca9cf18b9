package dev.ndbind.processor.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ndbind.ContractException;
import dev.ndbind.NumpyArray;
import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Order;
import dev.ndbind.annotation.Use;
import dev.ndbind.processor.Elements;
import dev.ndbind.processor.LabTensor;
import dev.ndbind.processor.fuzz.FuzzMethod.Array;
import dev.ndbind.processor.fuzz.PatternRules.Kind;
import dev.ndbind.processor.fuzz.PatternRules.Part;
import dev.ndbind.processor.fuzz.PatternRules.Sizes;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

/** What a method returns, most of which fits, and what must become of it. */
final class FuzzResults {
  private final Random random;
  private final FuzzMethod method;
  private final List<Given> given;
  private final List<Object> seen;
  private final Sizes sizes;
  private final List<NumpyArray> returned = new ArrayList<>();
  private final List<List<Long>> elements = new ArrayList<>();

  /**
   * Chooses the results.
   *
   * @param seen what the method got for the arrays given
   * @param sizes what the names of the call stand for
   */
  FuzzResults(Random random, FuzzMethod method, List<Given> given, List<Object> seen, Sizes sizes) {
    this.random = random;
    this.method = method;
    this.given = given;
    this.seen = seen;
    this.sizes = sizes;
    for (Array result : method.results()) {
      NumpyArray array = choose(result);
      returned.add(array);
      elements.add(array == null ? null : Elements.of(array, array.dtype()));
    }
  }

  /** What the method returns to its adapter. */
  Object value(ClassLoader loader, String type) {
    return switch (returned.size()) {
      case 0 -> null;
      case 1 -> returned.getFirst();
      default -> record(loader, type);
    };
  }

  private Object record(ClassLoader loader, String type) {
    try {
      Constructor<?> constructor = loader.loadClass("lab.R" + type).getDeclaredConstructors()[0];
      constructor.setAccessible(true);
      return constructor.newInstance(returned.toArray());
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(type, e);
    }
  }

  private NumpyArray choose(Array result) {
    if (random.nextInt(30) == 0) {
      return null;
    }
    List<NumpyArray> own =
        seen.stream()
            .filter(NumpyArray.class::isInstance)
            .map(NumpyArray.class::cast)
            .filter(
                array -> result.isUntyped() || CallRules.possible(result).contains(array.dtype()))
            .toList();
    if (!own.isEmpty() && random.nextInt(3) == 0) {
      NumpyArray array = own.get(random.nextInt(own.size()));
      return random.nextInt(3) > 0 ? array : array.transpose();
    }
    return fresh(result);
  }

  private NumpyArray fresh(Array result) {
    List<DType> dtypes = CallRules.accepted(result);
    DType dtype =
        result.isUntyped() && random.nextInt(10) == 0
            ? DType.concrete().get(random.nextInt(DType.concrete().size()))
            : dtypes.get(random.nextInt(dtypes.size()));
    if (!result.isUntyped()) {
      dtype = CallRules.possible(result).getFirst();
    }
    List<Long> shape = new ArrayList<>();
    for (String entry : result.pattern()) {
      shape.addAll(fitting(entry));
    }
    if (!shape.isEmpty() && random.nextInt(12) == 0) {
      shape.set(random.nextInt(shape.size()), (long) random.nextInt(4));
    }
    NumpyArray array = Elements.zeros(dtype, shape.stream().mapToLong(Long::longValue).toArray());
    Elements.change(array, dtype);
    boolean isOther = random.nextInt(6) == 0;
    return (result.order() == Order.F) != isOther ? array.copy(Order.F) : array;
  }

  private List<Long> fitting(String entry) {
    Kind kind = PatternRules.kind(entry);
    String name = PatternRules.name(entry);
    return switch (kind) {
      case SEVERAL -> List.of(2L);
      case RUN, BROADCAST_RUN -> sizes.runs().getOrDefault(name, List.of(1L, 2L));
      case NAMED, BROADCAST -> List.of(sizes.axes().getOrDefault(name, 2L));
      default ->
          LongStream.range(0, 20)
              .mapToObj(size -> List.of(size))
              .filter(size -> isExpected(entry, size))
              .findFirst()
              .orElse(List.of(2L));
    };
  }

  private boolean isExpected(String entry, List<Long> size) {
    boolean isKnown = PatternRules.axisNames(entry).stream().allMatch(sizes.axes()::containsKey);
    return isKnown && sizes.see(new Part(entry, size)) != null;
  }

  /** Holds the outcome of a call against the results. */
  void check(Object result, Throwable thrown) {
    Sizes bound =
        new Sizes(new HashMap<>(sizes.axes()), new HashMap<>(sizes.runs()), sizes.values());
    for (int i = 0; i < returned.size(); i++) {
      NumpyArray array = returned.get(i);
      if (array == null) {
        assertThat(thrown).isInstanceOf(NullPointerException.class).hasMessageContaining("result");
        return;
      }
      if (!CallRules.acceptsResult(
          method.results().get(i),
          array.dtype(),
          list(array.shape()),
          list(array.byteStrides()),
          bound)) {
        assertThat(thrown).isInstanceOf(ContractException.class).hasMessageContaining("result");
        return;
      }
    }
    assertThat(thrown).isNull();
    List<Object> got = got(result);
    for (int i = 0; i < got.size(); i++) {
      checkOne(returned.get(i), elements.get(i), got.get(i));
    }
  }

  private List<Object> got(Object result) {
    if (returned.size() < 2) {
      return returned.isEmpty() ? List.of() : List.of(result);
    }
    List<Object> got = new ArrayList<>();
    for (RecordComponent component : result.getClass().getRecordComponents()) {
      try {
        component.getAccessor().setAccessible(true);
        got.add(component.getAccessor().invoke(result));
      } catch (ReflectiveOperationException e) {
        throw new LinkageError(result.toString(), e);
      }
    }
    return got;
  }

  private void checkOne(NumpyArray array, List<Long> wanted, Object got) {
    int argument = indexOf(array);
    if (argument >= 0 && method.arrays().get(argument).use() == Use.WRITE) {
      assertThat(got).as("the caller's own").isSameAs(given.get(argument).value());
    }
    if (got instanceof LabTensor tensor) {
      List<Long> shape = list(tensor.shape());
      List<Long> strides = list(tensor.byteStrides());
      Given as =
          new Given(
              tensor, tensor.dtype(), shape, strides, tensor.memory(), tensor.offset(), false);
      assertThat(shape).as("result shape").isEqualTo(list(array.shape()));
      assertThat(as.elements()).as("result elements").isEqualTo(wanted);
    } else {
      NumpyArray numpy = (NumpyArray) got;
      assertThat(list(numpy.shape())).as("result shape").isEqualTo(list(array.shape()));
      assertThat(Elements.of(numpy, numpy.dtype())).as("result elements").isEqualTo(wanted);
    }
  }

  private int indexOf(NumpyArray array) {
    for (int i = 0; i < seen.size(); i++) {
      if (seen.get(i) == array) {
        return i;
      }
    }
    return -1;
  }

  private static List<Long> list(long... numbers) {
    return Arrays.stream(numbers).boxed().toList();
  }
}
