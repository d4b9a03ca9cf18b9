package dev.ndbind.internal.npy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ndbind.annotation.DType;
import dev.ndbind.internal.copy.StridedCopy;
import dev.ndbind.internal.memory.Strides;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Reads files that real NumPy wrote (see {@code src/test/python/make_expectations.py}) and files
 * that nobody should have written.
 */
class HeaderTest {
  private static final boolean IS_LITTLE_ENDIAN =
      ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
  private static final String FLOATS = "'descr': '<f4', 'fortran_order': False, ";

  private final Path directory;

  HeaderTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bool",
        "int8",
        "int16",
        "int32",
        "int64",
        "uint8",
        "uint16",
        "uint32",
        "uint64",
        "float16",
        "float32",
        "float64",
        "complex64",
        "complex128"
      })
  void readsNumpysFilesInBothByteOrders(String name) throws IOException {
    DType dtype = DType.valueOf(name.toUpperCase(Locale.ROOT));
    for (String order : List.of("little", "big")) {
      byte[] file = resource(name + "-" + order);
      Header header = read(file);
      assertThat(header.dtype()).isEqualTo(dtype);
      assertThat(header.shape()).containsExactly(2L, 3L);
      assertThat(header.isFortranOrder()).isFalse();
      boolean isForeign = order.equals("big") == IS_LITTLE_ENDIAN;
      assertThat(header.isSwapped()).isEqualTo(isForeign && dtype.itemsize() > 1);
      double last = dtype == DType.BOOL ? 1 : 5;
      assertThat(realParts(file, header)).startsWith(0, 1).endsWith(last);
    }
  }

  private static double[] realParts(byte[] file, Header header) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment memory = arena.allocateFrom(ValueLayout.JAVA_BYTE, file);
      long[] shape = header.shapeArray();
      MemorySegment out = arena.allocate(ValueLayout.JAVA_DOUBLE, Strides.count(shape));
      long src = memory.address() + header.dataOffset();
      long[] srcStrides = Strides.c(shape, header.dtype().itemsize());
      long[] dstStrides = Strides.c(shape, Double.BYTES);
      if (header.isSwapped()) {
        StridedCopy.copySwapped(
            src, header.dtype(), srcStrides, out.address(), DType.FLOAT64, dstStrides, shape);
      } else {
        StridedCopy.copy(
            src, header.dtype(), srcStrides, out.address(), DType.FLOAT64, dstStrides, shape);
      }
      return out.toArray(ValueLayout.JAVA_DOUBLE);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void readsEveryVersion(int major) throws IOException {
    byte[] file = resource("version" + major);
    assertThat(file[6]).isEqualTo((byte) major);
    Header header = read(file);
    assertThat(header.dtype()).isEqualTo(DType.FLOAT32);
    assertThat(header.dataOffset()).isEqualTo(128);
    assertThat(header.dataBytes()).isEqualTo(24);
    assertThat(realParts(file, header)).containsExactly(0, 1, 2, 3, 4, 5);
  }

  @Test
  void readsOddShapes() throws IOException {
    assertThat(read(resource("fortran")).isFortranOrder()).isTrue();
    assertThat(read(resource("scalar")).shape()).isEmpty();
    assertThat(read(resource("scalar")).dataBytes()).isEqualTo(8);
    assertThat(read(resource("empty")).shape()).containsExactly(3L, 0L, 2L);
    assertThat(read(resource("empty")).dataBytes()).isEqualTo(0);
  }

  @ParameterizedTest
  @CsvSource({
    "structured, structured dtype",
    "object, pickled",
    "unicode, Unicode strings",
    "bytes, byte strings",
    "date, dates",
    "longdouble, floats of a size"
  })
  void refusesOtherElements(String name, String reason) {
    assertThatThrownBy(() -> read(resource(name)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("test.npy: ")
        .hasMessageContaining(reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }   \n",
        "{'shape': (2, 3), 'fortran_order': False, 'descr': '<f4'}",
        "{\"descr\":\"=f4\",\"fortran_order\":False,\"shape\":(2,3,)}",
        "  { 'descr' : '<f4' ,\n 'fortran_order' : False , 'shape' : ( 2L , 3L ) } "
      })
  void acceptsOtherSpellings(String header) throws IOException {
    assertThat(read(file(1, header, 24)).shape()).containsExactly(2L, 3L);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "[1] # expected '{'",
        "{} # only the keys []",
        "{'descr': '<f4', 'fortran_order': False} # only the keys [descr, fortran_order]",
        "{'descr': '<f4', 'more': 1} # unknown key 'more'",
        "{'descr': '<f4', 'descr': '<f4'} # occurs twice",
        "{'descr': '<f4' 'shape': ()} # expected '}'",
        "{'descr': 'a\\x62'} # escapes",
        "{'descr': '<f4 # does not end",
        "{'descr': None} # expected a string",
        "{'descr': 'float64', 'fortran_order': False, 'shape': ()} # not a type string",
        "{'descr': '|f8', 'fortran_order': False, 'shape': ()} # byte order open",
        "{'descr': '<x4', 'fortran_order': False, 'shape': ()} # unknown type",
        "{'descr': '|V2', 'fortran_order': False, 'shape': ()} # view(ml_dtypes.bfloat16)",
        "{'descr': '<V4', 'fortran_order': False, 'shape': ()} # raw bytes",
        "{'fortran_order': 0} # expected True or False",
        "{'shape': 3} # expected '('",
        "{'shape': (3)} # lacks a comma",
        "{'shape': (3,,)} # expected a size",
        "{'shape': (-3,)} # expected a size",
        "{'shape': (3, 4 5)} # expected ',' or ')'",
        "{'shape': (03,)} # starts with 0",
        "{'shape': (0x3,)} # expected ',' or ')'",
        "{'shape': (99999999999999999999,)} # too large",
        "{'shape': (1e3,)} # expected ',' or ')'",
        "{'shape': (٣,)} # expected a size",
        "{'shape': (3,} # expected a size",
        "{'descr': '<f4', 'fortran_order': False, 'shape': ()} x # after the dictionary",
        "{'descr': '<f4', 'fortran_order': False, 'shape': () # the end of the header"
      })
  void refusesMalformedHeaders(String header, String problem) {
    assertThatThrownBy(() -> read(file(3, header, 100)))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("test.npy: ")
        .hasMessageContaining(problem);
  }

  @Test
  void refusesHeadersThatLieAboutTheData() {
    assertRefused(file(1, "{" + FLOATS + "'shape': (2, 3)}", 23), "needs 24 bytes");
    String overflowing = "'shape': (4294967296, 4294967296, 0)}";
    assertRefused(file(1, "{" + FLOATS + overflowing, 0), "exceeds the address space");
    String deep = "'shape': (" + "1, ".repeat(65) + ")}";
    assertRefused(file(1, "{" + FLOATS + deep, 4), "rank 65");
    assertRefused(file(2, "{'shape': (3L,)}", 4), "only the keys [shape]");
    assertRefused(file(3, "{'shape': (3L,)}", 4), "expected ',' or ')'");
  }

  @Test
  void refusesTruncatedFilesWhereverTheyEnd() throws IOException {
    byte[] whole = file(2, "{" + FLOATS + "'shape': (2, 3)}", 24);
    for (int length = 0; length < whole.length; length++) {
      byte[] truncated = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> read(truncated)).isInstanceOf(IOException.class);
    }
    assertThat(read(Arrays.copyOf(whole, whole.length + 1)).dataBytes()).isEqualTo(24);
  }

  @Test
  void refusesWhatIsNoNpyFile() {
    assertRefused("PK-not-npy".getBytes(StandardCharsets.UTF_8), "not a .npy file");
    byte[] version = file(1, "{}", 0);
    version[6] = 4;
    assertRefused(version, "version 4.0");
    version[6] = 1;
    version[7] = 1;
    assertRefused(version, "version 1.1");
    byte[] invalid = file(3, "{'xx'}", 0);
    invalid[14] = (byte) 0xFF;
    assertRefused(invalid, "not valid UTF-8");
  }

  @Test
  void lengthsAreUnsignedAndLimited() {
    byte[] negative = file(2, "{}", 0);
    ByteBuffer.wrap(negative).order(ByteOrder.LITTLE_ENDIAN).putInt(8, -1);
    assertRefused(negative, "a header of 4294967295 bytes");
    byte[] unsigned = file(1, " ".repeat(40_000), 0);
    assertRefused(unsigned, "a header of 40000 bytes");
  }

  private void assertRefused(byte[] file, String problem) {
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("test.npy: ")
        .hasMessageContaining(problem);
  }

  private static byte[] file(int major, String header, int dataBytes) {
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer length = ByteBuffer.allocate(major == 1 ? 2 : 4).order(ByteOrder.LITTLE_ENDIAN);
    if (major == 1) {
      length.putShort((short) text.length);
    } else {
      length.putInt(text.length);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) major, 0});
    out.writeBytes(length.array());
    out.writeBytes(text);
    out.writeBytes(new byte[dataBytes]);
    return out.toByteArray();
  }

  private Header read(byte[] bytes) throws IOException {
    Path path = Files.write(directory.resolve("test.npy"), bytes);
    try (FileChannel channel = FileChannel.open(path)) {
      Problems problems = problem -> new IOException("test.npy: " + problem);
      Header header = Header.read(channel, problems);
      header.requireData(channel.size() - header.dataOffset(), problems);
      return header;
    }
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = HeaderTest.class.getResourceAsStream(name + ".npy")) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }
}
