package dev.ndbind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ndbind.annotation.DType;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Buffers and segments of every kind, against their bytes decoded by the textbook. */
class JdkMemoryTest {
  private static final int COUNT = 6;
  private static final ByteOrder NATIVE = ByteOrder.nativeOrder();
  private static final ByteOrder OTHER =
      NATIVE == ByteOrder.LITTLE_ENDIAN ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;

  static DType[] dtypes() {
    return DType.concrete().toArray(DType[]::new);
  }

  private static byte[] bytes(DType dtype) {
    return Elements.random(dtype, COUNT, new Random(dtype.name().hashCode()));
  }

  /** A buffer of the type that the class of a dtype takes, over bytes between two strange ones. */
  private static Buffer buffer(DType dtype, ByteBuffer room, byte[] bytes, ByteOrder order) {
    room.order(order).position(dtype.itemsize());
    int part = dtype.alignment();
    for (int i = 0; i < bytes.length; i++) {
      int from = order == NATIVE ? i : i / part * part + part - 1 - i % part;
      room.put(dtype.itemsize() + i, bytes[from]);
    }
    room.limit(dtype.itemsize() + bytes.length);
    return typed(dtype, room);
  }

  private static Buffer typed(DType dtype, ByteBuffer room) {
    return switch (dtype) {
      case BOOL, INT8, UINT8 -> room;
      case INT16, UINT16, FLOAT16, BFLOAT16 -> room.asShortBuffer();
      case INT32, UINT32 -> room.asIntBuffer();
      case INT64, UINT64 -> room.asLongBuffer();
      case FLOAT32, COMPLEX64 -> room.asFloatBuffer();
      case FLOAT64, COMPLEX128 -> room.asDoubleBuffer();
      default -> throw new AssertionError(dtype);
    };
  }

