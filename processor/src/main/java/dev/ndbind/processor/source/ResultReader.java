package dev.ndbind.processor.source;

import dev.ndbind.processor.diagnostic.Place;
import dev.ndbind.processor.diagnostic.Problem;
import dev.ndbind.processor.diagnostic.Report;
import dev.ndbind.processor.model.ArrayType;
import dev.ndbind.processor.model.ResultModel;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Reads what a method returns: an array, a record of arrays, or what is passed through. */
final class ResultReader {
  private final Report report;
  private final TypeReader types;
  private final ContractReader contracts;
  private final RecordReader records;

  ResultReader(Compiler compiler, Report report) {
    this.report = report;
    this.types = new TypeReader(compiler);
    this.contracts = new ContractReader(compiler, report);
    this.records = new RecordReader(compiler, report);
  }

  ResultModel read(ExecutableElement method) {
    TypeMirror type = method.getReturnType();
    Annotated result = Annotated.of(method, type, "the result");
    Optional<ArrayType> array = ArrayTypeReader.read(type).filter(ArrayType::isNumpyArray);
    if (array.isPresent()) {
      checkNullness(result);
      return new ResultModel.Array(contracts.read(result, "result", array.get(), false));
    }
    return record(type)
        .flatMap(record -> several(method, record, result))
        .orElseGet(() -> passed(type, result));
  }

  private static Optional<DeclaredType> record(TypeMirror type) {
    return Kinds.declared(type)
        .filter(declared -> declared.asElement().getKind() == ElementKind.RECORD);
  }

  private Optional<ResultModel> several(
      ExecutableElement method, DeclaredType record, Annotated result) {
    List<ResultModel.Component> components = records.read(method, record);
    if (components.isEmpty()) {
      return Optional.empty();
    }
    checkNullness(result);
    ParameterReader.checkNoContract(result, ", or put it on the components", report);
    return Optional.of(new ResultModel.Several(records.type(record), components));
  }

  private void checkNullness(Annotated result) {
    if (result.nullness().isPresent()) {
      report.add(Problem.NULLABLE_RESULT, result.place());
    }
  }

  private ResultModel passed(TypeMirror type, Annotated result) {
    Place place = result.place();
    ParameterReader.checkNoContract(result, ", or return an array class", report);
    ParameterReader.checkVariable(type, place, report);
    if (Mentions.of(type).stream().anyMatch(ArrayTypeReader::isArrayClass)) {
      report.add(
          Problem.UNSUPPORTED_RESULT,
          place,
          types.read(type),
          "its arrays would outlive the call; return one array, or a record R<A> of several");
    }
    return new ResultModel.Passed(types.read(type), result.nullness());
  }
}
