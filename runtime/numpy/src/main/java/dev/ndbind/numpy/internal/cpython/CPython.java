package dev.ndbind.numpy.internal.cpython;

import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;

/**
 * Functions of the interpreter. All need the GIL. A result "new" is a reference that the caller has
 * to give back, one "borrowed" is not; 0 means that Python has raised an exception.
 *
 * <p>The class is initialised only after the interpreter has been opened.
 */
public final class CPython {
  /** Python's {@code None}, {@code True} and {@code False}; they live for ever. */
  public static final long NONE = Library.address("_Py_NoneStruct");

  /** {@code True}. */
  public static final long TRUE = Library.address("_Py_TrueStruct");

  /** {@code False}. */
  public static final long FALSE = Library.address("_Py_FalseStruct");

  /** The class {@code tuple}. */
  public static final long TUPLE = Library.address("PyTuple_Type");

  /** The class {@code list}. */
  public static final long LIST = Library.address("PyList_Type");

  /** The class {@code str}. */
  public static final long STR = Library.address("PyUnicode_Type");

  private static final long ARGUMENTS_OFFSET = Long.MIN_VALUE;

  private static final MethodHandle INC_REF = Library.quick("Py_IncRef", "VL");
  private static final MethodHandle DEC_REF = Library.function("Py_DecRef", "VL");
  private static final MethodHandle IS_SUBTYPE = Library.quick("PyType_IsSubtype", "ILL");
  private static final MethodHandle GET_ATTR = Library.function("PyObject_GetAttr", "LLL");
  private static final MethodHandle VECTORCALL = Library.function("PyObject_Vectorcall", "LLLLL");
  private static final MethodHandle IS_TRUE = Library.function("PyObject_IsTrue", "IL");
  private static final MethodHandle STRING_OF = Library.function("PyObject_Str", "LL");
  private static final MethodHandle IMPORT = Library.function("PyImport_Import", "LL");
  private static final MethodHandle COMPILE = Library.function("Py_CompileString", "LLLI");
  private static final MethodHandle EXEC = Library.function("PyImport_ExecCodeModule", "LLL");
  private static final MethodHandle TUPLE_NEW = Library.function("PyTuple_New", "LL");
  private static final MethodHandle TUPLE_SET = Library.function("PyTuple_SetItem", "ILLL");
  private static final MethodHandle LIST_NEW = Library.function("PyList_New", "LL");
  private static final MethodHandle LIST_SET = Library.function("PyList_SetItem", "ILLL");
  private static final MethodHandle SEQUENCE_TUPLE = Library.function("PySequence_Tuple", "LL");
  private static final MethodHandle TUPLE_GET = Library.quick("PyTuple_GetItem", "LLL");
  private static final MethodHandle TUPLE_SIZE = Library.quick("PyTuple_Size", "LL");
  private static final MethodHandle DECODE = Library.function("PyUnicode_DecodeUTF16", "LLLLL");
  private static final MethodHandle INTERN = Library.function("PyUnicode_InternInPlace", "VL");
  private static final MethodHandle UTF8 = Library.function("PyUnicode_AsUTF8AndSize", "LLL");
  private static final MethodHandle FROM_LONG = Library.function("PyLong_FromLongLong", "LL");
  private static final MethodHandle AS_LONG = Library.function("PyLong_AsLongLong", "LL");
  private static final MethodHandle INDEX = Library.function("PyNumber_Index", "LL");
  private static final MethodHandle FROM_DOUBLE = Library.function("PyFloat_FromDouble", "LD");
  private static final MethodHandle AS_DOUBLE = Library.function("PyFloat_AsDouble", "DL");
  private static final MethodHandle OCCURRED = Library.quick("PyErr_Occurred", "L");
  private static final MethodHandle FETCH = Library.function("PyErr_Fetch", "VLLL");
  private static final MethodHandle NORMALIZE =
      Library.function("PyErr_NormalizeException", "VLLL");
  private static final MethodHandle SET_TRACEBACK =
      Library.function("PyException_SetTraceback", "ILL");
  private static final MethodHandle CLEAR = Library.function("PyErr_Clear", "V");
  private static final MethodHandle CAPSULE_NEW = Library.function("PyCapsule_New", "LLLL");
  private static final MethodHandle CAPSULE_GET = Library.quick("PyCapsule_GetPointer", "LLL");

  private static final int FILE_INPUT = 257;

  private CPython() {}

  /** One reference more. */
  public static void incRef(long object) {
    Invoke.toVoid(INC_REF, object);
  }

  /** One reference less; may run code of Python's. */
  public static void decRef(long object) {
    Invoke.toVoid(DEC_REF, object);
  }

  /** How many references there are to an object that is no constant of Python's. */
  public static int references(long object) {
    return Memory.getInt(object);
  }

  /** The class of an object, borrowed. */
  public static long type(long object) {
    return Memory.getLong(object + 8);
  }

  /** Whether an object is of a class, or of one derived from it. */
  public static boolean isInstance(long object, long type) {
    long own = type(object);
    return own == type || Invoke.toInt(IS_SUBTYPE, own, type) != 0;
  }

  /** An attribute, new. */
  public static long attribute(long object, long name) {
    return Invoke.toLong(GET_ATTR, object, name);
  }

  /**
   * Calls an object.
   *
   * @param vector of the arguments, keywords last; the 8 bytes before it may be overwritten
   * @param positional how many are not keywords
   * @param keywords the tuple of their names, or 0
   * @return what it returns, new
   */
  public static long call(long callable, long vector, long positional, long keywords) {
    return Invoke.toLong(VECTORCALL, callable, vector, positional | ARGUMENTS_OFFSET, keywords);
  }

