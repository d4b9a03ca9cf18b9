package dev.ndbind.dlpack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.ndbind.ContractException;
import dev.ndbind.Float32Array;
import dev.ndbind.NumpyArray;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What no array can be is refused, says why, and is given back to its library. */
class RefusalTest {
  private static Foreign good(Foreign foreign) {
    return foreign.type(2, 32).shape(2, 3).strides(3, 1).data(24);
  }

  private static Arguments wrong(String message, Consumer<Foreign> change) {
    return arguments(message, change);
  }

  static Stream<Arguments> wrongs() {
    return Stream.of(
        wrong("is on device cuda:1", f -> f.set("device_type", 2).set("device_id", 1)),
        wrong("is on device metal:0", f -> f.set("device_type", 8)),
        wrong("is on device type 99:0", f -> f.set("device_type", 99)),
        wrong("is on device type -1:0", f -> f.set("device_type", -1)),
        wrong("has elements of 4 lanes", f -> f.set("lanes", 4)),
        wrong("has elements of 0 lanes", f -> f.set("lanes", 0)),
        wrong("dtype is float64, expected float32", f -> f.type(2, 64).data(48)),
        wrong("dtype is float33, which no array has", f -> f.type(2, 33)),
        wrong("dtype is int128", f -> f.type(0, 128)),
        wrong("dtype is complex32", f -> f.type(5, 32)),
        wrong("dtype is bool of 1 bits", f -> f.type(6, 1)),
        wrong("dtype is bfloat32", f -> f.type(4, 32)),
        wrong("dtype is an opaque handle", f -> f.type(3, 64)),
        wrong("take(tensor, Float8.E4M3FN)", f -> f.type(10, 8)),
        wrong("dtype is code 15 of 6 bits", f -> f.type(15, 6)),
        wrong("dtype is code 255 of 255 bits", f -> f.type(255, 255)),
        wrong("dtype is float0", f -> f.type(2, 0)),
        wrong("has -1 axes", f -> f.set("ndim", -1)),
        wrong("has 65 axes", f -> f.set("ndim", 65)),
        wrong("has 2147483647 axes", f -> f.set("ndim", Integer.MAX_VALUE)),
        wrong("has 2 axes but no sizes", f -> f.set("shape", 0)),
        wrong("has shape [2, -3]", f -> f.shape(2, -3)),
        wrong("more elements", f -> f.shape(Long.MAX_VALUE, 2).set("strides", 0)),
        wrong("more elements", f -> f.shape(1L << 40, 1L << 22).set("strides", 0)),
        wrong("strides wider", f -> f.strides(Long.MAX_VALUE, 1)),
        wrong("strides wider", f -> f.strides(Long.MIN_VALUE, 1)),
        wrong("strides wider", f -> f.strides(1L << 61, 1)),
        wrong("strides wider", f -> f.strides(-(1L << 45), 1)),
        wrong("has shape [2, 3] but no data", f -> f.set("data", 0)),
        wrong("memory", f -> f.set("data", -8)),
        wrong("memory", f -> f.set("byte_offset", -8)),
        wrong("memory", f -> f.set("byte_offset", Long.MAX_VALUE)),
        wrong("which is no multiple of 4", f -> f.set("byte_offset", 2)));
  }

  @ParameterizedTest
  @MethodSource("wrongs")
  void versioned(String message, Consumer<Foreign> change) {
    Foreign foreign = good(Foreign.versioned());
    change.accept(foreign);
    assertThatThrownBy(() -> DLPack.take(foreign.address(), Float32Array.class))
        .isInstanceOf(ContractException.class)
        .hasMessageContaining("DLPack.take: tensor ")
        .hasMessageContaining(message);
    assertThat(foreign.deletions()).isOne();
  }

  @ParameterizedTest
  @MethodSource("wrongs")
  void unversioned(String message, Consumer<Foreign> change) {
    Foreign foreign = good(Foreign.unversioned());
    change.accept(foreign);
    assertThatThrownBy(() -> DLPack.takeUnversioned(foreign.address(), Float32Array.class))
        .isInstanceOf(ContractException.class)
        .hasMessageContaining(message);
    assertThat(foreign.deletions()).isOne();
  }

  /** The control: what is changed above is all that is wrong. */
  @Test
  void theUnchangedTensorIsTaken() {
    Foreign foreign = good(Foreign.versioned());
    assertThat(DLPack.take(foreign.address(), Float32Array.class).shape()).containsExactly(2, 3);
    assertThat(foreign.deletions()).isZero();
    foreign = good(Foreign.unversioned());
    assertThat(DLPack.takeUnversioned(foreign.address(), NumpyArray.class).rank()).isEqualTo(2);
  }

  @Test
  void everythingThatIsWrongIsListed() {
    Foreign foreign = good(Foreign.versioned()).set("device_type", 2).set("lanes", 2).shape(-1);
    assertThatThrownBy(() -> DLPack.take(foreign.address(), NumpyArray.class))
        .isInstanceOfSatisfying(ContractException.class, e -> assertThat(e.failures()).hasSize(3));
  }

  /** Its other fields may be anywhere: only the deleter may be called, and must. */
  @Test
  void otherMajorVersionsAreDeletedUnread() {
    Foreign foreign = good(Foreign.versioned()).set("major", 2).set("ndim", 1 << 30);
    assertThatThrownBy(() -> DLPack.take(foreign.address(), NumpyArray.class))
        .isInstanceOf(ContractException.class)
        .hasMessageContaining("is of DLPack 2.0, expected 1.x");
    assertThat(foreign.deletions()).isOne();
  }

  @Test
  void theFormatOfFloat8MustBeTheTensors() {
    Foreign foreign = good(Foreign.versioned()).type(12, 8);
    assertThatThrownBy(() -> DLPack.take(foreign.address(), Float8.E4M3))
        .isInstanceOf(ContractException.class)
        .hasMessageContaining("dtype is float8_e5m2, expected float8_e4m3");
    assertThat(foreign.deletions()).isOne();
    Foreign bytes = good(Foreign.versioned()).type(1, 8);
    assertThatThrownBy(() -> DLPack.take(bytes.address(), Float8.E4M3))
        .isInstanceOf(ContractException.class)
        .hasMessageContaining("dtype is uint8, expected float8_e4m3");
  }

  /** Jumping to what is no deleter would end the process. */
  @Test
  void whatIsNoSuchTensorIsLeftAlone() {
    assertThatThrownBy(() -> DLPack.take(0, NumpyArray.class))
        .isInstanceOf(IllegalArgumentException.class);
    Foreign foreign = good(Foreign.versioned());
    assertThatThrownBy(() -> DLPack.take(foreign.address() + 4, NumpyArray.class))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> DLPack.takeUnversioned(foreign.address(), NumpyArray.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is a DLManagedTensorVersioned");
    assertThatThrownBy(() -> DLPack.deleteUnversioned(foreign.address()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(foreign.deletions()).isZero();
    for (Foreign old : new Foreign[] {good(Foreign.unversioned()), Foreign.unversioned()}) {
      assertThatThrownBy(() -> DLPack.take(old.address(), NumpyArray.class))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("takeUnversioned");
      assertThatThrownBy(() -> DLPack.delete(old.address()))
          .isInstanceOf(IllegalArgumentException.class);
      assertThat(old.deletions()).isZero();
    }
  }
}
