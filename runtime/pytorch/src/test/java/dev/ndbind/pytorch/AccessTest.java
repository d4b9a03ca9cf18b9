package dev.ndbind.pytorch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ndbind.NumpyArray;
import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Use;
import dev.ndbind.call.Argument;
import dev.ndbind.call.ArrayContract;
import dev.ndbind.call.Call;
import dev.ndbind.call.Geometry;
import dev.ndbind.call.MethodContract;
import dev.ndbind.call.TensorDescription;
import dev.ndbind.testing.ChildJvm;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.InferenceMode;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** LibTorch's stable interface and JavaCPP tell the same of all tensors. */
class AccessTest {
  private static final MethodContract USE = MethodContract.of("AccessTest.use");
  private static final ArrayContract ANY =
      ArrayContract.of("x", DType.concrete().toArray(DType[]::new));
  private static final int SEEDS = 40;

  static List<Access> accesses() {
    return List.of(Access.JNI, Access.STABLE);
  }

  static List<DType> dtypes() {
    return DType.concrete();
  }

  /** What is told of a tensor, as text, and nothing kept of it. */
  private static String told(Tensor tensor, Access access) {
    try (Call call = USE.begin()) {
      TensorDescription description = TorchDescription.of(tensor, access);
      Argument argument = call.argument(ANY, description);
      call.check();
      return description(description) + Elements.of(argument.as(NumpyArray.class));
    } catch (IllegalArgumentException | IllegalStateException e) {
      return e.toString();
    }
  }

  private static String description(TensorDescription description) {
    TorchDescription torch = (TorchDescription) description;
    return "%s %s %s conjugate %s negative %s device %s read-only %s"
        .formatted(
            torch.dtype(),
            Arrays.toString(torch.shape()),
            Arrays.toString(torch.byteStrides()),
            torch.isConjugate(),
            torch.isNegative(),
            torch.device(),
            torch.whyReadOnly());
  }

  /** By JavaCPP's methods for each fact, not by way of the code under test. */
  private static String expected(Tensor tensor, DType dtype) {
    int rank = (int) tensor.dim();
    long[] shape = new long[rank];
    long[] byteStrides = new long[rank];
    Arrays.setAll(shape, tensor::size);
    Arrays.setAll(byteStrides, axis -> tensor.stride(axis) * tensor.element_size());
    return "%s %s %s conjugate %s negative %s device null read-only %s%s"
        .formatted(
            dtype,
            Arrays.toString(shape),
            Arrays.toString(byteStrides),
            tensor.is_conj(),
            tensor.is_neg(),
            tensor.is_inference()
                ? "it is an inference tensor, and InferenceMode is off; clone() makes a normal"
                    + " tensor"
                : null,
            Elements.of(tensor));
  }

  private static void assertTold(Tensor tensor, DType dtype) {
    String expected = expected(tensor, dtype);
    assertThat(told(tensor, Access.STABLE)).isEqualTo(expected);
    assertThat(told(tensor, Access.JNI)).isEqualTo(expected);
  }

  @Test
  void thisLibTorchHasTheStableInterface() {
    assertThat(Access.BEST).isSameAs(Access.STABLE);
  }

