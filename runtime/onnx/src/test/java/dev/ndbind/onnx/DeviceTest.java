package dev.ndbind.onnx;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.TensorInfo;
import dev.ndbind.annotation.DType;
import dev.ndbind.call.ArrayContract;
import dev.ndbind.call.Plan;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.junit.jupiter.api.Test;

/** A tensor that claims to be in a GPU's memory, of which there need not be any. */
class DeviceTest {
  private static final int FLOAT = 1;

  @SuppressWarnings("restricted") // Functions of the C interface, as it declares them.
  private static MethodHandle function(int place, FunctionDescriptor type) {
    return Linker.nativeLinker()
        .downcallHandle(Internals.functions().getAtIndex(ADDRESS, place), type);
  }

  /** {@code CreateMemoryInfo}. */
  private static MemorySegment memory(Arena arena, String device) throws Throwable {
    MethodHandle create =
        function(
            68, FunctionDescriptor.of(JAVA_LONG, ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS));
    MemorySegment answer = arena.allocate(ADDRESS);
    assertThat((long) create.invokeExact(arena.allocateFrom(device), 0, 0, 0, answer)).isZero();
    return answer.get(ADDRESS, 0);
  }

  /** {@code CreateTensorWithDataAsOrtValue}. */
  private static OnnxTensor tensor(Arena arena, String device) throws Throwable {
    MethodHandle create =
        function(
            49,
            FunctionDescriptor.of(
                JAVA_LONG, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, JAVA_LONG, JAVA_INT, ADDRESS));
    MemorySegment answer = arena.allocate(JAVA_LONG);
    MemorySegment shape = arena.allocateFrom(JAVA_LONG, 2);
    MemorySegment memory = memory(arena, device);
    MemorySegment elements = arena.allocate(8, 8);
    assertThat((long) create.invokeExact(memory, elements, 8L, shape, 1L, FLOAT, answer)).isZero();
    try (OnnxTensor like = Tensors.of(new float[2])) {
      return (OnnxTensor)
          MethodHandles.privateLookupIn(OnnxTensor.class, MethodHandles.lookup())
              .findConstructor(
                  OnnxTensor.class,
                  MethodType.methodType(void.class, long.class, long.class, TensorInfo.class))
              .invokeExact(answer.get(JAVA_LONG, 0), 0L, like.getInfo());
    }
  }

  private static Plan plan(OnnxTensor tensor) {
    return Plan.of(Onnx.describe(tensor), ArrayContract.of("x", DType.FLOAT32));
  }

  @Test
  void refusesMemoryOfOtherDevices() throws Throwable {
    try (Arena arena = Arena.ofConfined();
        OnnxTensor tensor = tensor(arena, "Cuda")) {
      assertThat(plan(tensor).reason())
          .isEqualTo("is on another device; let the session give its results on the CPU");
    }
  }

  @Test
  void seesMemoryOfTheHost() throws Throwable {
    try (Arena arena = Arena.ofConfined();
        OnnxTensor tensor = tensor(arena, "Cpu")) {
      assertThat(plan(tensor).step()).isEqualTo(Plan.Step.VIEW);
    }
  }
}
