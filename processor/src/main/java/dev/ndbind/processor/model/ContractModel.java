package dev.ndbind.processor.model;

import dev.ndbind.annotation.Casting;
import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Device;
import dev.ndbind.annotation.Order;
import dev.ndbind.annotation.Reuse;
import dev.ndbind.annotation.Use;
import dev.ndbind.processor.pattern.ShapePattern;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one array must be.
 *
 * @param name the parameter, or {@code result}, or {@code result.u} for a component of a record
 * @param type the Java type of the array
 * @param declaredDTypes dtypes and families, the preferred one first
 * @param shape the pattern
 * @param order the order in memory
 * @param use what the method does with the array
 * @param casting which conversions are allowed
 * @param reuse how long a copy may be remembered
 * @param device where the memory may be
 * @param isNullable whether null may be passed
 * @param places where the contract is written
 */
public record ContractModel(
    String name,
    ArrayType type,
    List<DType> declaredDTypes,
    ShapePattern shape,
    Order order,
    Use use,
    Casting casting,
    Reuse reuse,
    Device device,
    boolean isNullable,
    Places places) {
  /** Every dtype, as families. */
  public static final List<DType> ANY_DTYPE = List.of(DType.BOOL, DType.NUMBER);

  public ContractModel {
    declaredDTypes = List.copyOf(declaredDTypes);
  }

  /**
   * The dtypes that the method takes.
   *
   * @return concrete ones, the preferred one first
   */
  public List<DType> dtypes() {
    return DType.expand(declaredDTypes.toArray(DType[]::new));
  }

  /**
   * The order in memory, in words.
   *
   * @return for example {@code C order}
   */
  public String orderInWords() {
    return switch (order) {
      case ANY -> "any strides";
      case C -> "C order";
      case F -> "F order";
      case CONTIGUOUS -> "C or F order";
    };
  }

  /**
   * Whether the method changes the caller's array.
   *
   * @return true for {@code WRITE} and {@code WRITE_BACK}
   */
  public boolean writes() {
    return use == Use.WRITE || use == Use.WRITE_BACK;
  }

  /**
   * Whether the method works on a copy whatever is passed.
   *
   * @return true for Java arrays and {@code COPY}
   */
  public boolean alwaysCopies() {
    return type instanceof ArrayType.Java || use == Use.COPY;
  }

  /**
   * The dtypes that may be passed.
   *
   * @return those named, and those that the casting rule lets become one of them
   */
  public List<DType> accepted() {
    return Stream.concat(dtypes().stream(), DType.concrete().stream().filter(this::isCastable))
        .distinct()
        .toList();
  }

  private boolean isCastable(DType found) {
    return dtypes().stream()
        .anyMatch(dtype ->
            found.canCast(dtype, casting)
                && (use != Use.WRITE_BACK || dtype.canCast(found, casting)));
  }
}
