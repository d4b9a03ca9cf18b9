package dev.ndbind.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.tensorflow.ndarray.buffer.DataBuffers;

class AddressesTest {
  @Test
  void areThoseOfDirectBuffers() {
    ByteBuffer direct = ByteBuffer.allocateDirect(16);

    long address = DataBuffers.of(direct).accept(Addresses.VISITOR);

    assertThat(address).isEqualTo(MemorySegment.ofBuffer(direct).address());
  }

  @Test
  void areNotGuessed() {
    assertThatThrownBy(() -> Addresses.VISITOR.visit(ByteBuffer.allocate(8)))
        .isInstanceOf(IllegalStateException.class);
  }
}
