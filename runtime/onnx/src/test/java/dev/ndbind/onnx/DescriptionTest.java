package dev.ndbind.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxSequence;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.ndbind.annotation.Casting;
import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Use;
import dev.ndbind.call.ArrayContract;
import dev.ndbind.call.Plan;
import dev.ndbind.call.TensorDescription;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DescriptionTest {
  private static final ArrayContract FLOATS = ArrayContract.of("x", DType.FLOAT32);

  private static Plan plan(OnnxTensor tensor, ArrayContract contract) {
    return Plan.of(Onnx.describe(tensor), contract);
  }

  private static void assertRefused(OnnxTensor tensor, String reason) {
    assertThat(plan(tensor, FLOATS)).isEqualTo(new Plan("x", Plan.Step.REFUSED, reason, 0));
  }

  @Test
  void tellsOfATensor() throws OrtException {
    try (OnnxTensor tensor = Tensors.of(new float[3][5])) {
      TensorDescription description = Onnx.describe(tensor);

      assertThat(description.dtype()).isEqualTo(DType.FLOAT32);
      assertThat(description.shape()).containsExactly(3, 5);
      assertThat(description.byteStrides()).containsExactly(20, 4);
      assertThat(description.tensor()).isSameAs(tensor);
      description.release();
      description.release();
    }
  }

  @Test
  void ofNullIsNull() {
    assertThat(Onnx.describe(null)).isNull();
    assertThat(Onnx.dtype(null)).isNull();
  }

  @Test
  void refusesStrings() throws OrtException {
    try (OnnxTensor tensor = Tensors.of(new String[] {"text"})) {
      assertRefused(tensor, "holds strings, which no array has; getValue() gives them");
      assertThat(Onnx.dtype(tensor)).isNull();
    }
  }

  @Test
  void refusesTypesThatNoArrayHas() throws OrtException {
    try (OrtSession session = Model.cast(Model.FLOAT, Model.FLOAT8E4M3FN);
        OnnxTensor x = Tensors.of(new float[] {1, 2});
        OnnxTensor y = Tensors.output(session, x)) {
      assertRefused(
          y,
          "has elements of type FLOAT8E4M3FN, which no array has; a Cast in the model converts"
              + " them");
      assertThat(Onnx.dtype(y)).isNull();
    }
  }

  /** Sequences themselves have another class, which the compiler refuses. */
  @Test
  void seesTensorsOfSequences() throws OrtException {
    try (OrtSession session = Model.sequence();
        OnnxTensor x = Tensors.of(new float[] {1, 2});
        OrtSession.Result result = Tensors.run(session, x)) {
      OnnxSequence sequence = (OnnxSequence) result.get(0);
      OnnxTensor element = (OnnxTensor) sequence.getValue().getFirst();
      assertThat(plan(element, FLOATS).step()).isEqualTo(Plan.Step.VIEW);
      element.close();
    }
  }

  @Test
  void knowsThatATensorIsClosed() throws OrtException {
    List<OnnxTensor> tensors =
        List.of(Tensors.of(1f), SharedType.FLOAT32.tensor(0), Tensors.of("text"));
    for (OnnxTensor tensor : tensors) {
      tensor.close();
      assertThat(Onnx.dtype(tensor)).isNull();
      assertThat(Onnx.describe(tensor).dtype()).isNull();
      assertThatThrownBy(Onnx.describe(tensor)::tensor).hasMessage("the tensor has been closed");
    }
  }

  @Test
  void knowsThatTheResultOfATensorIsClosed() throws OrtException {
    try (OrtSession session = Model.identity(Model.FLOAT);
        OnnxTensor x = Tensors.of(1f)) {
      OrtSession.Result result = Tensors.run(session, x);
      OnnxTensor y = (OnnxTensor) result.get(0);
      result.close();
      assertThatThrownBy(Onnx.describe(y)::tensor).hasMessage("the tensor has been closed");
    }
  }

  @Test
  void isPlannedAsAView() throws OrtException {
    try (OnnxTensor tensor = Tensors.of(new float[] {1, 2})) {
      for (Use use : new Use[] {Use.READ, Use.VIEW, Use.WRITE}) {
        assertThat(plan(tensor, FLOATS.use(use)).step()).isEqualTo(Plan.Step.VIEW);
      }
    }
  }

  @Test
  void isPlannedAsACast() throws OrtException {
    try (OnnxTensor tensor = Tensors.of(new int[] {1, 2})) {
      Plan plan = plan(tensor, ArrayContract.of("x", DType.FLOAT64).casting(Casting.SAFE));
      assertThat(plan.step()).isEqualTo(Plan.Step.CAST);
      assertThat(plan.bytes()).isEqualTo(16);
    }
  }

  @Test
  void isCopiedWhereItsBufferIsNotAligned() throws OrtException {
    ByteBuffer buffer = ByteBuffer.allocateDirect(32).alignedSlice(8).position(1).limit(9);
    try (OnnxTensor tensor =
        OnnxTensor.createTensor(
            OrtEnvironment.getEnvironment(), buffer, new long[] {2}, OnnxJavaType.FLOAT)) {
      assertThat(plan(tensor, FLOATS))
          .isEqualTo(
              new Plan("x", Plan.Step.COPY, "the memory is not aligned to the element size", 8));
      assertThat(plan(tensor, FLOATS.use(Use.VIEW)).step()).isEqualTo(Plan.Step.REFUSED);
    }
  }

  /** To write it would crash the process. */
  @Test
  void mayNotBeWrittenInAReadOnlyBuffer(@TempDir Path directory) throws Exception {
    Path file = Files.write(directory.resolve("floats"), new byte[8]);
    try (FileChannel channel = FileChannel.open(file)) {
      FloatBuffer buffer = channel.map(FileChannel.MapMode.READ_ONLY, 0, 8).asFloatBuffer();
      try (OnnxTensor tensor = Tensors.over(buffer, 2)) {
        assertThat(plan(tensor, FLOATS).step()).isEqualTo(Plan.Step.VIEW);
        for (Use use : new Use[] {Use.WRITE, Use.WRITE_BACK}) {
          assertThat(plan(tensor, FLOATS.use(use)).reason())
              .isEqualTo("cannot be written: it was made of a read-only buffer");
        }
      }
    }
  }

  @Test
  void knowsThatTheArenaOfItsBufferIsClosed() throws OrtException {
    OnnxTensor tensor;
    try (Arena arena = Arena.ofShared()) {
      tensor = Tensors.over(floats(arena), 4);
      assertThat(plan(tensor, FLOATS).step()).isEqualTo(Plan.Step.VIEW);
    }
    try (tensor) {
      assertThatThrownBy(Onnx.describe(tensor)::tensor)
          .hasMessage("the tensor was made of a buffer whose arena has been closed");
    }
  }

  @Test
  void refusesBuffersOfOtherThreads() throws OrtException {
    try (Arena arena = Arena.ofConfined();
        OnnxTensor tensor = Tensors.over(floats(arena), 4)) {
      CompletableFuture.runAsync(() ->
              assertRefused(
                  tensor, "was made of a buffer whose arena is confined to another thread"))
          .join();
      assertThat(plan(tensor, FLOATS).step()).isEqualTo(Plan.Step.VIEW);
    }
  }

  private static FloatBuffer floats(Arena arena) {
    return arena
        .allocate(ValueLayout.JAVA_FLOAT, 4)
        .asByteBuffer()
        .order(ByteOrder.nativeOrder())
        .asFloatBuffer();
  }
}
