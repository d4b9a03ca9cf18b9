package dev.ndbind.numpy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ndbind.ContractException;
import dev.ndbind.Copies;
import dev.ndbind.Float64Array;
import dev.ndbind.NumpyArray;
import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Use;
import dev.ndbind.call.Argument;
import dev.ndbind.call.ArrayContract;
import dev.ndbind.call.ArrayExport;
import dev.ndbind.call.Call;
import dev.ndbind.call.MethodContract;
import dev.ndbind.call.NumpyArrays;
import dev.ndbind.call.TensorDescription;
import dev.ndbind.numpy.internal.cpython.Loans;
import dev.ndbind.testing.ChildJvm;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long memory lives that both languages have. */
class LifetimeTest {
  private static final MethodContract METHOD = MethodContract.of("A.f");

  private final PythonModule keeping = Modules.find("keeping");
  private int loans;

  @BeforeEach
  void dropAll() {
    keeping.call("drop").close();
    keeping.call("total").close();
    loans = Loans.count();
  }

  private static Float64Array ones(long size) {
    Float64Array array = Float64Array.zeros(size);
    for (long i = 0; i < size; i++) {
      array.set(i, 1);
    }
    return array;
  }

  private double total() {
    return keeping.function("total").callDouble();
  }

  @Test
  void whatIsNotKeptIsGivenBackAtOnce() {
    Released released = new Released(ones(1000));
    try (Call call = METHOD.begin()) {
      Float64Array seen = argument(call, Use.READ, released);
      assertThat(Interpreter.start().module("numpy").call("sum", seen).asDouble()).isEqualTo(1000);
    }
    assertThat(released.isReleased).isTrue();
    assertThat(Loans.count()).isEqualTo(loans);
  }

  @Test
  void whatIsKeptOutlivesArrayAndCall() {
    Released released = new Released(ones(1000));
    try (Call call = METHOD.begin()) {
      Float64Array seen = argument(call, Use.WRITE, released); // DLPack of NumPy 1.24 wants it.
      keeping.call("keep_view", seen).close();
      keeping.call("keep_exports", seen).close();
    }
    assertThat(released.isReleased).isFalse();
    assertThat(total()).isEqualTo(2999);
    keeping.call("drop").close();
    assertThat(released.isReleased).isTrue();
    assertThat(Loans.count()).isEqualTo(loans);
  }

  @Test
  void freedArraysAreKeptForPython() {
    Float64Array array = ones(10);
    keeping.call("keep", array, array.slice(0, 2, 8, 2)).close();
    array.free();
    assertThat(total()).isEqualTo(13);
  }

  @Test
  void memoryMayBeDroppedOnPythonsThreads() {
    Released released = new Released(ones(10));
    try (Call call = METHOD.begin()) {
      keeping.call("keep", argument(call, Use.READ, released)).close();
    }
    keeping.call("drop_on_a_thread").close();
    assertThat(released.isReleased).isTrue();
  }

  @Test
  void cyclesAreCollectedByPython() {
    Released released = new Released(ones(10));
    try (Call call = METHOD.begin()) {
      keeping.call("keep_cycle", argument(call, Use.READ, released)).close();
    }
    assertThat(released.isReleased).isFalse();
    Interpreter.start().module("gc").call("collect").close();
    assertThat(released.isReleased).isTrue();
  }

  @Test
  void nobodyNeedsToCallPythonForThingsToBeGivenBack() throws InterruptedException {
    Released released = new Released(ones(10));
    PythonObject ndarray;
    try (Call call = METHOD.begin()) {
      ndarray = Interpreter.start().array(argument(call, Use.READ, released));
    }
    assertThat(released.isReleased).isFalse();
    ndarray.close();
    Instant end = Instant.now().plus(Duration.ofSeconds(30));
    while (!released.isReleased && Instant.now().isBefore(end)) {
      Thread.sleep(5);
    }
    assertThat(released.isReleased).isTrue();
  }

  @Test
  void whatIsMadeOfAnArrayHandedOverOutlivesIt() {
    Released released = new Released(ones(1000));
    Float64Array back;
    try (Call call = METHOD.begin();
        PythonObject ndarray = Interpreter.start().array(argument(call, Use.READ, released))) {
      keeping.call("keep_view", ndarray).close();
      back = ndarray.asArray(Float64Array.class);
    }
    double _ = total(); // Enters Python, which gives back what nobody has.
    assertThat(released.isReleased).isFalse();
    assertThat(back.get(999)).isEqualTo(1);
    assertThat(back.isWritable()).isFalse();
    keeping.call("drop").close();
    assertThat(released.isReleased).isFalse();
    assertThat(back.get(0)).isEqualTo(1);
  }

  @Test
  void arraysHandedOverAreGivenBackWithoutATrace() {
    Released released = new Released(ones(1000));
    try (Call call = METHOD.begin()) {
      Interpreter.start().array(argument(call, Use.READ, released)).close();
    }
    double _ = total();
    assertThat(released.isReleased).isTrue();
    assertThat(Loans.count()).isEqualTo(loans);
  }

