package dev.ndbind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Order;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpyMapTest {
  @TempDir Path folder;

  /** A file of version 1.0 with the given dictionary, its data starting at a multiple of 64. */
  private Path file(String dictionary, byte[] data) throws IOException {
    byte[] header = header(dictionary);
    ByteBuffer all = ByteBuffer.allocate(header.length + data.length).put(header).put(data);
    return Files.write(folder.resolve("a.npy"), all.array());
  }

  private static byte[] header(String dictionary) {
    int length = (10 + dictionary.length() + 1 + 63) / 64 * 64 - 10;
    ByteBuffer header = ByteBuffer.allocate(10 + length).order(ByteOrder.LITTLE_ENDIAN);
    header.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0}).putShort((short) length);
    header.put(
        (dictionary + " ".repeat(length - dictionary.length() - 1) + "\n")
            .getBytes(StandardCharsets.US_ASCII));
    return header.array();
  }

  private static String dictionary(String descr, boolean fortran, String shape) {
    return "{'descr': '%s', 'fortran_order': %s, 'shape': %s, }"
        .formatted(descr, fortran ? "True" : "False", shape);
  }

  private static byte[] ints(ByteOrder order, int... values) {
    ByteBuffer data = ByteBuffer.allocate(4 * values.length).order(order);
    for (int value : values) {
      data.putInt(value);
    }
    return data.array();
  }

  @Test
  void mapsBothByteOrders() throws IOException {
    for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
      String descr = order == ByteOrder.BIG_ENDIAN ? ">i4" : "<i4";
      Path path = file(dictionary(descr, false, "(2, 3)"), ints(order, 1, -2, 3, 4, 5, 1 << 20));
      Int32Array array = Npy.map(path, Int32Array.class);
      assertThat(array.shape()).as("%s", order).containsExactly(2, 3);
      assertThat(array.toArray()).as("%s", order).containsExactly(1, -2, 3, 4, 5, 1 << 20);
      assertThat(array.get(0, 1)).isEqualTo(-2);
      assertThat(array.isWritable()).as("%s", order).isFalse();
      assertThat(array.segment().isReadOnly()).isTrue();
    }
  }

  @Test
  void mapsFortranOrderInBothByteOrders() throws IOException {
    for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
      String descr = order == ByteOrder.BIG_ENDIAN ? ">i4" : "<i4";
      Path path = file(dictionary(descr, true, "(2, 3)"), ints(order, 1, 2, 3, 4, 5, 6));
      Int32Array array = Npy.map(path, Int32Array.class);
      assertThat(array.toArray()).as("%s", order).containsExactly(1, 3, 5, 2, 4, 6);
      assertThat(array.get(1, 2)).isEqualTo(6);
      if (order == ByteOrder.nativeOrder()) {
        assertThat(array.isContiguous(Order.F)).isTrue();
        assertThat(array.isContiguous(Order.C)).isFalse();
      }
    }
  }

  @Test
  void mapsScalarsAndEmptyArrays() throws IOException {
    Path scalar = file(dictionary("<i4", false, "()"), ints(ByteOrder.LITTLE_ENDIAN, 42));
    assertThat(Npy.map(scalar, Int32Array.class).get()).isEqualTo(42);
    Path empty = file(dictionary("<f8", false, "(0, 7)"), new byte[0]);
    NumpyArray array = Npy.map(empty);
    assertThat(array.dtype()).isEqualTo(DType.FLOAT64);
    assertThat(array.shape()).containsExactly(0, 7);
    assertThat(array.copy().size()).isZero();
  }

  @Test
  void namesFileAndDtypesOfAWrongClass() throws IOException {
    Path path = file(dictionary("<f4", false, "(1,)"), new byte[4]);
    assertThat(Npy.map(path, NumpyArray.class)).isInstanceOf(Float32Array.class);
    assertThatExceptionOfType(ContractException.class)
        .isThrownBy(() -> Npy.map(path, Float64Array.class))
        .withMessage(path + ": dtype is float32, expected float64");
  }

  @Test
  void refusesWhatIsNoSuchFile() throws IOException {
    Path path = Files.writeString(folder.resolve("text.npy"), "hello, this is text");
    assertThatThrownBy(() -> Npy.map(path))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(path.toString());
    assertThatThrownBy(() -> Npy.map(folder.resolve("absent.npy"))).isInstanceOf(IOException.class);
  }

  /** A sparse file takes no space; its far end is beyond what an int index reaches. */
  @Test
  void reachesBeyondTwoToThe31Elements() throws IOException {
    long rows = (1L << 28) + 2;
    byte[] header = header(dictionary("|u1", false, "(%d, 8)".formatted(rows)));
    Path path = folder.resolve("huge.npy");
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      file.write(header);
      file.setLength(header.length + rows * 8);
      file.seek(header.length + rows * 8 - 3);
      file.write(new byte[] {7, 8, 9});
    }
    UInt8Array array = Npy.map(path, UInt8Array.class);
    assertThat(array.size()).isEqualTo(rows * 8).isGreaterThan(1L << 31);
    assertThat(array.get(rows - 1, 7L)).isEqualTo(9);
    assertThat(array.get((int) rows - 1, 6)).isEqualTo(8);
    assertThat(array.get(0, 0)).isZero();
    assertThat(array.select(0, -1).toArray()).containsExactly(0, 0, 0, 0, 0, 7, 8, 9);
    assertThat(array.slice(0, rows - 2, rows).flip(0).copy().get(0, 7)).isEqualTo(9);
    UInt8Array flat = array.reshape(-1);
    assertThat(flat.get(rows * 8 - 2)).isEqualTo(8);
    assertThat(flat.flip(0).get(2L)).isEqualTo(7);
    assertThat(flat.slice(0, 7, Long.MAX_VALUE, 8).get(rows - 1)).isEqualTo(9);
    assertThat(array.transpose().get(5L, rows - 1)).isEqualTo(7);
    assertThat(array.segment().byteSize()).isEqualTo(rows * 8);
    assertThatThrownBy(() -> flat.get(rows * 8)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(array::toArray)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("2147483664 elements are more than a Java array holds");
  }
}
