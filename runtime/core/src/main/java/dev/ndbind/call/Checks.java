package dev.ndbind.call;

import dev.ndbind.annotation.Casting;
import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Device;
import dev.ndbind.annotation.Use;
import dev.ndbind.internal.memory.Overlap;
import dev.ndbind.internal.memory.Strides;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is held against a tensor. Each method returns the first thing that does not fit, in words,
 * or null; messages are built only then.
 */
final class Checks {
  private Checks() {}

  /** Everything about one tensor that needs no other argument. */
  static List<String> alone(ArrayContract contract, TensorDescription tensor) {
    List<String> failures = new ArrayList<>();
    String element = elements(contract, tensor);
    String shape = null;
    if (tensor.refusal() == null) {
      shape = shape(contract, tensor.sizes(), Bindings.fixed(contract.shape(), tensor.sizes()));
    }
    for (String failure : new String[] {element, shape}) {
      if (failure != null) {
        failures.add(failure);
      }
    }
    return failures;
  }

  /** Puts a failed binding beside the pattern and the shape. */
  static @Nullable String shape(ArrayContract contract, long[] shape, @Nullable String failure) {
    return failure == null
        ? null
        : "shape %s does not fit \"%s\": %s"
            .formatted(Strides.print(shape), contract.shape(), failure);
  }

  /** All but the shape. */
  static @Nullable String elements(ArrayContract contract, TensorDescription tensor) {
    String refusal = tensor.refusal();
    DType found = tensor.dtype();
    if (refusal != null || found == null) {
      return refusal == null ? "has no dtype" : refusal;
    }
    DType target = contract.target(found);
    String device = device(contract, tensor);
    if (target == null) {
      return Messages.both(dtype(contract, found), "; ", device);
    }
    return device != null ? device : memory(contract, tensor, target);
  }

  private static String dtype(ArrayContract contract, DType found) {
    String expected = Messages.either(contract.dtypes());
    return "dtype is %s, expected %s%s"
        .formatted(
            found,
            expected,
            contract.casting() == Casting.EXACT
                ? "; cast the tensor, or allow casting in the contract"
                : ", and casting %s does not allow the cast".formatted(contract.casting()));
  }

  private static @Nullable String device(ArrayContract contract, TensorDescription tensor) {
    String device = tensor.device();
    if (device == null || (contract.device() == Device.ANY && !contract.writes())) {
      return null;
    }
    return "is on device %s, expected cpu; move it to the host, or declare @OnDevice(ANY)"
        .formatted(device);
  }

  private static @Nullable String memory(
      ArrayContract contract, TensorDescription tensor, DType target) {
    if (contract.writes()) {
      String readOnly = writable(contract, tensor, target);
      if (readOnly != null) {
        return readOnly;
      }
    }
    if (contract.use() != Use.VIEW && contract.use() != Use.WRITE) {
      return null;
    }
    Fit fit = Fit.of(tensor, contract, target, tensor.sizes(), tensor.strides());
    return fit == Fit.FITS
        ? null
        : mustView(fit, contract, tensor, target, tensor.sizes(), tensor.strides());
  }

  /** Whether a tensor that fits still does when some of its axes are seen expanded. */
  static @Nullable String expanded(
      ArrayContract contract, TensorDescription tensor, long[] shape, long[] byteStrides) {
    DType dtype = tensor.dtype();
    if (contract.use() != Use.VIEW || dtype == null) {
      return null;
    }
    return Strides.fit(contract.order(), shape, byteStrides, dtype.itemsize())
        ? null
        : mustView(Fit.ORDER, contract, tensor, dtype, shape, byteStrides);
  }

  private static String mustView(
      Fit fit,
      ArrayContract contract,
      TensorDescription tensor,
      DType target,
      long[] shape,
      long[] byteStrides) {
    String what =
        switch (fit) {
          case ORDER ->
              "order is not %s: shape %s, byte strides %s"
                  .formatted(contract.order(), Strides.print(shape), Strides.print(byteStrides));
          case DTYPE -> "dtype is %s, expected %s".formatted(tensor.dtype(), target);
          case SIGN -> "has its conjugate or negative bit set";
          case ALIGNMENT -> "is not aligned to its element size";
          default -> fit.reason;
        };
    return "%s, and use %s never copies".formatted(what, contract.use());
  }

  private static @Nullable String writable(
      ArrayContract contract, TensorDescription tensor, DType target) {
    String why = tensor.whyReadOnly();
    DType found = tensor.dtype();
    if (why != null) {
      return "cannot be written: " + why;
    }
    if (tensor.hasSign()) {
      return "cannot be written: its conjugate or negative bit is set; resolve it first";
    }
    if (found == null || !target.canCast(found, contract.casting())) {
      return "dtype is %s, and casting %s does not allow %s to be written back to it"
          .formatted(found, contract.casting(), target);
    }
    return switch (Overlap.selfSharing(tensor.sizes(), tensor.strides(), found.itemsize())) {
      case DISJOINT -> null;
      case SHARED ->
          "cannot be written: two indices reach one element (shape %s, byte strides %s)"
              .formatted(Strides.print(tensor.sizes()), Strides.print(tensor.strides()));
      case UNDECIDED -> "cannot be written: whether two indices reach one element is undecided";
    };
  }

  /** Whether a written tensor shares memory with another argument. */
  static @Nullable String sharing(Argument written, Argument other) {
    TensorDescription a = written.description();
    TensorDescription b = other.description();
    DType dtypeA = a == null ? null : a.dtype();
    DType dtypeB = b == null ? null : b.dtype();
    if (a == null || b == null || dtypeA == null || dtypeB == null) {
      return null;
    }
    if (a.device() != null || b.device() != null) {
      return null;
    }
    if (a instanceof JavaArrayDescription own) {
      return own.shares(b) ? sharing(other) : null;
    }
    if (b instanceof JavaArrayDescription) {
      return null;
    }
    return switch (Overlap.mayShare(
        a.address,
        a.sizes(),
        a.strides(),
        dtypeA.itemsize(),
        b.address,
        b.sizes(),
        b.strides(),
        dtypeB.itemsize())) {
      case DISJOINT -> null;
      case SHARED -> sharing(other);
      case UNDECIDED ->
          "is written, and whether it shares memory with %s is undecided"
              .formatted(other.contract().name());
    };
  }

  private static String sharing(Argument other) {
    return "shares memory with %s, and is written".formatted(other.contract().name());
  }
}