  @Test
  void resultsShareTheirMemoryIfTheyAloneHaveIt() {
    Float64Array fresh = keeping.function("full").callArray(Float64Array.class, 3, 1.5);
    assertThat(ArrayExport.of(fresh).isShareable()).isTrue();
    Float64Array cached = keeping.function("the_cached").callArray(Float64Array.class);
    assertThat(ArrayExport.of(cached).isShareable()).isFalse();
    Float64Array view =
        Interpreter.start().module("numpy").function("flip").callArray(Float64Array.class, ones(3));
    assertThat(ArrayExport.of(view).isShareable()).isFalse();
    try (PythonObject object = keeping.call("full", 3, 1.5)) {
      NumpyArray array = object.asArray(NumpyArray.class);
      assertThat(ArrayExport.of(array).isShareable()).isTrue();
      assertThat(ArrayExport.of(object.asArray(NumpyArray.class)).isShareable()).isFalse();
    }
    fresh.free();
    assertThatThrownBy(() -> fresh.get(0)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void viewsOfArgumentsOutliveTheCall() {
    Float64Array flipped;
    Released released = new Released(ones(5));
    try (Call call = METHOD.begin()) {
      Float64Array seen = argument(call, Use.WRITE, released);
      seen.set(0, 7);
      flipped =
          Interpreter.start().module("numpy").function("flip").callArray(Float64Array.class, seen);
    }
    assertThat(released.isReleased).isFalse();
    assertThat(flipped.toString()).isEqualTo("[1. 1. 1. 1. 7.]");
    assertThat(flipped.isWritable()).isTrue();
  }

  @Test
  void segmentsOfArenasAreCopiedAndCopiedBack() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment own = arena.allocateFrom(ValueLayout.JAVA_DOUBLE, 1, 2, 3);
      try (Call call = METHOD.begin()) {
        Float64Array seen = argument(call, Use.WRITE, NumpyArrays.describe(own, DType.FLOAT64));
        keeping.call("write", seen, 5).close();
        keeping.call("keep", seen).close();
      }
      assertThat(own.toArray(ValueLayout.JAVA_DOUBLE)).containsExactly(5, 5, 5);
      own.fill((byte) 0xFF);
    }
    assertThat(total()).isEqualTo(15);
  }

  @Test
  void segmentsAreNotCopiedIfThatIsForbidden() {
    try (Arena arena = Arena.ofConfined();
        Call call = METHOD.begin()) {
      MemorySegment own = arena.allocateFrom(ValueLayout.JAVA_DOUBLE, 1, 2, 3);
      Float64Array seen = argument(call, Use.READ, NumpyArrays.describe(own, DType.FLOAT64));
      assertThatThrownBy(() -> Copies.forbid(() -> keeping.call("keep", seen).isNone()))
          .isInstanceOf(ContractException.class)
          .hasMessageContaining("its arena may be closed while Python has it");
    }
    MemorySegment global = Arena.global().allocateFrom(ValueLayout.JAVA_DOUBLE, 1, 2, 3);
    try (Call call = METHOD.begin()) {
      Float64Array seen = argument(call, Use.READ, NumpyArrays.describe(global, DType.FLOAT64));
      Copies.forbid(() -> keeping.call("keep", seen).isNone());
    }
    assertThat(total()).isEqualTo(6);
  }

  private static Float64Array argument(Call call, Use use, TensorDescription tensor) {
    Argument argument = call.argument(ArrayContract.of("x", DType.FLOAT64).use(use), tensor);
    call.check();
    return argument.as(Float64Array.class);
  }

  /** A tensor that notices when the call, and all that came after it, no longer need it. */
  private static final class Released extends TensorDescription {
    private final NumpyArray array;
    private volatile boolean isReleased;

    Released(NumpyArray array) {
      super(array.dtype(), ArrayExport.of(array).address(), array.shape(), array.byteStrides());
      this.array = array;
    }

    @Override
    public Object tensor() {
      return array;
    }

    @Override
    protected String framework() {
      return "tests";
    }

    @Override
    public void release() {
      assertThat(isReleased).isFalse();
      isReleased = true;
    }
  }

  @Test
  void poisonedMemoryIsNeverSeen() throws Exception {
    PythonJvm.of(LifetimeProgram.class).arguments("owned").run();
  }

  /** The control: what nobody keeps is poisoned or gone, and the program notices or ends. */
  @ParameterizedTest
  @ValueSource(strings = {"to-python", "to-java"})
  void unownedMemoryIsSeenPoisoned(String direction) {
    ChildJvm program = PythonJvm.of(LifetimeProgram.class).arguments(direction);
    assertThatThrownBy(program::run).hasMessageContaining("the program ended with");
  }
}
