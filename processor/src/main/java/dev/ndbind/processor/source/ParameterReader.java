package dev.ndbind.processor.source;

import dev.ndbind.processor.diagnostic.Place;
import dev.ndbind.processor.diagnostic.Problem;
import dev.ndbind.processor.diagnostic.Report;
import dev.ndbind.processor.model.ArrayType;
import dev.ndbind.processor.model.ContractModel;
import dev.ndbind.processor.model.ParameterModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;

/** Reads the parameters of a method: arrays with their contracts, and what is passed through. */
final class ParameterReader {
  private final Report report;
  private final TypeReader types;
  private final ContractReader contracts;

  ParameterReader(Compiler compiler, Report report) {
    this.report = report;
    this.types = new TypeReader(compiler);
    this.contracts = new ContractReader(compiler, report);
  }

  List<ParameterModel> read(ExecutableElement method) {
    List<ParameterModel> models = new ArrayList<>();
    for (VariableElement parameter : method.getParameters()) {
      boolean isVarargs = method.isVarArgs() && parameter.equals(method.getParameters().getLast());
      models.add(read(parameter, isVarargs));
    }
    return models;
  }

  private ParameterModel read(VariableElement parameter, boolean isVarargs) {
    TypeMirror type = parameter.asType();
    String name = Mentions.name(parameter);
    Annotated annotated = Annotated.of(parameter, type, "parameter '" + name + "'");
    boolean isTuple = PythonTypes.isTuple(type) && isOfModule(parameter);
    Optional<ArrayType> array = isTuple ? Optional.empty() : ArrayTypeReader.read(type);
    if (array.isEmpty() || (isVarargs && annotated.contracts(Annotated.LAYOUT).isEmpty())) {
      checkPassed(annotated, type);
      return passed(name, type, annotated);
    }
    boolean isNullable = annotated.nullness().isPresent();
    ContractModel contract = contracts.read(annotated, name, array.get(), isNullable);
    return new ParameterModel(name, types.read(type), Optional.of(contract), annotated.nullness());
  }

  private static boolean isOfModule(VariableElement parameter) {
    Element type = TypeReader.outwards(parameter).get(2); // The first is the parameter itself.
    return ModuleReader.annotation(type).isPresent();
  }

  /** A parameter that is passed through whatever its type is. */
  ParameterModel passed(String name, TypeMirror type, Annotated annotated) {
    return new ParameterModel(name, types.read(type), Optional.empty(), annotated.nullness());
  }

  private void checkPassed(Annotated parameter, TypeMirror type) {
    Place place = parameter.place();
    String name = Mentions.name(parameter.element());
    if (ArrayTypeReader.isUnsupportedJavaArray(type)) {
      report.add(
          Problem.UNSUPPORTED_PARAMETER,
          place,
          name,
          types.read(type),
          "arrays of arrays are not taken apart; take a NumpyArray, or one parameter for each");
    }
    checkVariable(type, place, report);
    checkNoContract(parameter, "", report);
  }

  /** Reports a type variable that would hide an array from the adapter. */
  static void checkVariable(TypeMirror type, Place place, Report report) {
    if (type.getKind() == TypeKind.TYPEVAR) {
      TypeVariable variable = (TypeVariable) type;
      if (Mentions.of(variable.getUpperBound()).stream().anyMatch(ArrayTypeReader::isArrayClass)) {
        report.add(Problem.UNSUPPORTED_GENERIC, place, Mentions.name(variable.asElement()));
      }
    }
  }

  /** Reports a contract where there is no array. */
  static void checkNoContract(Annotated where, String wayOut, Report report) {
    for (String name : List.of(Annotated.LAYOUT, Annotated.ON_DEVICE)) {
      for (Annotated.Contract contract : where.contracts(name)) {
        report.add(
            Problem.CONTRACT_WITHOUT_ARRAY,
            contract.place(),
            Mentions.name(Mirrors.type(contract.at())),
            where.description(),
            wayOut);
      }
    }
  }
}
