package dev.ndbind.processor.validation;

import dev.ndbind.annotation.DType;
import dev.ndbind.processor.diagnostic.Place;
import dev.ndbind.processor.diagnostic.Problem;
import dev.ndbind.processor.diagnostic.Report;
import dev.ndbind.processor.model.ArrayType;
import dev.ndbind.processor.model.ContractModel;
import dev.ndbind.processor.model.MethodModel;
import dev.ndbind.processor.pattern.Dim;
import dev.ndbind.processor.pattern.ShapePattern;
import dev.ndbind.processor.pattern.SizeExpression;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether there is an array at all that has the shapes asked for. */
final class SizeRules {
  private static final BigInteger MOST_BYTES = BigInteger.valueOf(Long.MAX_VALUE);

  private final Report report;

  SizeRules(Report report) {
    this.report = report;
  }

  void check(MethodModel method) {
    method.contracts().forEach(this::check);
    checkDocumentation(method);
  }

  private void check(ContractModel array) {
    Place place = array.places().of("value");
    if (array.type() instanceof ArrayType.Java java) {
      checkJavaArray(array.shape(), java, place);
    }
    checkBytes(array, place);
    for (Dim dim : array.shape().dims()) {
      if (dim.meaning() instanceof Dim.Computed(SizeExpression size)
          && Polynomial.of(size).isNegative()) {
        report.add(Problem.IMPOSSIBLE_SIZE, place, dim);
      }
    }
  }

  private void checkJavaArray(ShapePattern shape, ArrayType.Java type, Place place) {
    if (shape.isVariadic() || shape.dims().size() != type.rank()) {
      report.add(Problem.RANK_OF_TYPE, place, type, type.rank() == 1 ? "1 axis" : "2 axes", shape);
    }
    for (long size : fixedSizes(shape)) {
      if (size > Integer.MAX_VALUE) {
        report.add(
            Problem.SIZE_OVERFLOW, place, shape, size + " elements in one axis", "a " + type);
      }
    }
  }

  /** A size of 0 saves no memory here, as NumPy counts. */
  private void checkBytes(ContractModel array, Place place) {
    BigInteger bytes =
        fixedSizes(array.shape()).stream()
            .map(size -> BigInteger.valueOf(Math.max(size, 1)))
            .reduce(BigInteger.valueOf(itemsize(array)), BigInteger::multiply);
    if (bytes.compareTo(MOST_BYTES) > 0) {
      report.add(Problem.SIZE_OVERFLOW, place, array.shape(), bytes + " bytes", "memory");
    }
  }

  private static int itemsize(ContractModel array) {
    return array.dtypes().stream().mapToInt(DType::itemsize).min().orElse(1);
  }

  private static List<Long> fixedSizes(ShapePattern shape) {
    return shape.dims().stream()
        .map(Dim::meaning)
        .filter(Dim.Fixed.class::isInstance)
        .map(dim -> ((Dim.Fixed) dim).size())
        .toList();
  }

  /** A name for the reader binds nothing, but it can contradict itself. */
  private void checkDocumentation(MethodModel method) {
    Map<String, Dim> first = new HashMap<>();
    method
        .contracts()
        .forEach(array -> {
          for (Dim dim : array.shape().dims()) {
            if (dim instanceof Dim.Documented(String name, Dim.Fixed fixed)) {
              Dim known = first.putIfAbsent(name, fixed);
              if (known != null && !known.equals(fixed)) {
                report.add(
                    Problem.CONTRADICTING_SIZES, array.places().of("value"), dim, name, known);
              }
            }
          }
        });
  }
}
