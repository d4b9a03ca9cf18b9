package dev.ndbind.call;

import dev.ndbind.annotation.Casting;
import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Device;
import dev.ndbind.annotation.Order;
import dev.ndbind.annotation.Reuse;
import dev.ndbind.annotation.Use;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one array must be, as {@link dev.ndbind.annotation.Layout} states it. The methods named like
 * components return the contract with one component changed, as generated code states it.
 *
 * @param name the parameter, or {@code result}
 * @param dtypes the concrete dtypes accepted, the preferred one first
 * @param shape the pattern
 * @param order the order in memory
 * @param use what the method does with the array
 * @param casting which conversions of elements are allowed
 * @param reuse how long a copy may be remembered
 * @param device where the memory may be
 * @param isNullable whether null may be passed
 * @param isJavaArray whether the method takes a Java array, which is always a fresh copy
 */
public record ArrayContract(
    String name,
    List<DType> dtypes,
    Shape shape,
    Order order,
    Use use,
    Casting casting,
    Reuse reuse,
    Device device,
    boolean isNullable,
    boolean isJavaArray) {

  /**
   * The contract that all defaults of {@code @Layout} make.
   *
   * @param name the parameter, or {@code result}
   * @param dtypes concrete dtypes or families, the preferred one first
   * @return any shape and strides, read, no casts, on the host
   */
  public static ArrayContract of(String name, DType... dtypes) {
    return new ArrayContract(
        name,
        DType.expand(dtypes),
        Shape.ANY,
        Order.ANY,
        Use.READ,
        Casting.EXACT,
        Reuse.CALL,
        Device.CPU,
        false,
        false);
  }

  /**
   * This contract with another shape pattern.
   *
   * @param newShape the pattern
   * @return a new contract
   */
  public ArrayContract shape(Shape newShape) {
    return new ArrayContract(
        name, dtypes, newShape, order, use, casting, reuse, device, isNullable, isJavaArray);
  }

  /**
   * This contract with another order.
   *
   * @param newOrder the order in memory
   * @return a new contract
   */
  public ArrayContract order(Order newOrder) {
    return new ArrayContract(
        name, dtypes, shape, newOrder, use, casting, reuse, device, isNullable, isJavaArray);
  }

  /**
   * This contract with another use.
   *
   * @param newUse what the method does with the array
   * @return a new contract
   */
  public ArrayContract use(Use newUse) {
    return new ArrayContract(
        name, dtypes, shape, order, newUse, casting, reuse, device, isNullable, isJavaArray);
  }

  /**
   * This contract with another casting rule.
   *
   * @param newCasting which conversions of elements are allowed
   * @return a new contract
   */
  public ArrayContract casting(Casting newCasting) {
    return new ArrayContract(
        name, dtypes, shape, order, use, newCasting, reuse, device, isNullable, isJavaArray);
  }

  /**
   * This contract with another rule of reuse.
   *
   * @param newReuse how long a copy may be remembered
   * @return a new contract
   */
  public ArrayContract reuse(Reuse newReuse) {
    return new ArrayContract(
        name, dtypes, shape, order, use, casting, newReuse, device, isNullable, isJavaArray);
  }

  /**
   * This contract with another device.
   *
   * @param newDevice where the memory may be
   * @return a new contract
   */
  public ArrayContract device(Device newDevice) {
    return new ArrayContract(
        name, dtypes, shape, order, use, casting, reuse, newDevice, isNullable, isJavaArray);
  }

  /**
   * This contract for a parameter that may be null.
   *
   * @return a new contract
   */
  public ArrayContract nullable() {
    return new ArrayContract(
        name, dtypes, shape, order, use, casting, reuse, device, true, isJavaArray);
  }

  /**
   * This contract for a parameter that is a Java array.
   *
   * @return a new contract
   */
  public ArrayContract javaArray() {
    return new ArrayContract(
        name, dtypes, shape, order, use, casting, reuse, device, isNullable, true);
  }

  /** Whether the method changes the caller's tensor. */
  boolean writes() {
    return use == Use.WRITE || use == Use.WRITE_BACK;
  }

  /** The dtype the method gets for a tensor's dtype; null if the casting rule allows none. */
  @Nullable DType target(DType found) {
    for (DType dtype : dtypes) {
      if (dtype == found) {
        return dtype;
      }
    }
    for (DType dtype : dtypes) {
      if (found.canCast(dtype, casting)) {
        return dtype;
      }
    }
    return null;
  }
}
