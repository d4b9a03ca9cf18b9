package dev.ndbind.numpy;

import dev.ndbind.ContractException;
import dev.ndbind.NumpyArray;
import dev.ndbind.annotation.DType;
import dev.ndbind.call.ArrayExport;
import dev.ndbind.call.Views;
import dev.ndbind.numpy.internal.cpython.CPython;
import dev.ndbind.numpy.internal.cpython.Memory;
import dev.ndbind.numpy.internal.cpython.NumpyApi;
import dev.ndbind.numpy.internal.cpython.Releases;
import dev.ndbind.numpy.internal.cpython.Scratch;
import java.util.List;

/**
 * Python's objects as Java's. All methods need the GIL and borrow the object.
 *
 * @param subject what returned the object, for messages
 * @param scratch memory of this thread
 */
record Results(String subject, Scratch scratch) {
  /** {@code numpy.asarray}, {@code numpy.memmap} and {@code numpy.bool_}; kept for ever. */
  private static volatile long asArray;

  private static volatile long memoryMap;
  private static volatile long bool;

  static void install(long asArrayFunction, long memoryMapType, long boolType) {
    asArray = asArrayFunction;
    memoryMap = memoryMapType;
    bool = boolType;
  }

  double asDouble(long object) {
    refuseArray(object);
    double value = CPython.asDouble(object);
    if (value == -1) {
      Errors.check(scratch);
    }
    return value;
  }

  long asLong(long object) {
    refuseArray(object);
    long index = Errors.check(CPython.index(object), scratch);
    long value = CPython.asLong(index);
    CPython.decRef(index);
    if (value == -1) {
      Errors.check(scratch);
    }
    return value;
  }

  boolean asBoolean(long object) {
    if (object == CPython.TRUE || object == CPython.FALSE) {
      return object == CPython.TRUE;
    }
    if (CPython.type(object) != bool) {
      throw refusal("is %s, expected a bool".formatted(typeName(object)));
    }
    return CPython.isTrue(object) > 0;
  }

  String asString(long object) {
    if (!CPython.isInstance(object, CPython.STR)) {
      throw refusal("is %s, expected a str".formatted(typeName(object)));
    }
    return text(object);
  }

  /** Python's {@code str(object)}. */
  String print(long object) {
    long string = Errors.check(CPython.stringOf(object), scratch);
    try {
      return text(string);
    } finally {
      CPython.decRef(string);
    }
  }

  private String text(long string) {
    String text = CPython.text(string, scratch);
    if (text == null) {
      throw Errors.raised(scratch);
    }
    return text;
  }

  /** Arrays with one element count as numbers in Python, but only old code relies on that. */
  private void refuseArray(long object) {
    if (CPython.isInstance(object, NumpyApi.NDARRAY) && NumpyApi.rank(object) > 0) {
      throw refusal("is an array of rank %d, expected a number".formatted(NumpyApi.rank(object)));
    }
  }

  /**
   * An array over the memory of an ndarray, which it keeps.
   *
   * @param type the class of array
   * @param object an ndarray or a NumPy scalar
   * @param known how many references to it are ours
   */
  <A extends NumpyArray> A asArray(Class<A> type, long object, int known) {
    if (CPython.type(object) != NumpyApi.NDARRAY && CPython.isInstance(object, NumpyApi.SCALAR)) {
      long array = call(asArray, object);
      try {
        return asArray(type, array, 1);
      } finally {
        CPython.decRef(array);
      }
    }
    requireArray(object);
    DType dtype = DTypes.of(NumpyApi.type(NumpyApi.descr(object)));
    if (dtype == null) {
      throw refusal("has dtype %s, which no array class has".formatted(print(descr(object))));
    }
    return required(
        type, dtype, isDirect(object) ? direct(object, dtype, known) : copied(object, dtype));
  }

  private static long descr(long array) {
    return NumpyApi.descr(array);
  }

  private void requireArray(long object) {
    long type = CPython.type(object);
    if (type == NumpyApi.NDARRAY || type == memoryMap) {
      return;
    }
    throw refusal(
        CPython.isInstance(object, NumpyApi.NDARRAY)
            ? "is %s, which is more than its elements; numpy.asarray makes a plain array"
                .formatted(typeName(object))
            : "is %s, expected an array".formatted(typeName(object)));
  }

  private <A extends NumpyArray> A required(Class<A> type, DType found, NumpyArray array) {
    if (!type.isInstance(array)) {
      throw refusal("has dtype %s, expected %s".formatted(found, Views.dtype(type)));
    }
    return type.cast(array);
  }

  private static boolean isDirect(long array) {
    return NumpyApi.isNative(NumpyApi.descr(array)) && NumpyApi.isAligned(array);
  }

  private static NumpyArray direct(long array, DType dtype, int known) {
    boolean alone = NumpyApi.ownsAlone(array, known);
    CPython.incRef(array);
    long address = NumpyApi.address(array);
    long[] shape = NumpyApi.shape(array);
    long[] strides = NumpyApi.byteStrides(array);
    boolean writable = NumpyApi.isWritable(array);
    return alone
        ? Views.adopt(
            dtype,
            address,
            shape,
            strides,
            writable,
            () -> Releases.later(() -> CPython.decRef(array)))
        : Views.over(dtype, address, shape, strides, writable, new Handle(array));
  }

  /** Its bytes are in the other order, or not where Java can read them. */
  private NumpyArray copied(long array, DType dtype) {
    long descr = NumpyApi.descrOf(NumpyApi.type(NumpyApi.descr(array)));
    long method =
        Errors.check(CPython.attribute(array, Names.interned("astype", scratch)), scratch);
    try {
      long copy = call(method, descr);
      NumpyArray made = direct(copy, dtype, 1);
      CPython.decRef(copy);
      return ArrayExport.of(made)
          .copy(subject, "NumPy", "its byte order or alignment is not the machine's", () -> made);
    } finally {
      CPython.decRef(method);
    }
  }

  private long call(long callable, long argument) {
    long mark = scratch.mark();
    long vector = scratch.allocate(16) + 8;
    Memory.putLong(vector, argument);
    long result = CPython.call(callable, vector, 1, 0);
    scratch.reset(mark);
    return Errors.check(result, scratch);
  }

  /** The items of a tuple or list, each new. */
  List<PythonObject> elements(long object) {
    if (!CPython.isInstance(object, CPython.TUPLE) && !CPython.isInstance(object, CPython.LIST)) {
      throw refusal("is %s, expected a tuple or list".formatted(typeName(object)));
    }
    long tuple = Errors.check(CPython.tupleOf(object), scratch);
    PythonObject[] items = new PythonObject[CPython.size(tuple)];
    for (int i = 0; i < items.length; i++) {
      long item = CPython.item(tuple, i);
      CPython.incRef(item);
      items[i] = new PythonObject(item, "%s[%d]".formatted(subject, i));
    }
    CPython.decRef(tuple);
    return List.of(items);
  }

  private String typeName(long object) {
    return "a " + Memory.getString(Memory.getLong(CPython.type(object) + 24)); // tp_name
  }

  private ContractException refusal(String reason) {
    return new ContractException(subject, List.of("result " + reason));
  }
}
