package dev.ndbind;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContractExceptionTest {

  @Test
  void putsASingleFailureOnTheFirstLine() {
    assertThat(new ContractException("A.f", List.of("x is wrong"))).hasMessage("A.f: x is wrong");
  }

  @Test
  void contractExceptionsKeepTheirFailuresWhenSerialized() throws Exception {
    ContractException thrown = new ContractException("A.f", Arrays.asList("x is wrong", "y too"));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(thrown);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      ContractException read = (ContractException) in.readObject();
      assertThat(read).hasMessage("A.f:\n  x is wrong\n  y too");
      assertThat(read.failures()).isEqualTo(List.of("x is wrong", "y too"));
    }
  }
}
