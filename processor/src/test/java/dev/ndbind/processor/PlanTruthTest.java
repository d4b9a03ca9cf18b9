package dev.ndbind.processor;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OnnxTensor;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.ndbind.ContractException;
import dev.ndbind.NumpyArray;
import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Use;
import dev.ndbind.call.ArrayContract;
import dev.ndbind.call.NumpyArrays;
import dev.ndbind.call.Plan;
import dev.ndbind.onnx.Onnx;
import dev.ndbind.processor.model.ArrayType;
import dev.ndbind.pytorch.PyTorch;
import dev.ndbind.tensorflow.TensorFlow;
import java.io.IOException;
import java.lang.reflect.Field;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.types.family.TType;

/**
 * What the copy plan promises when an adapter is compiled is what a call does: for arrays and for
 * tensors of all frameworks, of every dtype, in several layouts.
 */
class PlanTruthTest {
  /** Each contract as one parameter of a method. */
  private static final List<String> PARAMETERS =
      List.of(
          "Float32Array x",
          "@Layout(order = Order.C) Float32Array x",
          "@Layout(value = \"n m\", order = Order.F) Float32Array x",
          "@Layout(value = \"... n\", order = Order.F) Float32Array x",
          "@Layout(value = \"1 n\", order = Order.F, casting = Casting.SAFE) Float64Array x",
          "@Layout(value = \"n m\", order = Order.CONTIGUOUS) Float64Array x",
          "@Layout(order = Order.C, casting = Casting.SAFE) Float64Array x",
          "@Layout(order = Order.F, casting = Casting.SAME_KIND) Int16Array x",
          "@Layout(use = Use.VIEW, order = Order.C) UInt8Array x",
          "@Layout(use = Use.COPY, casting = Casting.SAFE) Float32Array x",
          "@Layout(use = Use.WRITE, order = Order.C) Float32Array x",
          "@Layout(use = Use.WRITE_BACK, casting = Casting.SAME_KIND) Float32Array x",
          "@Layout(dtype = {DType.FLOAT64, DType.INTEGER}) NumpyArray x",
          "@Layout(dtype = {DType.INT32, DType.BOOL}, casting = Casting.SAFE) NumpyArray x",
          "@Layout(order = Order.C) NumpyArray x",
          "@Layout(\"n m\") float[][] x",
          "@Layout(dtype = DType.FLOAT32) java.lang.foreign.MemorySegment x",
          "BFloat16Array x");

  @TempDir Path directory;

  private ClassLoader loader;

  /** An array, and the framework that passes it. */
  private record Passed(String framework, NumpyArray array, Object tensor) {
    Plan plan(ArrayContract contract) {
      return Plan.of(
          switch (tensor) {
            case Tensor torch -> PyTorch.describe(torch);
            case TType tensorFlow -> TensorFlow.describe(tensorFlow);
            case OnnxTensor onnx -> Onnx.describe(onnx);
            default -> NumpyArrays.describe(array);
          },
          contract);
    }
  }

  @BeforeEach
  void compile() throws IOException {
    List<Path> sources = new ArrayList<>();
    for (int i = 0; i < PARAMETERS.size(); i++) {
      sources.add(
          Files.writeString(
              directory.resolve("A" + i + ".java"),
              """
              package plans;
              import dev.ndbind.*;
              import dev.ndbind.annotation.*;
              class A%d {
                @AcceptsNumpy static void f(%s) {}
              }
              """
                  .formatted(i, PARAMETERS.get(i))));
    }
    assertThat(
            TestCompiler.JAVAC
                .compile(directory, sources, "-classpath", TestCompiler.wholeClassPath())
                .errors())
        .isEmpty();
    loader = new URLClassLoader(new URL[] {directory.resolve("classes").toUri().toURL()});
  }

  @Test
  void callsDoWhatThePlanSays() throws Exception {
    Set<Plan.Step> seen = EnumSet.noneOf(Plan.Step.class);
    for (int i = 0; i < PARAMETERS.size(); i++) {
      ArrayContract contract = contract(i);
      for (JsonElement overload : overloads(i)) {
        String framework = overload.getAsJsonObject().get("framework").getAsString();
        for (Passed passed : passed(framework)) {
          if (isOfThatShape(contract, passed.array()) && compiles(i, overload, passed)) {
            seen.add(check(i, overload.getAsJsonObject(), passed, contract));
          }
        }
      }
    }
    assertThat(seen)
        .containsExactlyInAnyOrder(
            Plan.Step.VIEW, Plan.Step.COPY, Plan.Step.CAST, Plan.Step.REFUSED);
  }

  private ArrayContract contract(int i) throws ReflectiveOperationException {
    Field field = loader.loadClass("plans.A" + i + "Adapter").getDeclaredField("F_X");
    field.setAccessible(true);
    return (ArrayContract) field.get(null);
  }

  private Iterable<JsonElement> overloads(int i) throws IOException {
    Path plan = directory.resolve("classes/META-INF/ndbind/plans.A" + i + "Adapter.json");
    JsonObject adapter = JsonParser.parseString(Files.readString(plan)).getAsJsonObject();
    JsonObject method = adapter.getAsJsonArray("methods").get(0).getAsJsonObject();
    return method.getAsJsonArray("overloads");
  }

  /** Whether an overload's parameter takes what is passed. */
  private boolean compiles(int i, JsonElement overload, Passed passed)
      throws ClassNotFoundException {
    String signature = overload.getAsJsonObject().get("signature").getAsString();
    return Arrays.stream(loader.loadClass("plans.A" + i + "Adapter").getDeclaredMethods())
        .map(method -> method.getParameterTypes()[0])
        .filter(type -> signature.equals("f(" + type.getSimpleName() + ")"))
        .anyMatch(type -> type.isInstance(passed.tensor()));
  }

