package dev.ndbind.call;

import dev.ndbind.ContractException;
import dev.ndbind.Copies;
import dev.ndbind.NumpyArray;
import dev.ndbind.annotation.DType;
import dev.ndbind.internal.memory.Block;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The frame of one call of an annotated method. Generated code goes through it in this order:
 *
 * <ol>
 *   <li>{@link #argument} for each array, {@link #value} for each <code>{k}</code>,
 *   <li>{@link #check}, which throws one exception for everything that does not fit,
 *   <li>{@link Argument#as} for each array, which views or copies,
 *   <li>the method itself,
 *   <li>{@link #result} for each array returned, {@link #complete} if a parameter is written back,
 *   <li>{@link #close}, which revokes the arguments and frees the copies, whatever happened.
 * </ol>
 *
 * <p>A frame belongs to the thread that makes the call.
 */
public final class Call implements AutoCloseable {
  private final MethodContract method;

  /** Null as long as nobody needs to know more than that the shapes agree. */
  private @Nullable Bindings bindings;

  /** The last argument, which is followed by the first: a list of their own costs more. */
  private @Nullable Argument last;

  /** Of the segments that were asked for. */
  private @Nullable Arena arena;

  private boolean hasLateAxes;
  private boolean writes;
  private boolean checked;

  Call(MethodContract method) {
    this.method = method;
  }

  private @Nullable Argument first() {
    return last == null ? null : last.next;
  }

  @SuppressWarnings("ReferenceEquality") // Arguments have no other.
  private @Nullable Argument after(Argument argument) {
    return argument == last ? null : argument.next;
  }

  /**
   * Gives the value of an int or long parameter that a shape pattern mentions.
   *
   * @param slot the parameter's place
   * @param value its value
   */
  public void value(int slot, long value) {
    if (bindings == null) {
      bindings = new Bindings(method);
    }
    bindings.bind(slot, value);
  }

  /**
   * Takes an argument into the call, which releases the description when it is closed.
   *
   * @param contract what it must be
   * @param tensor what a bridge tells of it; null for a null argument
   * @return the argument, not yet checked
   * @throws NullPointerException if it is null and may not be
   * @throws IllegalStateException if it is closed
   */
  public Argument argument(ArrayContract contract, @Nullable TensorDescription tensor) {
    if (tensor == null && !contract.isNullable()) {
      throw new NullPointerException("%s: %s is null".formatted(method.method(), contract.name()));
    }
    if (tensor != null && tensor.isClosed()) {
      throw new IllegalStateException(
          "%s: %s %s".formatted(method.method(), contract.name(), tensor.refusal()));
    }
    Argument argument = new Argument(this, contract, tensor);
    append(argument);
    hasLateAxes |= contract.shape().hasLateAxes;
    writes |= contract.writes();
    return argument;
  }

  private void append(Argument argument) {
    Argument before = last;
    if (before != null) {
      argument.next = before.next;
      before.next = argument;
    }
    last = argument;
  }

  /**
   * Holds all arguments against their contracts.
   *
   * @throws ContractException if any does not fit; it lists all that do not
   */
  public void check() {
    List<String> failures = null;
    for (Argument argument = first(); argument != null; argument = after(argument)) {
      failures = add(failures, argument, misfit(argument));
    }
    if (hasLateAxes) {
      failures = lateAxes().check(failures);
    }
    if (writes) {
      failures = checkSharing(failures);
    }
    if (failures == null && Copies.areForbidden()) {
      failures = copied();
    }
    if (failures != null) {
      throw refusal(failures);
    }
    checked = true;
  }

  private @Nullable List<String> checkSharing(@Nullable List<String> before) {
    List<String> failures = before;
    for (Argument argument = first(); argument != null; argument = after(argument)) {
      failures = add(failures, argument, sharing(argument));
    }
    return failures;
  }

  private @Nullable List<String> copied() {
    List<String> copied = null;
    for (Argument argument = first(); argument != null; argument = after(argument)) {
      copied = add(copied, argument, argument.whyCopied());
    }
    return copied;
  }

  private @Nullable String misfit(Argument argument) {
    TensorDescription tensor = argument.description();
    if (tensor == null) {
      return null;
    }
    String elements = Checks.elements(argument.contract(), tensor);
    if (tensor.refusal() != null) {
      return elements;
    }
    return Messages.both(elements, "; ", misfitOfShape(argument, tensor.sizes()));
  }

  private @Nullable String misfitOfShape(Argument argument, long[] shape) {
    Argument first = first();
    if (bindings == null && first != null && Agreement.of(first, argument, shape)) {
      return null;
    }
    String unbound = bindings().bindEarly(argument.contract().shape(), shape);
    return Checks.shape(argument.contract(), shape, unbound);
  }

  /** What the arguments bind. */
  private Bindings bindings() {
    Bindings present = bindings;
    if (present == null) {
      present = new Bindings(method);
      for (Argument argument = first(); argument != null; argument = after(argument)) {
        TensorDescription tensor = argument.description();
        if (tensor != null && tensor.refusal() == null) {
          String _ = present.bindEarly(argument.contract().shape(), tensor.sizes());
        }
      }
      bindings = present;
    }
    return present;
  }

  private LateAxes lateAxes() {
    List<Argument> late = new ArrayList<>();
    for (Argument argument = first(); argument != null; argument = after(argument)) {
      if (LateAxes.areIn(argument)) {
        late.add(argument);
      }
    }
    return new LateAxes(late, bindings());
  }

  private @Nullable String sharing(Argument written) {
    if (!written.contract().writes()) {
      return null;
    }
    for (Argument other = first(); other != null; other = after(other)) {
      String shared = other == written ? null : Checks.sharing(written, other);
      if (shared != null) {
        return shared;
      }
    }
    return null;
  }

  /** What is wrong so far, and with an argument; null if nothing is. */
  static @Nullable List<String> add(
      @Nullable List<String> failures, Argument argument, @Nullable String failure) {
    if (failure == null) {
      return failures;
    }
    List<String> all = failures == null ? new ArrayList<>() : failures;
    all.add(argument.contract().name() + " " + failure);
    return all;
  }

  ContractException refusal(String failure) {
    return refusal(List.of(failure));
  }

  private ContractException refusal(List<String> failures) {
    List<String> all = new ArrayList<>(failures);
    String bound = bindings().toString();
    if (!bound.isEmpty()) {
      all.set(all.size() - 1, "%s (%s)".formatted(all.getLast(), bound));
    }
    return new ContractException(method.method(), all);
  }

  /**
   * Checks an array that the method returned.
   *
   * @param <A> its class
   * @param contract what it must be
   * @param array the array
   * @return the same array
   * @throws NullPointerException if it is null
   * @throws ContractException if it does not fit
   */
  public <A extends NumpyArray> A result(ArrayContract contract, @Nullable A array) {
    if (array == null) {
      throw new NullPointerException("%s: %s is null".formatted(method.method(), contract.name()));
    }
    long[] shape = array.shape();
    DType dtype = array.dtype();
    String failure =
        contract.dtypes().contains(dtype)
            ? null
            : "dtype is %s, expected %s".formatted(dtype, Messages.either(contract.dtypes()));
    failure = Messages.both(failure, "; ", resultShape(contract, shape));
    if (!array.isContiguous(contract.order())) {
      String order = "is not in %s order".formatted(contract.order());
      failure = Messages.both(failure, "; ", order);
    }
    if (failure != null) {
      throw refusal(contract.name() + " " + failure);
    }
    return array;
  }

  private @Nullable String resultShape(ArrayContract contract, long[] shape) {
    Shape pattern = contract.shape();
    Bindings bindings = bindings();
    String failure = bindings.bindEarly(pattern, shape);
    if (pattern.hasLateAxes && pattern.acceptsRank(shape.length)) {
      failure = Messages.both(failure, ", ", bindings.bindLate(pattern, shape));
    }
    return Checks.shape(contract, shape, failure);
  }

  /** Copies parameters that are written back to their tensors, after the method has returned. */
  public void complete() {
    for (Argument argument = first(); argument != null; argument = after(argument)) {
      argument.writeBack();
    }
  }

  /** Revokes all arguments, tells frameworks what was written, and frees the copies. */
  @Override
  public void close() {
    end(first());
  }

  /** Ends all arguments from one on, each even if another one's framework throws. */
  private void end(@Nullable Argument from) {
    Argument rest = from;
    try {
      while (rest != null) {
        Argument argument = rest;
        rest = after(argument);
        argument.end();
      }
    } finally {
      if (rest != null) {
        end(rest);
      } else if (arena != null) {
        arena.close();
      }
    }
  }

  /** The copy made for another argument that serves this one too, to be released. */
  @Nullable Block convertedBefore(Argument argument) {
    for (Argument other = first(); other != null; other = after(other)) {
      Block shared = other == argument ? null : ArgumentCopy.shared(other, argument);
      if (shared != null) {
        return shared;
      }
    }
    return null;
  }

  void requireChecked() {
    if (!checked) {
      throw new IllegalStateException("check() comes before as()");
    }
  }

  String method() {
    return method.method();
  }

  /** Memory of an argument as a segment that is closed with the call. */
  @SuppressWarnings({
    "restricted", // The argument's own memory, with its true size.
    "MustBeClosedChecker" // close() does.
  })
  MemorySegment segment(long address, long bytes) {
    Arena present = arena;
    if (present == null) {
      present = Arena.ofConfined();
      arena = present;
    }
    return MemorySegment.ofAddress(address).reinterpret(bytes, present, null);
  }
}