  /** Python's {@code bool(object)}; −1 for an exception. */
  public static int isTrue(long object) {
    return Invoke.toInt(IS_TRUE, object);
  }

  /** Python's {@code str(object)}, new. */
  public static long stringOf(long object) {
    return Invoke.toLong(STRING_OF, object);
  }

  /** A module by its full name, new. */
  public static long importModule(long name) {
    return Invoke.toLong(IMPORT, name);
  }

  /** Makes a module of source text, new; strings are those of C. */
  public static long module(long source, long file, long name) {
    long code = Invoke.toLong(COMPILE, source, file, FILE_INPUT);
    if (code == 0) {
      return 0;
    }
    long module = Invoke.toLong(EXEC, name, code);
    decRef(code);
    return module;
  }

  /** A tuple to be filled, new. */
  public static long newTuple(long size) {
    return Invoke.toLong(TUPLE_NEW, size);
  }

  /** Fills a place of a new tuple with a reference that the caller gives away. */
  public static void setTuple(long tuple, long index, long item) {
    int _ = Invoke.toInt(TUPLE_SET, tuple, index, item);
  }

  /** A list to be filled, new. */
  public static long newList(long size) {
    return Invoke.toLong(LIST_NEW, size);
  }

  /** Fills a place of a new list with a reference that the caller gives away. */
  public static void setList(long list, long index, long item) {
    int _ = Invoke.toInt(LIST_SET, list, index, item);
  }

  /** Python's {@code tuple(sequence)}, new. */
  public static long tupleOf(long sequence) {
    return Invoke.toLong(SEQUENCE_TUPLE, sequence);
  }

  /** An item, borrowed. */
  public static long item(long tuple, long index) {
    return Invoke.toLong(TUPLE_GET, tuple, index);
  }

  /** The number of items of a tuple. */
  public static int size(long tuple) {
    return Math.toIntExact(Invoke.toLong(TUPLE_SIZE, tuple));
  }

  /** A string, new; also of characters that are no text, such as half a pair. */
  public static long string(String text, Scratch scratch) {
    long mark = scratch.mark();
    long order = scratch.allocate(8);
    Memory.putInt(order, LITTLE_ENDIAN);
    long errors = scratch.string("surrogatepass");
    long chars = scratch.allocate(2L * text.length());
    Memory.putChars(chars, text);
    long string = Invoke.toLong(DECODE, chars, 2L * text.length(), errors, order);
    scratch.reset(mark);
    return string;
  }

  private static final int LITTLE_ENDIAN = -1;

  /** A string that attribute look-ups know by its address, new. */
  public static long name(String text, Scratch scratch) {
    long string = string(text, scratch);
    if (string == 0) {
      return 0;
    }
    long mark = scratch.mark();
    long place = scratch.allocate(8);
    Memory.putLong(place, string);
    Invoke.toVoid(INTERN, place);
    long interned = Memory.getLong(place);
    scratch.reset(mark);
    return interned;
  }

  /** The text of a string; null for an exception. */
  public static @org.jspecify.annotations.Nullable String text(long string, Scratch scratch) {
    long mark = scratch.mark();
    long size = scratch.allocate(8);
    long bytes = Invoke.toLong(UTF8, string, size);
    String text =
        bytes == 0
            ? null
            : new String(Memory.getBytes(bytes, Memory.getLong(size)), StandardCharsets.UTF_8);
    scratch.reset(mark);
    return text;
  }

  /** An int, new. */
  public static long integer(long value) {
    return Invoke.toLong(FROM_LONG, value);
  }

  /** The value of an int; −1 may be an exception. */
  public static long asLong(long integer) {
    return Invoke.toLong(AS_LONG, integer);
  }

  /** Python's {@code operator.index(object)}, new. */
  public static long index(long object) {
    return Invoke.toLong(INDEX, object);
  }

  /** A float, new. */
  public static long floating(double value) {
    return Invoke.toLong(FROM_DOUBLE, value);
  }

  /** Python's {@code float(object)} for numbers; −1 may be an exception. */
  public static double asDouble(long object) {
    return Invoke.toDouble(AS_DOUBLE, object);
  }

  /** Whether Python has raised an exception. */
  public static boolean hasRaised() {
    return Invoke.toLong(OCCURRED) != 0;
  }

  /** Forgets the exception. */
  public static void clear() {
    Invoke.toVoid(CLEAR);
  }

  /** Takes the exception that was raised, with its traceback, new; 0 if there is none. */
  public static long takeException(Scratch scratch) {
    long mark = scratch.mark();
    long places = scratch.allocate(24);
    Invoke.toVoid(FETCH, places, places + 8, places + 16);
    if (Memory.getLong(places) == 0) {
      scratch.reset(mark);
      return 0;
    }
    Invoke.toVoid(NORMALIZE, places, places + 8, places + 16);
    long type = Memory.getLong(places);
    long exception = Memory.getLong(places + 8);
    long traceback = Memory.getLong(places + 16);
    scratch.reset(mark);
    if (traceback != 0) {
      int _ = Invoke.toInt(SET_TRACEBACK, exception, traceback);
      decRef(traceback);
    }
    decRef(type);
    return exception;
  }

  /** A capsule, new; the name lives as long as it does. */
  static long capsule(long pointer, long name, long destructor) {
    return Invoke.toLong(CAPSULE_NEW, pointer, name, destructor);
  }

  /** What is in a capsule. */
  static long pointer(long capsule, long name) {
    return Invoke.toLong(CAPSULE_GET, capsule, name);
  }
}
