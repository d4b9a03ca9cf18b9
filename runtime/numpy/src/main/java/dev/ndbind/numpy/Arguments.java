package dev.ndbind.numpy;

import dev.ndbind.ContractException;
import dev.ndbind.NumpyArray;
import dev.ndbind.numpy.internal.cpython.CPython;
import dev.ndbind.numpy.internal.cpython.Memory;
import dev.ndbind.numpy.internal.cpython.Scratch;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The arguments of one call, as Python's objects. All methods need the GIL. */
final class Arguments {
  private final String subject;
  private final Scratch scratch;
  private final @Nullable Object[] values;
  private final List<Loan> loans;

  /** Where the references are; the 8 bytes before are Python's to use. */
  private long vector;

  private int converted;

  /**
   * Arguments that are converted when they are needed.
   *
   * @param loans is given the arrays among them
   */
  Arguments(String subject, @Nullable Object[] values, List<Loan> loans, Scratch scratch) {
    this.subject = subject;
    this.loans = loans;
    this.scratch = scratch;
    this.values = values.clone();
  }

  /** Calls an object; the result is new. {@link #settle} follows, whatever happens. */
  long call(long callable) {
    vector = scratch.allocate(8L * (values.length + 1)) + 8;
    int positional = positional();
    for (int i = 0; i < values.length; i++) {
      if (values[i] instanceof NumpyArray array) {
        Memory.putLong(vector + 8L * i, lend(array)); // The loan's own reference.
      } else {
        Memory.putLong(vector + 8L * i, object(value(i)));
      }
      converted++;
    }
    long keywords = positional == values.length ? 0 : keywords(positional);
    long result = CPython.call(callable, vector, positional, keywords);
    if (keywords != 0) {
      CPython.decRef(keywords);
    }
    return Errors.check(result, scratch);
  }

  private @Nullable Object value(int index) {
    return values[index] instanceof KeywordArgument keyword ? keyword.value() : values[index];
  }

  private int positional() {
    int positional = 0;
    while (positional < values.length && !(values[positional] instanceof KeywordArgument)) {
      positional++;
    }
    for (int i = positional; i < values.length; i++) {
      if (!(values[i] instanceof KeywordArgument)) {
        throw new IllegalArgumentException(subject + ": keywords come last");
      }
    }
    return positional;
  }

  /** The tuple of their names, new. */
  private long keywords(int first) {
    List<String> names = new ArrayList<>();
    for (int i = first; i < values.length; i++) {
      String name = ((KeywordArgument) Objects.requireNonNull(values[i])).name();
      if (names.contains(name)) {
        throw new IllegalArgumentException(
            "%s: keyword %s is given twice".formatted(subject, name));
      }
      names.add(name);
    }
    long tuple = Errors.check(CPython.newTuple(names.size()), scratch);
    for (int i = 0; i < names.size(); i++) {
      long name = Names.interned(names.get(i), scratch);
      CPython.incRef(name);
      CPython.setTuple(tuple, i, name);
    }
    return tuple;
  }

  /** Whatever may be passed, new. */
  private long object(@Nullable Object value) {
    return Errors.check(
        switch (value) {
          case NumpyArray array -> another(lend(array));
          case Double number -> CPython.floating(number);
          case Float number -> CPython.floating(number);
          case Long number -> CPython.integer(number);
          case Integer number -> CPython.integer(number);
          case Short number -> CPython.integer(number);
          case Byte number -> CPython.integer(number);
          case Boolean truth -> another(truth ? CPython.TRUE : CPython.FALSE);
          case null -> another(CPython.NONE);
          case String text -> CPython.string(text, scratch);
          case Character character -> CPython.string(character.toString(), scratch);
          case Enum<?> constant -> CPython.string(constant.name(), scratch);
          case int[] sizes -> tuple(sizes.length, i -> CPython.integer(sizes[i]));
          case long[] sizes -> tuple(sizes.length, i -> CPython.integer(sizes[i]));
          case List<?> list -> list(list);
          case Record record -> record(record);
          case PythonObject object -> object.handle().borrow();
          case PythonFunction function -> function.handle().borrow();
          default -> throw refusal(value);
        },
        scratch);
  }

  private ContractException refusal(Object value) {
    return new ContractException(
        subject,
        List.of("no argument can be a %s; arrays, for instance, can".formatted(value.getClass())));
  }

  /** The ndarray, borrowed from the loan. */
  private long lend(NumpyArray array) {
    Loan loan = Loan.of(array, subject, scratch);
    loans.add(loan);
    return loan.ndarray();
  }

  /** One reference more to an object that somebody else holds. */
  private static long another(long object) {
    CPython.incRef(object);
    return object;
  }

  /** An item of a tuple. */
  private interface Item {
    long at(int index);
  }

  private long tuple(int size, Item items) {
    long tuple = Errors.check(CPython.newTuple(size), scratch);
    try {
      for (int i = 0; i < size; i++) {
        CPython.setTuple(tuple, i, Errors.check(items.at(i), scratch));
      }
    } catch (RuntimeException e) {
      CPython.decRef(tuple);
      throw e;
    }
    return tuple;
  }

  private long list(List<?> values) {
    Object[] items = values.toArray(); // The list may change meanwhile.
    long list = Errors.check(CPython.newList(items.length), scratch);
    try {
      for (int i = 0; i < items.length; i++) {
        CPython.setList(list, i, object(items[i]));
      }
    } catch (RuntimeException e) {
      CPython.decRef(list);
      throw e;
    }
    return list;
  }

  private long record(Record record) {
    RecordComponent[] components = record.getClass().getRecordComponents();
    return tuple(components.length, i -> object(component(record, components[i])));
  }

  private @Nullable Object component(Record record, RecordComponent component) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(
          "%s: the record %s must be public".formatted(subject, record.getClass().getName()), e);
    }
  }

  /** The array that an ndarray stands for, if it is one of the arguments. */
  @Nullable NumpyArray argument(long ndarray) {
    for (Loan loan : loans) {
      if (loan.ndarray() == ndarray) {
        return loan.array();
      }
    }
    return null;
  }

  /** Gives up all references. */
  void settle() {
    for (int i = 0; i < converted; i++) {
      if (!(values[i] instanceof NumpyArray)) {
        CPython.decRef(Memory.getLong(vector + 8L * i));
      }
    }
    for (Loan loan : loans) {
      loan.settle();
    }
  }
}
