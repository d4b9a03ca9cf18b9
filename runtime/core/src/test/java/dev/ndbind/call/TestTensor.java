package dev.ndbind.call;

import dev.ndbind.NumpyArray;
import dev.ndbind.internal.access.ArrayAccess;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A tensor of a framework made for tests: a bridge that writes down what it is asked to do. */
final class TestTensor extends TensorDescription {
  final NumpyArray array;
  final List<String> events = new ArrayList<>();
  @Nullable String device;
  @Nullable TestTensor host;
  @Nullable String readOnly;
  boolean conjugate;
  boolean negative;
  long identity;
  long version = UNVERSIONED;

  /** Done when the tensor is looked at for its version, which is before and after it is copied. */
  Runnable onVersion = () -> {};

  boolean abandoned;
  boolean moved;
  @Nullable RuntimeException thrownByRelease;
  @Nullable RuntimeException thrownByWritten;

  private TestTensor(NumpyArray array, long address, long[] shape, long[] byteStrides) {
    super(array.dtype(), address, shape, byteStrides);
    this.array = array;
  }

  /** Over the array's memory, with its strides. */
  static TestTensor of(NumpyArray array) {
    return new TestTensor(array, addressOf(array), array.shape(), array.byteStrides());
  }

  /** The array's memory with other strides. */
  static TestTensor strided(NumpyArray array, long[] shape, long[] byteStrides) {
    return new TestTensor(array, addressOf(array), shape, byteStrides);
  }

  /** The array's memory from a byte on, as one axis. */
  static TestTensor at(NumpyArray array, long offset, long size) {
    return new TestTensor(
        array, addressOf(array) + offset, new long[] {size}, new long[] {array.dtype().itemsize()});
  }

  /** At an address that the host cannot read. */
  static TestTensor onDevice(String device, NumpyArray array) {
    TestTensor tensor = new TestTensor(array, 64, array.shape(), new long[array.rank()]);
    tensor.device = device;
    tensor.host = of(array);
    return tensor;
  }

  static long addressOf(NumpyArray array) {
    return ArrayAccess.get().address(array);
  }

  int count(String event) {
    return (int) events.stream().filter(event::equals).count();
  }

  @Override
  public Object tensor() {
    return this;
  }

  @Override
  protected String framework() {
    return "test";
  }

  @Override
  protected @Nullable String device() {
    return device;
  }

  @Override
  protected @Nullable String whyReadOnly() {
    return readOnly;
  }

  @Override
  protected boolean isConjugate() {
    return conjugate;
  }

  @Override
  protected boolean isNegative() {
    return negative;
  }

  @Override
  protected TensorDescription toHost() {
    events.add("toHost");
    return Objects.requireNonNull(host);
  }

  @Override
  protected long writableAddress() {
    events.add("writableAddress");
    return super.writableAddress();
  }

  @Override
  protected void written() {
    events.add("written");
    if (thrownByWritten != null) {
      throw thrownByWritten;
    }
  }

  @Override
  protected long identity() {
    return identity;
  }

  @Override
  protected long version() {
    long seen = version;
    onVersion.run();
    return seen;
  }

  @Override
  protected @Nullable Anchor anchor() {
    events.add("anchor");
    return moved ? null : new TestAnchor(this);
  }

  private record TestAnchor(TestTensor tensor) implements Anchor {
    @Override
    public long bytes() {
      return tensor.array.size() * tensor.array.dtype().itemsize();
    }

    @Override
    public boolean isAbandoned() {
      return tensor.abandoned;
    }

    @Override
    public void release() {
      tensor.events.add("anchor released");
    }
  }

  @Override
  public void release() {
    events.add("release");
    if (thrownByRelease != null) {
      throw thrownByRelease;
    }
  }
}