  /** Shapes are not the plan's business. */
  private static boolean isOfThatShape(ArrayContract contract, NumpyArray array) {
    return switch (contract.shape().toString()) {
      case "n m", "_ _" -> array.rank() == 2;
      case "1 n" -> array.rank() == 2 && array.shape(0) == 1;
      case "... n" -> array.rank() > 0;
      default -> true;
    };
  }

  private Plan.Step check(int i, JsonObject overload, Passed passed, ArrayContract contract) {
    Plan plan = passed.plan(contract);
    JsonObject argument = overload.getAsJsonArray("arguments").get(0).getAsJsonObject();
    JsonObject promised = null;
    for (JsonElement each : argument.getAsJsonArray("cases")) {
      String when = each.getAsJsonObject().get("when").getAsString();
      if (promised == null && holds(when, passed.array(), contract)) {
        promised = each.getAsJsonObject();
      }
    }
    assertThat(promised)
        .as("%s for %s from %s", PARAMETERS.get(i), passed.array().dtype(), passed.framework())
        .isNotNull();
    assertThat(plan.step().name())
        .as(
            "%s for %s%s, strides %s, from %s: %s",
            PARAMETERS.get(i),
            passed.array().dtype(),
            Arrays.toString(passed.array().shape()),
            Arrays.toString(passed.array().byteStrides()),
            passed.framework(),
            promised)
        .isEqualTo(promised.get("step").getAsString());
    return plan.step();
  }

  /** Reads the words of a case as a person would. */
  private static boolean holds(String when, NumpyArray array, ArrayContract contract) {
    if (when.equals("always") || when.equals("otherwise")) {
      return true;
    }
    if (when.equals("other dtypes")) {
      return DType.concrete().stream().noneMatch(dtype -> isAccepted(dtype, array, contract));
    }
    if (when.equals("another dtype")) {
      return !contract.dtypes().contains(array.dtype());
    }
    int order = Math.max(when.indexOf("in "), when.indexOf("with "));
    String dtypes = order < 0 ? when : when.substring(0, order).strip();
    boolean isOfDType =
        dtypes.isEmpty()
            ? contract.dtypes().contains(array.dtype())
            : Arrays.stream(dtypes.split(", | or ")).anyMatch(name -> isNamed(array, name));
    return isOfDType && (order < 0 || isInOrder(when.substring(order), array, contract));
  }

  private static boolean isAccepted(DType target, NumpyArray array, ArrayContract contract) {
    boolean writesBack = contract.use() == Use.WRITE_BACK;
    return contract.dtypes().contains(target)
        && array.dtype().canCast(target, contract.casting())
        && (!writesBack || target.canCast(array.dtype(), contract.casting()));
  }

  private static boolean isNamed(NumpyArray array, String name) {
    return name.equals("any dtype")
        || Arrays.stream(DType.values())
            .filter(dtype -> dtype.toString().equals(name))
            .anyMatch(dtype -> dtype.members().contains(array.dtype()));
  }

  private static boolean isInOrder(String words, NumpyArray array, ArrayContract contract) {
    long longAxes = Arrays.stream(array.shape()).filter(size -> size > 1).count();
    return switch (words) {
      case "with at most one axis longer than 1" -> longAxes < 2;
      case "with two axes longer than 1" -> longAxes >= 2;
      case "in another order" -> !array.isContiguous(contract.order());
      default -> array.isContiguous(contract.order());
    };
  }

  /** Arrays of every dtype and of several layouts, and what a framework makes of them. */
  private static List<Passed> passed(String framework) {
    List<Passed> all = new ArrayList<>();
    for (DType dtype : DType.concrete()) {
      for (NumpyArray array : layouts(zeros(dtype, 3, 4))) {
        switch (framework) {
          case "PyTorch" -> all.add(new Passed(framework, array, torch(array)));
          case "TensorFlow" -> dense(framework, array, TensorFlow::tensor, all);
          case "ONNX Runtime" -> dense(framework, array, Onnx::tensor, all);
          default -> all.add(new Passed(framework, array, array));
        }
      }
    }
    return all;
  }

  private static List<NumpyArray> layouts(NumpyArray matrix) {
    return List.of(
        matrix,
        matrix.transpose(),
        matrix.slice(1, 0, 4, 2),
        matrix.slice(0, 0, 1, 1),
        matrix.slice(1, 0, 1, 1),
        zeros(matrix.dtype(), 5),
        zeros(matrix.dtype()),
        zeros(matrix.dtype(), 0, 4));
  }

  private static NumpyArray zeros(DType dtype, long... shape) {
    String name = "dev.ndbind." + new ArrayType.Typed(dtype);
    try {
      return (NumpyArray) Class.forName(name).getMethod("zeros", long[].class).invoke(null, shape);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(name, e);
    }
  }

  /** A tensor of the same strides. */
  private static Tensor torch(NumpyArray array) {
    long[] strides =
        Arrays.stream(array.byteStrides()).map(s -> s / array.dtype().itemsize()).toArray();
    long extent = 1;
    for (int axis = 0; axis < array.rank(); axis++) {
      extent += Math.max(0, array.shape(axis) - 1) * strides[axis];
    }
    return PyTorch.tensor(zeros(array.dtype(), extent)).as_strided(array.shape(), strides);
  }

  /** Tensors that are always in C order, and not of every dtype. */
  private static void dense(
      String framework, NumpyArray array, Function<NumpyArray, Object> making, List<Passed> all) {
    try {
      all.add(new Passed(framework, array.copy(), making.apply(array)));
    } catch (ContractException lacking) {
      assertThat(lacking).hasMessageContaining(array.dtype().toString());
    }
  }
}
