package dev.ndbind.annotation;

import static dev.ndbind.annotation.DType.BFLOAT16;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DTypeTest {
  private static final Set<DType> BELOW_BFLOAT16 =
      EnumSet.of(DType.BOOL, DType.INT8, DType.UINT8, BFLOAT16);
  private static final Set<DType> ABOVE_BFLOAT16 =
      EnumSet.of(BFLOAT16, DType.FLOAT32, DType.FLOAT64, DType.COMPLEX64, DType.COMPLEX128);

  /** The table is real NumPy's, see {@code src/test/python/make_can_cast.py}. */
  @Test
  void castsAsNumPyDoes() throws IOException {
    List<String> lines;
    try (InputStream table = DTypeTest.class.getResourceAsStream("can_cast.txt")) {
      byte[] bytes = Objects.requireNonNull(table).readAllBytes();
      lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
    }
    assertThat(lines).hasSize(14 * 14);
    for (String line : lines) {
      List<String> fields = Arrays.asList(line.split(" ", -1));
      DType from = DType.valueOf(fields.get(0).toUpperCase(Locale.ROOT));
      DType to = DType.valueOf(fields.get(1).toUpperCase(Locale.ROOT));
      String found =
          Arrays.stream(Casting.values())
              .map(casting -> Boolean.toString(from.canCast(to, casting)))
              .collect(Collectors.joining(" "));
      assertThat(from + " " + to + " " + found).isEqualTo(line);
    }
  }

  @Test
  void bfloat16CastsSafelyOnlyWhereEveryValueIsKept() {
    for (DType dtype : DType.concrete()) {
      assertThat(dtype.canCast(BFLOAT16, Casting.EXACT))
          .as("%s to bfloat16, exact", dtype)
          .isEqualTo(dtype == BFLOAT16);
      assertThat(dtype.canCast(BFLOAT16, Casting.SAFE))
          .as("%s to bfloat16, safe", dtype)
          .isEqualTo(BELOW_BFLOAT16.contains(dtype));
      assertThat(BFLOAT16.canCast(dtype, Casting.SAFE))
          .as("bfloat16 to %s, safe", dtype)
          .isEqualTo(ABOVE_BFLOAT16.contains(dtype));
    }
  }

  @Test
  void bfloat16IsOfTheKindOfFloats() {
    for (DType dtype : DType.concrete()) {
      assertThat(dtype.canCast(BFLOAT16, Casting.SAME_KIND))
          .as("%s to bfloat16", dtype)
          .isEqualTo(!DType.COMPLEXFLOATING.members().contains(dtype));
      assertThat(BFLOAT16.canCast(dtype, Casting.SAME_KIND))
          .as("bfloat16 to %s", dtype)
          .isEqualTo(DType.INEXACT.members().contains(dtype));
    }
  }

  @Test
  void refusesToCastFamilies() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DType.FLOATING.canCast(DType.FLOAT32, Casting.SAFE))
        .withMessage("a family has no values to cast: floating to float32");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DType.FLOAT32.canCast(DType.NUMBER, Casting.EXACT));
  }

  @Test
  void familiesNestAsNumPysAbstractTypes() {
    assertThat(names(DType.FLOATING)).isEqualTo("float16 bfloat16 float32 float64");
    assertThat(names(DType.COMPLEXFLOATING)).isEqualTo("complex64 complex128");
    assertThat(names(DType.SIGNEDINTEGER)).isEqualTo("int8 int16 int32 int64");
    assertThat(names(DType.UNSIGNEDINTEGER)).isEqualTo("uint8 uint16 uint32 uint64");
    assertThat(names(DType.INEXACT))
        .isEqualTo(names(DType.FLOATING) + " " + names(DType.COMPLEXFLOATING));
    assertThat(names(DType.INTEGER))
        .isEqualTo(names(DType.SIGNEDINTEGER) + " " + names(DType.UNSIGNEDINTEGER));
    assertThat(names(DType.NUMBER)).isEqualTo(names(DType.INTEGER) + " " + names(DType.INEXACT));
  }

  private static String names(DType dtype) {
    return dtype.members().stream().map(DType::toString).collect(Collectors.joining(" "));
  }

  @Test
  void concreteTypesStandForThemselves() {
    assertThat(DType.concrete()).hasSize(15).doesNotHaveDuplicates();
    for (DType dtype : DType.values()) {
      assertThat(dtype.isFamily()).as(dtype.name()).isEqualTo(!DType.concrete().contains(dtype));
      assertThat(dtype.members()).allMatch(DType.concrete()::contains).doesNotHaveDuplicates();
    }
    assertThat(DType.INT8.members()).containsExactly(DType.INT8);
  }

  /** NumPy's names end in the number of bits. */
  @Test
  void sizesFollowFromTheNames() {
    for (DType dtype : DType.concrete()) {
      String digits = dtype.toString().replaceAll("\\D+", "");
      int bytes = digits.isEmpty() ? 1 : Integer.parseInt(digits) / 8;
      assertThat(dtype.itemsize()).as(dtype.name()).isEqualTo(bytes);
      boolean isComplex = dtype.toString().startsWith("complex");
      assertThat(dtype.alignment()).as(dtype.name()).isEqualTo(isComplex ? bytes / 2 : bytes);
    }
    assertThat(DType.NUMBER.itemsize()).isZero();
    assertThat(DType.COMPLEXFLOATING.itemsize()).isZero();
    assertThat(DType.FLOATING.alignment()).isZero();
    assertThat(DType.COMPLEXFLOATING.alignment()).isZero();
  }

  @Test
  void kindsFollowFromTheNames() {
    for (DType dtype : DType.concrete()) {
      String name = dtype.toString();
      assertThat(dtype.isComplex()).as(name).isEqualTo(name.startsWith("complex"));
      assertThat(dtype.isFloating()).as(name).isEqualTo(name.contains("float"));
      assertThat(dtype.isInteger()).as(name).isEqualTo(name.contains("int"));
      assertThat(dtype.isUnsigned()).as(name).isEqualTo(name.startsWith("uint"));
    }
  }

  @Test
  void expandsFamiliesOnceInTheOrderGiven() {
    assertThat(DType.expand(DType.FLOAT64, DType.FLOATING, DType.BOOL, DType.FLOAT32))
        .containsExactly(DType.FLOAT64, DType.FLOAT16, DType.BFLOAT16, DType.FLOAT32, DType.BOOL);
    assertThat(DType.expand()).isEmpty();
  }
}
