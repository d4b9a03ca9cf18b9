package dev.ndbind.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import dev.ndbind.processor.model.ClassId;
import dev.ndbind.processor.model.TypeModel;
import dev.ndbind.processor.model.TypeParameter;
import java.util.List;

/** The model's types as JavaPoet's. */
final class Types {
  private Types() {}

  static ClassName name(ClassId id) {
    return ClassName.get(
        id.packageName(),
        id.names().getFirst(),
        id.names().subList(1, id.names().size()).toArray(String[]::new));
  }

  static TypeName name(TypeModel type) {
    return switch (type) {
      case TypeModel.Primitive primitive -> primitive(primitive.keyword());
      case TypeModel.Array(TypeModel component) -> ArrayTypeName.of(name(component));
      case TypeModel.Variable variable -> TypeVariableName.get(variable.name());
      case TypeModel.Wildcard wildcard -> wildcard(wildcard);
      case TypeModel.Declared declared -> declared(declared);
    };
  }

  private static TypeName primitive(String keyword) {
    return switch (keyword) {
      case "void" -> TypeName.VOID;
      case "boolean" -> TypeName.BOOLEAN;
      case "byte" -> TypeName.BYTE;
      case "short" -> TypeName.SHORT;
      case "int" -> TypeName.INT;
      case "long" -> TypeName.LONG;
      case "char" -> TypeName.CHAR;
      case "float" -> TypeName.FLOAT;
      case "double" -> TypeName.DOUBLE;
      default -> throw new IllegalArgumentException(keyword);
    };
  }

  private static TypeName wildcard(TypeModel.Wildcard wildcard) {
    return wildcard
        .lower()
        .map(bound -> WildcardTypeName.supertypeOf(name(bound)))
        .orElseGet(() ->
            WildcardTypeName.subtypeOf(wildcard.upper().map(Types::name).orElse(ClassName.OBJECT)));
  }

  private static TypeName declared(TypeModel.Declared type) {
    List<TypeName> arguments = type.arguments().stream().map(Types::name).toList();
    if (type.enclosing().isPresent()) {
      return ((ParameterizedTypeName) declared(type.enclosing().get()))
          .nestedClass(type.id().simpleName(), arguments);
    }
    ClassName raw = name(type.id());
    return arguments.isEmpty()
        ? raw
        : ParameterizedTypeName.get(raw, arguments.toArray(TypeName[]::new));
  }

  static List<TypeVariableName> variables(List<TypeParameter> parameters) {
    return parameters.stream()
        .map(parameter ->
            TypeVariableName.get(
                parameter.name(),
                parameter.bounds().stream().map(Types::name).toArray(TypeName[]::new)))
        .toList();
  }

  /** A class with its own type parameters as arguments. */
  static TypeName generic(ClassId id, List<TypeParameter> parameters) {
    return parameters.isEmpty()
        ? name(id)
        : ParameterizedTypeName.get(
            name(id),
            parameters.stream()
                .map(parameter -> TypeVariableName.get(parameter.name()))
                .toArray(TypeName[]::new));
  }
}