  private static NumpyArray call(String name, DType dtype, Object elements, long... shape) {
    try {
      for (Method method : Elements.arrayClass(dtype).getMethods()) {
        if (method.getName().equals(name) && method.getParameterTypes()[0].isInstance(elements)) {
          return (NumpyArray) method.invoke(null, elements, shape);
        }
      }
      throw new AssertionError("no " + name + " for " + elements);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException thrown) {
        throw thrown;
      }
      throw new AssertionError(e);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  private static void assertElements(NumpyArray array, byte[] bytes) {
    assertThat(array.shape()).containsExactly(2, 3);
    for (int i = 0; i < COUNT; i++) {
      assertThat(Elements.get(array, Elements.Indices.LONG, i / 3, i % 3))
          .isEqualTo(Elements.decode(array.dtype(), bytes, i));
    }
  }

  private static ByteBuffer room(DType dtype, boolean isDirect) {
    int size = (COUNT + 2) * dtype.itemsize();
    return isDirect ? ByteBuffer.allocateDirect(size) : ByteBuffer.allocate(size);
  }

  @ParameterizedTest
  @MethodSource("dtypes")
  void buffersAreCopied(DType dtype) {
    byte[] bytes = bytes(dtype);
    for (ByteOrder order : new ByteOrder[] {NATIVE, OTHER}) {
      for (boolean isDirect : new boolean[] {true, false}) {
        ByteBuffer room = room(dtype, isDirect);
        Buffer buffer = buffer(dtype, room, bytes, order);
        int position = buffer.position();
        NumpyArray array = call("of", dtype, buffer, 2, 3);
        assertThat(buffer.position()).isEqualTo(position);
        room.clear().put(new byte[room.capacity()]);
        assertElements(array, bytes);

        assertThat(array.isWritable()).isTrue();
        array.free();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("dtypes")
  void directBuffersAreViewed(DType dtype) {
    byte[] bytes = bytes(dtype);
    ByteBuffer room = room(dtype, true);
    Buffer buffer = buffer(dtype, room, bytes, NATIVE);
    NumpyArray array = call("view", dtype, buffer, 2, 3);
    assertElements(array, bytes);
    room.put(dtype.itemsize(), room.get(2 * dtype.itemsize()));
    for (int i = 1; i < dtype.itemsize(); i++) {
      room.put(dtype.itemsize() + i, room.get(2 * dtype.itemsize() + i));
    }
    assertThat(Elements.get(array, Elements.Indices.INT, 0, 0))
        .isEqualTo(Elements.decode(dtype, bytes, 1));
    Elements.set(array, Elements.decode(dtype, bytes, 5), Elements.Indices.INT, 0, 0);
    byte[] written = new byte[dtype.itemsize()];
    room.get(dtype.itemsize(), written);
    assertThat(Elements.decode(dtype, written, 0)).isEqualTo(Elements.decode(dtype, bytes, 5));
    assertThatThrownBy(array::free).isInstanceOf(UnsupportedOperationException.class);
  }

  @ParameterizedTest
  @MethodSource("dtypes")
  void segmentsAreCopiedAndViewed(DType dtype) {
    byte[] bytes = bytes(dtype);
    assertElements(call("of", dtype, MemorySegment.ofArray(bytes), 2, 3), bytes);
    MemorySegment segment = Arena.ofAuto().allocate(bytes.length, 16);
    segment.copyFrom(MemorySegment.ofArray(bytes));
    NumpyArray view = call("view", dtype, segment, 2, 3);
    assertElements(view, bytes);
    assertThat(view.segment().address()).isEqualTo(segment.address());
    segment.fill((byte) 0);
    assertElements(view, new byte[bytes.length]);
    assertThat(view.isWritable()).isTrue();
    assertThat(call("view", dtype, segment.asReadOnly(), 2, 3).isWritable()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("dtypes")
  void arraysAreBuffers(DType dtype) throws ReflectiveOperationException {
    byte[] bytes = bytes(dtype);
    NumpyArray array = Elements.of(dtype, bytes, 2, 3);
    Method asBuffer = Elements.arrayClass(dtype).getMethod("asBuffer");
    Buffer buffer = (Buffer) asBuffer.invoke(array);
    assertThat(buffer.isDirect()).isTrue();
    assertThat(buffer.isReadOnly()).isFalse();
    assertThat(((Buffer) asBuffer.invoke(array.asReadOnly())).isReadOnly()).isTrue();
    assertElements(call("of", dtype, buffer, 2, 3), bytes);
    NumpyArray view = call("view", dtype, buffer, 2, 3);
    assertThat(view.segment().address()).isEqualTo(array.segment().address());
    assertThatThrownBy(() -> asBuffer.invoke(array.transpose()))
        .cause()
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("not C-contiguous");
  }

  @Test
  void readOnlyBuffersAreRespected() {
    FloatBuffer floats = ByteBuffer.allocateDirect(8).order(NATIVE).asFloatBuffer();
    Float32Array view = Float32Array.view(floats.asReadOnlyBuffer());
    assertThat(view.shape()).containsExactly(2);
    assertThatThrownBy(() -> view.set(0, 1)).isInstanceOf(UnsupportedOperationException.class);
    Float32Array.of(floats.asReadOnlyBuffer()).set(0, 1);
  }

  @Test
  void whatCannotBeViewedIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Float32Array.view(FloatBuffer.allocate(2)))
        .withMessage(
            "the elements are on the heap, where no array has its memory; of(...) copies them");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Float32Array.view(MemorySegment.ofArray(new float[2])))
        .withMessageContaining("on the heap");
    ByteBuffer room = ByteBuffer.allocateDirect(16);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Float32Array.view(room.order(OTHER).asFloatBuffer()))
        .withMessageContaining("are in the order " + OTHER);
    assertThat(UInt8Array.view(room.order(OTHER)).size()).isEqualTo(16);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Float32Array.view(room.order(NATIVE).slice(1, 8).order(NATIVE).asFloatBuffer()))
        .withMessageContaining("no multiple of 4");
    MemorySegment odd = Arena.ofAuto().allocate(7);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Float32Array.view(odd))
        .withMessage("7 bytes are no multiple of the 4 of a float32");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Float32Array.of(MemorySegment.ofArray(new float[6]), 4, 2))
        .withMessage("shape (4, 2) has 8 elements, the data 6");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Float32Array.view(room.asFloatBuffer(), -4, -1))
        .withMessage("negative size in shape (-4, -1)");
  }

  /** Their memory would be gone under the array, which looks at no arena. */
  @Test
  void arenasThatCanBeClosedAreRefused() {
    List<MemorySegment> closed = new ArrayList<>();
    try (Arena confined = Arena.ofConfined();
        Arena shared = Arena.ofShared()) {
      List<MemorySegment> segments = List.of(confined.allocate(8, 8), shared.allocate(8, 8));
      segments.forEach(JdkMemoryTest::assertNotViewed);
      closed.addAll(segments);
    }
    for (MemorySegment segment : closed) {
      assertThatIllegalStateException().isThrownBy(() -> Float32Array.view(segment));
      assertThatIllegalStateException().isThrownBy(() -> Float32Array.of(segment));
    }
    assertThat(Float32Array.view(Arena.global().allocate(8, 8)).size()).isEqualTo(2);
  }

  private static void assertNotViewed(MemorySegment segment) {
    FloatBuffer buffer = segment.asByteBuffer().order(NATIVE).asFloatBuffer();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Float32Array.view(segment))
        .withMessageContaining("arena that can be closed");
    assertThatIllegalArgumentException().isThrownBy(() -> Float32Array.view(buffer));
    assertThat(Float32Array.of(segment).size()).isEqualTo(2);
    assertThat(Float32Array.of(buffer).size()).isEqualTo(2);
  }

  /** Also if a library's arena only passes on what another one allocates. */
  @Test
  void arenasOfOthersAreAsTheirMemory() {
    try (Arena inner = Arena.ofShared()) {
      Arena outer =
          new Arena() {
            @Override
            public MemorySegment allocate(long bytes, long alignment) {
              return inner.allocate(bytes, alignment);
            }

            @Override
            public MemorySegment.Scope scope() {
              return Arena.global().scope();
            }

            @Override
            public void close() {}
          };
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Float32Array.view(outer.allocate(8, 8)));
    }
  }

  @Test
  void anArrayKeepsItsSegment() throws InterruptedException {
    AtomicBoolean isFreed = new AtomicBoolean();
    NumpyArray part = viewOf(isFreed);
    for (int i = 0; i < 5; i++) {
      System.gc();
      Thread.sleep(10);
    }
    assertThat(isFreed).isFalse();
    assertThat(part.toString()).isEqualTo("[0. 0.]");
    part = null;
    for (int i = 0; i < 500 && !isFreed.get(); i++) {
      System.gc();
      Thread.sleep(10);
    }
    assertThat(isFreed).isTrue();
  }

  @SuppressWarnings("restricted") // Memory of the global arena, with its true size.
  private static NumpyArray viewOf(AtomicBoolean isFreed) {
    MemorySegment memory = Arena.global().allocate(16, 8);
    MemorySegment segment = memory.reinterpret(16, Arena.ofAuto(), _ -> isFreed.set(true));
    return Float32Array.view(segment).slice(0, 1, 3);
  }

  @Test
  void segmentsOfOneThreadAreCopiedOnThatThreadOnly() throws InterruptedException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment segment = arena.allocateFrom(ValueLayout.JAVA_FLOAT, 1, 2);
      Throwable[] thrown = new Throwable[1];
      Thread other =
          Thread.ofPlatform()
              .start(() -> {
                try {
                  Float32Array.of(segment);
                } catch (WrongThreadException e) {
                  thrown[0] = e;
                }
              });
      other.join();
      assertThat(thrown[0]).isInstanceOf(WrongThreadException.class);
    }
  }
}
