package dev.ndbind.call;

import static dev.ndbind.annotation.DType.FLOAT32;
import static dev.ndbind.annotation.DType.FLOAT64;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.ndbind.ContractException;
import dev.ndbind.Float32Array;
import dev.ndbind.Float64Array;
import dev.ndbind.Int32Array;
import dev.ndbind.Npy;
import dev.ndbind.NumpyArray;
import dev.ndbind.annotation.Order;
import dev.ndbind.annotation.Use;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the arrays that a method returns. */
class ResultTest {
  private static final MethodContract METHOD = MethodContract.of("A.f", "n", "d", "r");
  private static final ArrayContract X =
      ArrayContract.of("x", FLOAT32).shape(Shape.of("n d", Axis.named(0), Axis.named(1)));
  private static final ArrayContract RESULT = ArrayContract.of("result", FLOAT32);

  private static void assertRefused(ArrayContract result, NumpyArray array, String message) {
    try (Call call = METHOD.begin()) {
      call.argument(X, TestTensor.of(Float32Array.zeros(2, 3)));
      call.check();
      assertThatExceptionOfType(ContractException.class)
          .isThrownBy(() -> call.result(result, array))
          .withMessage("A.f: " + message + " (n=2 d=3)");
    }
  }

  @Test
  void dtypeShapeAndOrderAreChecked() {
    ArrayContract square = RESULT.shape(Shape.of("n n", Axis.named(0), Axis.named(0)));
    assertRefused(square, Float64Array.zeros(2, 2), "result dtype is float64, expected float32");
    assertRefused(
        ArrayContract.of("result", FLOAT32, FLOAT64),
        Int32Array.zeros(1),
        "result dtype is int32, expected float32 or float64");
    assertRefused(
        square,
        Float32Array.zeros(2, 3),
        "result shape (2, 3) does not fit \"n n\": axis 1 has size 3, but n=2");
    assertRefused(
        square, Float32Array.zeros(2), "result shape (2,) does not fit \"n n\": its rank is 1");
    Shape more = Shape.of("n+1", Axis.computed(axes -> axes.size(0) + 1));
    assertRefused(
        RESULT.shape(more),
        Float32Array.zeros(2),
        "result shape (2,) does not fit \"n+1\": axis 0 has size 2, expected 3");
    assertRefused(
        square.order(Order.F),
        Float32Array.of(new float[] {1, 2, 3, 4}, 2, 2),
        "result is not in F order");
    assertRefused(
        RESULT.order(Order.CONTIGUOUS),
        Float32Array.zeros(4).slice(0, 0, 4, 2),
        "result is not in CONTIGUOUS order");
    try (Call call = METHOD.begin()) {
      call.argument(X, TestTensor.of(Float32Array.zeros(2, 3)));
      call.check();
      Float32Array fits = Float32Array.zeros(2, 2);
      assertThat(call.result(square.order(Order.C), fits)).isSameAs(fits);
      assertThatNullPointerException()
          .isThrownBy(() -> call.result(square, null))
          .withMessage("A.f: result is null");
    }
  }

  @Test
  void namesOfResultsBindAtTheirFirstOccurrence() {
    Shape line = Shape.of("r", Axis.named(2));
    try (Call call = METHOD.begin()) {
      call.argument(X, TestTensor.of(Float32Array.zeros(2, 3)));
      call.check();
      call.result(ArrayContract.of("u", FLOAT32).shape(line), Float32Array.zeros(7));
      call.result(ArrayContract.of("v", FLOAT32).shape(line), Float32Array.zeros(7));
      assertThatExceptionOfType(ContractException.class)
          .isThrownBy(
              () -> call.result(ArrayContract.of("w", FLOAT32).shape(line), Float32Array.zeros(6)))
          .withMessage(
              "A.f: w shape (6,) does not fit \"r\": axis 0 has size 6, but r=7 (n=2 d=3 r=7)");
    }
  }

  private interface Body {
    Float32Array run(Float32Array x);
  }

  private static Float32Array kept(Use use, Float32Array own, Body body) {
    try (Call call = METHOD.begin()) {
      Argument x = call.argument(X.use(use), NumpyArrays.describe(own));
      call.check();
      Float32Array result = body.run(x.as(Float32Array.class));
      call.complete();
      return NumpyArrays.keep(call.result(RESULT, result));
    }
  }

