package dev.ndbind.processor.emit;

import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PRIVATE;
import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.ndbind.processor.model.AdapterModel;
import dev.ndbind.processor.model.AdapterPlan;
import dev.ndbind.processor.model.MethodPlan;
import dev.ndbind.processor.model.ModuleModel;
import dev.ndbind.processor.model.ModuleModel.Function;
import dev.ndbind.processor.model.OverloadPlan;
import dev.ndbind.processor.model.ParameterModel;
import dev.ndbind.processor.model.PythonResult;
import dev.ndbind.processor.model.TypeModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.SourceVersion;

/** Writes the class within an adapter that implements its interface by calling Python. */
final class ModuleWriter {
  static final ClassName PYTHON = ClassName.get("dev.ndbind.numpy", "Python");
  private static final ClassName MODULE = ClassName.get("dev.ndbind.numpy", "PythonModule");
  private static final ClassName FUNCTION = ClassName.get("dev.ndbind.numpy", "PythonFunction");
  private static final ClassName OBJECT = ClassName.get("dev.ndbind.numpy", "PythonObject");

  private final AdapterPlan plan;
  private final ModuleModel module;
  private final ClassName name;

  ModuleWriter(AdapterPlan plan, ModuleModel module) {
    this.plan = plan;
    this.module = module;
    this.name = name(plan.adapter());
  }

  private static ClassName name(AdapterModel adapter) {
    String simpleName = "InPython";
    while (adapter.surroundings().inheritedNames().contains(simpleName)) {
      simpleName += "_";
    }
    return Types.name(adapter.target().adapter()).nestedClass(simpleName);
  }

  /** An instance, from a parameter named python. */
  CodeBlock instance() {
    return CodeBlock.of("new $T(python.module($S))", name, module.name());
  }

  TypeSpec write() {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(name)
            .addJavadoc("Hands each call on to Python.\n")
            .addModifiers(PRIVATE, STATIC, FINAL)
            .addSuperinterface(Types.name(plan.adapter().target()));
    MethodSpec.Builder constructor = MethodSpec.constructorBuilder().addParameter(MODULE, "module");
    for (String function : functions()) {
      type.addField(FieldSpec.builder(FUNCTION, field(function), PRIVATE, FINAL).build());
      constructor.addStatement("this.$N = module.function($S)", field(function), function);
    }
    type.addMethod(constructor.build());
    plan.methods()
        .forEach(method -> function(method).map(f -> write(method, f)).ifPresent(type::addMethod));
    return type.build();
  }

  /** Methods of one name call one function. */
  private List<String> functions() {
    return module.functions().stream().map(Function::name).distinct().toList();
  }

  /** A function may be named like a Java keyword. */
  private static String field(String function) {
    return SourceVersion.isKeyword(function) ? function + "_" : function;
  }

  private Optional<Function> function(MethodPlan plan) {
    return module.functions().stream().filter(f -> f.method().equals(plan.method())).findFirst();
  }

  private MethodSpec write(MethodPlan method, Function function) {
    OverloadPlan declared =
        method.overloads().stream().filter(o -> o.bridge().isEmpty()).findFirst().orElseThrow();
    LocalNames locals = new LocalNames(plan.adapter(), method.method(), declared);
    return new SignatureWriter(plan.adapter(), method.method(), declared, locals)
        .hidden(method.method().name())
        .addAnnotation(Override.class)
        .addModifiers(PUBLIC)
        .addCode(body(function, locals))
        .build();
  }

  private static CodeBlock body(Function function, LocalNames locals) {
    String field = field(function.name());
    CodeBlock arguments = arguments(function, locals);
    CodeBlock.Builder code = CodeBlock.builder();
    return switch (function.result()) {
      case PythonResult.Nothing _ ->
          code.addStatement("this.$N.callVoid($L)", field, arguments).build();
      case PythonResult.Itself _ ->
          code.addStatement("return this.$N.call($L)", field, arguments).build();
      case PythonResult.Scalar(String read, String narrowed) ->
          code.addStatement(
                  "return $L",
                  narrow(CodeBlock.of("this.$N.call$L($L)", field, read, arguments), narrowed))
              .build();
      case PythonResult.Array(TypeModel type) -> {
        List<CodeBlock> all = new ArrayList<>();
        all.add(CodeBlock.of("$T.class", Types.name(type)));
        all.add(arguments);
        all.removeIf(CodeBlock::isEmpty);
        yield code.addStatement("return this.$N.callArray($L)", field, join(all)).build();
      }
      case PythonResult result ->
          code.beginControlFlow(
                  "try ($T $N = this.$N.call($L))", OBJECT, locals.result(), field, arguments)
              .addStatement("return $L", read(result, locals.result(), 0))
              .endControlFlow()
              .build();
    };
  }

