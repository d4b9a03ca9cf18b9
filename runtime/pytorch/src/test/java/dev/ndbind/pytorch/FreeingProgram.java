package dev.ndbind.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ndbind.call.TensorDescription;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.PointerConsumer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** Calls with a tensor while {@code close()} frees its memory, when the wrapper still has it. */
final class FreeingProgram {
  private final Access access;
  private final LongPointer memory = new LongPointer(1, 2, 3);
  private final Tensor tensor =
      torch.from_blob(
          memory,
          new long[] {3},
          new long[] {1},
          new PointerConsumer() {
            @Override
            public void call(Pointer freed) {
              whileFreed();
            }
          },
          new TensorOptions(ScalarType.Long));

  private boolean freed;

  private FreeingProgram(Access access) {
    this.access = access;
  }

  /** With {@code JNI} or {@code STABLE}. */
  public static void main(String[] arguments) {
    FreeingProgram program =
        new FreeingProgram(arguments[0].equals("JNI") ? Access.JNI : Access.STABLE);
    program.tensor.close();
    assertThat(program.freed).isTrue();
  }

  private void whileFreed() {
    assertThat(tensor.isNull()).isFalse();
    TensorDescription description = TorchDescription.of(tensor, access);
    assertThatThrownBy(description::tensor).hasMessage("the tensor has been closed");
    assertThat(access.dtype(tensor)).isNull();
    freed = true;
  }
}