  @ParameterizedTest
  @MethodSource("dtypes")
  void tellTheSameOfRandomViews(DType dtype) {
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      Tensor tensor = Tensors.random(dtype, random, Tensors.randomShape(random));
      assertTold(Tensors.randomView(tensor, random), dtype);
      assertThat(Access.JNI.dtype(tensor)).isEqualTo(dtype);
      assertThat(Access.STABLE.dtype(tensor)).isEqualTo(dtype);
    }
  }

  static Stream<Arguments> layouts() {
    Tensor counting = Tensors.counting(3, 4);
    Tensor complex = Tensors.complex(counting, counting);
    return Stream.of(
        Arguments.of("rank 0", Tensors.counting(), DType.FLOAT32),
        Arguments.of("no elements", Tensors.counting(3, 0, 2), DType.FLOAT32),
        Arguments.of("no elements at an offset", counting.narrow(0, 2, 0), DType.FLOAT32),
        Arguments.of("axes of size 1", Tensors.counting(1, 3, 1), DType.FLOAT32),
        Arguments.of("expanded", Tensors.counting(3, 1).expand(3, 5), DType.FLOAT32),
        Arguments.of("transposed", counting.t(), DType.FLOAT32),
        Arguments.of("at an offset", counting.narrow(0, 1, 2).narrow(1, 3, 1), DType.FLOAT32),
        Arguments.of(
            "more axes than fit in a tensor", Tensors.counting(2, 1, 2, 1, 2, 1, 2), DType.FLOAT32),
        Arguments.of("conjugate", complex.conj(), DType.COMPLEX64),
        Arguments.of("negative from conjugate", torch.imag(complex.conj()), DType.FLOAT32),
        Arguments.of("negative", counting._neg_view().t(), DType.FLOAT32),
        Arguments.of("lazy clone", counting._lazy_clone(), DType.FLOAT32),
        Arguments.of("inference", inference(), DType.FLOAT32),
        Arguments.of("detached", Tensors.requiringGradients(2, 3).detach(), DType.FLOAT32));
  }

  private static Tensor inference() {
    try (InferenceMode mode = new InferenceMode(true)) {
      assertThat(mode.isNull()).isFalse();
      return torch.ones(2, 3);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("layouts")
  void tellTheSameOfLayouts(String name, Tensor tensor, DType dtype) {
    assertThat(name).isNotEmpty();
    assertTold(tensor, dtype);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("layouts")
  void keepNothing(String name, Tensor tensor, DType dtype) {
    for (int call = 0; call < 100; call++) {
      told(tensor, Access.STABLE);
      told(tensor, Access.JNI);
      assertThat(Access.STABLE.dtype(tensor)).isEqualTo(dtype);
      assertThat(Access.JNI.dtype(tensor)).isEqualTo(dtype);
    }
    assertThat(tensor.use_count()).as(name).isEqualTo(1);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.ndbind.pytorch.GuardsTest#refused")
  void refuseAlike(String reason, Tensor tensor) {
    assertThat(told(tensor, Access.JNI)).contains("AccessTest.use: x " + reason);
    assertThat(told(tensor, Access.STABLE)).isEqualTo(told(tensor, Access.JNI));
    assertThat(Access.STABLE.dtype(tensor)).isEqualTo(Access.JNI.dtype(tensor));
  }

  @ParameterizedTest
  @MethodSource("accesses")
  void refuseClosedTensors(Access access) {
    Tensor closed = torch.ones(3);
    closed.close();
    closed.position(7);
    assertThat(told(closed, access)).contains("AccessTest.use: x has been closed");
    assertThat(told(new Tensor((Pointer) null), access)).contains("x has been closed");
    assertThat(access.dtype(closed)).isNull();
  }

  @ParameterizedTest
  @MethodSource("accesses")
  void readTheTensorAtAPosition(Access access) {
    Tensor several = new Tensor(3L);
    several.position(1).put(Tensors.counting(3));
    assertThat(told(several, access)).endsWith("[0.0, 1.0, 2.0]");
    several.position(0).put(Tensors.counting(1));
    assertThat(told(several, access)).endsWith("[0.0]");
  }

  @ParameterizedTest
  @MethodSource("accesses")
  void holdWhatIsClosed(Access access) {
    Tensor tensor = Tensors.counting(3);
    Tensor other = new Tensor(tensor);
    try (PointerScope scope = new PointerScope()) {
      assertThat(scope.forClasses()).isNull();
      Tensor inScope = new Tensor(tensor);
      TensorDescription description = TorchDescription.of(inScope, access);
      inScope.close();
      tensor.close();
      assertThat(other.use_count()).isEqualTo(2);
      description.release();
      description.release();
      assertThat(other.use_count()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @MethodSource("accesses")
  void holdOnWhenAPointerScopeEnds(Access access) {
    Tensor tensor = Tensors.counting(3);
    TensorDescription description;
    try (PointerScope scope = new PointerScope()) {
      assertThat(scope.forClasses()).isNull();
      description = TorchDescription.of(tensor, access);
    }
    assertThat(tensor.use_count()).isEqualTo(2);
    description.release();
    assertThat(tensor.use_count()).isEqualTo(1);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("layouts")
  void holdMemory(String name, Tensor tensor, DType dtype) {
    for (Access access : accesses()) {
      long held = access.hold(tensor);
      long references = tensor.storage().use_count();
      long memory = access.at(held).holdMemory();
      long address = access.at(held).dataAddress();
      assertThat(access.at(memory).dataAddress()).as(name).isEqualTo(address);
      assertThat(access.at(memory).storageBytes()).isEqualTo(access.at(held).storageBytes());
      assertThat(access.at(memory).geometry(dtype)).isEqualTo(access.at(held).geometry(dtype));
      assertThat(tensor.storage().use_count()).isEqualTo(references + 1);
      access.release(memory);
      access.release(held);
      assertThat(tensor.storage().use_count()).isEqualTo(references);
    }
  }

  @ParameterizedTest
  @MethodSource("accesses")
  void keepMemoryThatTheTensorHasNoMore(Access access) {
    Tensor tensor = Tensors.counting(3);
    long held = access.hold(tensor);
    long memory = access.at(held).holdMemory();
    tensor.set_data(torch.zeros(3));
    assertThat(Elements.of(access.at(memory))).containsExactly(0.0, 1.0, 2.0);
    access.release(memory);
    access.release(held);
  }

  @ParameterizedTest
  @MethodSource("accesses")
  void write(Access access) {
    Tensor tensor = Tensors.counting(3);
    Tensor clone = tensor._lazy_clone();
    try (Call call = USE.begin()) {
      Argument argument = call.argument(ANY.use(Use.WRITE), TorchDescription.of(clone, access));
      call.check();
      argument.as(NumpyArray.class).segment().fill((byte) 0);
    }
    assertThat(Elements.of(clone)).containsOnly(0.0);
    assertThat(Elements.of(tensor)).containsExactly(0.0, 1.0, 2.0);
    assertThat(clone._version()).isEqualTo(1);
  }

  /** One probe of a thread serves all tensors that it holds. */
  @ParameterizedTest
  @MethodSource("accesses")
  void tellOneTensorFromAnother(Access access) {
    Tensor plain = Tensors.counting(3);
    Tensor inference = inference();
    TorchDescription first = (TorchDescription) TorchDescription.of(plain, access);
    TorchDescription second = (TorchDescription) TorchDescription.of(inference, access);
    assertThat(first.whyReadOnly()).isNull();
    assertThat(second.whyReadOnly()).isNotNull();
    first.release();
    assertThat(second.whyReadOnly()).isNotNull();
    assertThat(plain.use_count()).isEqualTo(1);
    assertThat(inference.use_count()).isEqualTo(2);
    second.release();
  }

  /** Whatever wrapper it has; a view is another. */
  @ParameterizedTest
  @MethodSource("accesses")
  void tellLibTorchsObjectsApart(Access access) {
    Tensor tensor = Tensors.counting(2, 3);
    long first = access.hold(tensor);
    long second = access.hold(new Tensor(tensor));
    long view = access.hold(tensor.t());
    long identity = access.at(first).identity();
    assertThat(identity).isEqualTo(tensor.unsafeGetTensorImpl().address());
    assertThat(access.at(second).identity()).isEqualTo(identity);
    assertThat(access.at(view).identity()).isNotEqualTo(identity);
    access.release(first);
    access.release(second);
    access.release(view);
  }

  /** So that the calls of a loop allocate nothing for sizes and strides. */
  @ParameterizedTest
  @MethodSource("accesses")
  void rememberGeometries(Access access) {
    Tensor tensor = Tensors.counting(2, 3);
    long first = access.hold(tensor);
    long second = access.hold(tensor.clone());
    Geometry geometry = access.at(first).geometry(DType.FLOAT32);
    assertThat(access.at(second).geometry(DType.FLOAT32)).isSameAs(geometry);
    assertThat(access.at(first).geometry(DType.INT32)).isNotSameAs(geometry);
    access.release(first);
    access.release(second);
  }

  @ParameterizedTest
  @MethodSource("accesses")
  void tellMoreGeometriesApartThanTheyRemember(Access access) {
    Tensor tensor = Tensors.counting(200);
    for (int stride = 0; stride < 100; stride++) {
      Tensor view = tensor.as_strided(new long[] {2}, stride);
      long handle = access.hold(view);
      assertThat(access.at(handle).geometry(DType.FLOAT32).byteStrides())
          .containsExactly(4L * stride);
      access.release(handle);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"JNI", "STABLE"})
  void outliveWrappersClosedByOtherThreads(String access) throws IOException, InterruptedException {
    runUnmapping(RacingProgram.class, access);
  }

  @ParameterizedTest
  @ValueSource(strings = {"JNI", "STABLE"})
  void seeThatAWrapperIsBeingClosed(String access) throws IOException, InterruptedException {
    runUnmapping(FreeingProgram.class, access);
  }

  /** Where large blocks are unmapped when they are freed, whoever uses them later crashes. */
  private static void runUnmapping(Class<?> program, String access)
      throws IOException, InterruptedException {
    ChildJvm.of(program, "-Xmx128m")
        .arguments(access)
        .environment("MALLOC_MMAP_THRESHOLD_", "65536")
        .run();
  }
}