  private static CodeBlock narrow(CodeBlock number, String type) {
    return switch (type) {
      case "" -> number;
      case "int" -> CodeBlock.of("$T.toIntExact($L)", Math.class, number);
      default -> CodeBlock.of("($L) $L", type, number);
    };
  }

  private static CodeBlock arguments(Function function, LocalNames locals) {
    List<CodeBlock> arguments = new ArrayList<>();
    List<ParameterModel> parameters = function.method().parameters();
    for (int i = 0; i < parameters.size(); i++) {
      ParameterModel parameter = parameters.get(i);
      String local = locals.parameter(parameter);
      arguments.add(
          function
              .keywords()
              .get(i)
              .map(keyword -> CodeBlock.of("$T.keyword($S, $N)", PYTHON, keyword, local))
              .orElseGet(() -> argument(parameter, local)));
    }
    return join(arguments);
  }

  /** An array of objects that is the only argument would be taken for all of them. */
  private static CodeBlock argument(ParameterModel parameter, String name) {
    boolean mayBeArray =
        parameter.type() instanceof TypeModel.Declared declared
            && declared.id().toString().equals("java.lang.Object");
    return mayBeArray ? CodeBlock.of("($T) $N", Object.class, name) : CodeBlock.of("$N", name);
  }

  private static CodeBlock join(List<CodeBlock> arguments) {
    return CodeBlock.join(arguments, ",$W");
  }

  /** What reads an object of some name. */
  private static CodeBlock read(PythonResult result, String object, int depth) {
    return switch (result) {
      case PythonResult.Array(TypeModel type) ->
          CodeBlock.of("$N.asArray($T.class)", object, Types.name(type));
      case PythonResult.Scalar(String read, String narrowed) ->
          narrow(CodeBlock.of("$N.as$L()", object, read), narrowed);
      case PythonResult.Constant(TypeModel type) ->
          CodeBlock.of("$T.valueOf($N.asString())", Types.name(type), object);
      case PythonResult.Listed(PythonResult element) ->
          CodeBlock.of("$N.asList($L)", object, reader(element, depth));
      case PythonResult.Tuple tuple -> tuple(tuple, object, depth);
      case PythonResult.OrNone(PythonResult other) ->
          CodeBlock.of("$N.isNone() ? null : $L", object, read(other, object, depth));
      case PythonResult.Itself _, PythonResult.Nothing _ ->
          throw new IllegalStateException("not read: " + result);
    };
  }

  private static CodeBlock tuple(PythonResult.Tuple tuple, String object, int depth) {
    String items = name("items", depth);
    List<CodeBlock> components = new ArrayList<>();
    for (PythonResult component : tuple.components()) {
      components.add(
          CodeBlock.of("$N.get($L, $L)", items, components.size(), reader(component, depth)));
    }
    boolean isGeneric = !tuple.type().arguments().isEmpty();
    return CodeBlock.of(
        isGeneric
            ? "$N.items($L, $N ->\nnew $T<>(\n$>$>$L$<$<))"
            : "$N.items($L, $N ->\nnew $T(\n$>$>$L$<$<))",
        object,
        components.size(),
        items,
        Types.name(tuple.type().id()),
        CodeBlock.join(components, ",\n"));
  }

  /** Names within each other differ. */
  private static String name(String wanted, int depth) {
    return depth == 0 ? wanted : wanted + (depth + 1);
  }

  /** A function that reads each object given to it. */
  private static CodeBlock reader(PythonResult result, int depth) {
    if (result instanceof PythonResult.Scalar(String read, String narrowed) && narrowed.isEmpty()) {
      return CodeBlock.of("$T::as$L", OBJECT, read);
    }
    String object = name("object", depth);
    return CodeBlock.of("$N -> $L", object, read(result, object, depth + 1));
  }
}
