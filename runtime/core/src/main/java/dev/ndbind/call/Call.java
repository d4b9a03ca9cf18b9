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
import java.util.Objects;
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
  private final Bindings bindings;
  private final List<Argument> arguments = new ArrayList<>(4);

  /** Of the segments that were asked for. */
  private @Nullable Arena arena;

  private boolean hasLateAxes;
  private boolean checked;

  Call(MethodContract method) {
    this.method = method;
    this.bindings = new Bindings(method);
  }

  /**
   * Gives the value of an int or long parameter that a shape pattern mentions.
   *
   * @param slot the parameter's place
   * @param value its value
   */
  public void value(int slot, long value) {
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
    arguments.add(argument);
    hasLateAxes |= contract.shape().hasLateAxes;
    return argument;
  }

  /**
   * Holds all arguments against their contracts.
   *
   * @throws ContractException if any does not fit; it lists all that do not
   */
  public void check() {
    List<String> failures = null;
    for (Argument argument : arguments) {
      failures = add(failures, argument, misfit(argument));
    }
    if (hasLateAxes) {
      failures = checkLateAxes(failures);
    }
    for (Argument argument : arguments) {
      failures = add(failures, argument, sharing(argument));
    }
    if (failures == null && Copies.areForbidden()) {
      failures = copied();
    }
    if (failures != null) {
      throw refusal(failures);
    }
    checked = true;
  }

  private @Nullable List<String> copied() {
    List<String> copied = null;
    for (Argument argument : arguments) {
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
    Shape pattern = argument.contract().shape();
    String unbound = bindings.bindEarly(pattern, tensor.shape);
    String shape = Checks.shape(argument.contract(), tensor.shape, unbound);
    return Messages.both(elements, "; ", shape);
  }

  /** The axes that need the names of all arguments: {@code #n} and expressions. */
  private @Nullable List<String> checkLateAxes(@Nullable List<String> early) {
    List<Argument> late = arguments.stream().filter(Call::hasLateAxes).toList();
    for (Argument argument : late) {
      bindings.bindBroadcast(argument.contract().shape(), shape(argument));
    }
    for (Argument argument : late) {
      bindings.bindOnes(argument.contract().shape());
    }
    List<String> failures = early;
    for (Argument argument : late) {
      failures = add(failures, argument, lateMisfit(argument));
    }
    return failures == null ? expand(late) : failures;
  }

  /** Expands what broadcasts, now that all sizes are known to be right. */
  private @Nullable List<String> expand(List<Argument> late) {
    List<String> failures = null;
    for (Argument argument : late) {
      failures = add(failures, argument, argument.expand(bindings));
    }
    return failures;
  }

  private static boolean hasLateAxes(Argument argument) {
    Shape pattern = argument.contract().shape();
    return argument.description() != null
        && pattern.hasLateAxes
        && pattern.acceptsRank(shape(argument).length);
  }

  private static long[] shape(Argument argument) {
    return Objects.requireNonNull(argument.description()).shape;
  }

  private @Nullable String lateMisfit(Argument argument) {
    String failure = bindings.bindLate(argument.contract().shape(), shape(argument));
    return Checks.shape(argument.contract(), shape(argument), failure);
  }

  private @Nullable String sharing(Argument written) {
    if (!written.contract().writes()) {
      return null;
    }
    for (Argument other : arguments) {
      String shared = other == written ? null : Checks.sharing(written, other);
      if (shared != null) {
        return shared;
      }
    }
    return null;
  }

  private static @Nullable List<String> add(
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
    String bound = bindings.toString();
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
    String failure = bindings.bindEarly(pattern, shape);
    if (pattern.hasLateAxes && pattern.acceptsRank(shape.length)) {
      failure = Messages.both(failure, ", ", bindings.bindLate(pattern, shape));
    }
    return Checks.shape(contract, shape, failure);
  }

  /** Copies parameters that are written back to their tensors, after the method has returned. */
  public void complete() {
    for (Argument argument : arguments) {
      argument.writeBack();
    }
  }

  /** Revokes all arguments, tells frameworks what was written, and frees the copies. */
  @Override
  public void close() {
    end(0);
  }

  /** Ends all arguments from one on, each even if another one's framework throws. */
  private void end(int first) {
    try {
      if (first < arguments.size()) {
        arguments.get(first).end();
      }
    } finally {
      if (first < arguments.size()) {
        end(first + 1);
      } else if (arena != null) {
        arena.close();
      }
    }
  }

  /** The copy made for another argument that serves this one too, to be released. */
  @Nullable Block convertedBefore(Argument argument) {
    for (Argument other : arguments) {
      if (other != argument && argument.wouldConvertAlike(other)) {
        Block shared = other.sharedCopy();
        if (shared != null) {
          return shared;
        }
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
