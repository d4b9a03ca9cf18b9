package dev.ndbind.processor.source;

import dev.ndbind.annotation.DType;
import dev.ndbind.processor.diagnostic.Place;
import dev.ndbind.processor.diagnostic.Problem;
import dev.ndbind.processor.diagnostic.Report;
import dev.ndbind.processor.model.ArrayType;
import dev.ndbind.processor.model.ContractModel;
import dev.ndbind.processor.model.Places;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads which dtypes a contract accepts, from its annotation and from the Java type. */
final class DTypeReader {
  private final Compiler compiler;
  private final Report report;

  DTypeReader(Compiler compiler, Report report) {
    this.compiler = compiler;
    this.report = report;
  }

  /** Dtypes and families. */
  List<DType> read(Optional<Annotated.Contract> layout, ArrayType type, Places places) {
    List<DType> written = written(layout);
    Place place = places.of("dtype");
    if (written.isEmpty()) {
      return unwritten(type, place);
    }
    List<DType> concrete = DType.expand(written.toArray(DType[]::new));
    List<DType> wrong = concrete.stream().filter(d -> !type.dtypes().contains(d)).toList();
    if (!wrong.isEmpty()) {
      report.add(Problem.DTYPE_OF_TYPE, place, "a " + type, either(type.dtypes()), either(wrong));
      return type.dtypes().subList(0, 1);
    }
    if (concrete.size() > 1 && !(type instanceof ArrayType.Untyped)) {
      report.add(Problem.ONE_DTYPE, place, "a " + type, either(concrete));
      return concrete.subList(0, 1);
    }
    return written;
  }

  private List<DType> unwritten(ArrayType type, Place place) {
    return switch (type) {
      case ArrayType.Untyped _ -> ContractModel.ANY_DTYPE;
      case ArrayType.Segment _ -> {
        report.add(Problem.ONE_DTYPE, place, "a " + type, "none");
        yield List.of(DType.UINT8);
      }
      case ArrayType.Typed _, ArrayType.Java _ -> type.dtypes().subList(0, 1);
    };
  }

  private List<DType> written(Optional<Annotated.Contract> layout) {
    return layout.stream()
        .flatMap(contract -> Mirrors.list(contract.value(compiler, "dtype")).stream())
        .map(value -> Mirrors.constant(DType.class, value))
        .distinct()
        .toList();
  }

  private static String either(List<DType> dtypes) {
    return dtypes.stream().map(DType::toString).collect(Collectors.joining(" or "));
  }
}