  @Test
  void aWrittenArgumentComesBackAsTheCallersArray() {
    Float32Array own = Float32Array.zeros(2, 3);
    Float32Array back =
        kept(
            Use.WRITE,
            own,
            x -> {
              x.set(0, 0, 5);
              return x;
            });
    assertThat(back).isSameAs(own);
    assertThat(own.get(0, 0)).isEqualTo(5);
  }

  @Test
  void viewsOfArgumentsAreCopied() {
    Float32Array own = Float32Array.of(new float[] {1, 2, 3, 4, 5, 6}, 2, 3);
    List<Float32Array> results = new ArrayList<>();
    for (Use use : Use.values()) {
      results.add(kept(use, own, Float32Array::transpose));
      results.add(kept(use, own, x -> x.slice(0, 0, 2).transpose()));
    }
    results.add(kept(Use.READ, own, x -> x).transpose());
    own.set(0, 1, 99);
    for (Float32Array result : results) {
      assertThat(result.toArray()).containsExactly(1, 4, 2, 5, 3, 6);
      assertThat(result.isWritable()).isTrue();
    }
  }

  @Test
  void ownedArraysComeBackThemselves() {
    Float32Array made = Float32Array.zeros(3);
    Float32Array own = Float32Array.zeros(2, 3);
    assertThat(kept(Use.READ, own, x -> made)).isSameAs(made);
    Float32Array view = made.flip(0).asReadOnly();
    assertThat(kept(Use.READ, own, x -> view)).isSameAs(view);
    assertThat(kept(Use.READ, own, Float32Array::copy).shape()).containsExactly(2, 3);
  }

  @Test
  void onlyOwnedWritableArraysMayBeShared(@TempDir Path folder) throws IOException {
    Float32Array owned = Float32Array.zeros(4);
    for (Float32Array array : List.of(owned, owned.slice(0, 1, 3), owned.copy(), owned.flip(0))) {
      ArrayExport export = ArrayExport.of(array);
      assertThat(export.isShareable()).isTrue();
      assertThat(export.callersTensor()).isNull();
      assertThat(export.array()).isSameAs(array);
      assertThat(export.address()).isEqualTo(TestTensor.addressOf(array));
    }
    assertThat(ArrayExport.of(owned.slice(0, 1, 3)).address())
        .isEqualTo(ArrayExport.of(owned).address() + 4);
    assertThat(ArrayExport.of(owned.asReadOnly()).isShareable()).isFalse();
    assertThat(ArrayExport.of(owned.asReadOnly().select(0, 1)).isShareable()).isFalse();
    NumpyArray mapped = Npy.map(npy(folder));
    assertThat(ArrayExport.of(mapped).isShareable()).isFalse();
    assertThat(ArrayExport.of(mapped.copy()).isShareable()).isTrue();
    NumpyArray view = Views.of(TestTensor.of(owned), Float32Array.class, owned);
    assertThat(ArrayExport.of(view).isShareable()).isFalse();
  }

  private static Path npy(Path folder) throws IOException {
    String header = "{'descr': '<f4', 'fortran_order': False, 'shape': (1,), }";
    String padded = header + " ".repeat(117 - header.length()) + "\n";
    ByteBuffer file = ByteBuffer.allocate(132).order(ByteOrder.LITTLE_ENDIAN);
    file.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0}).putShort((short) 118);
    file.put(padded.getBytes(StandardCharsets.US_ASCII)).putFloat(1);
    return Files.write(folder.resolve("a.npy"), file.array());
  }

  @Test
  void argumentsAreNeverShared() {
    for (Use use : Use.values()) {
      TestTensor tensor = TestTensor.of(Float32Array.zeros(2, 3));
      try (Call call = METHOD.begin()) {
        Argument x = call.argument(X.use(use), tensor);
        call.check();
        Float32Array array = x.as(Float32Array.class);
        ArrayExport own = ArrayExport.of(array);
        assertThat(own.isShareable()).as("%s", use).isFalse();
        assertThat(own.callersTensor()).isSameAs(use == Use.WRITE ? tensor : null);
        ArrayExport slice = ArrayExport.of(array.slice(0, 0, 1));
        assertThat(slice.isShareable()).as("%s", use).isFalse();
        assertThat(slice.callersTensor()).as("%s", use).isNull();
      }
    }
  }
}
