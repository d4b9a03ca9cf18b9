package dev.ndbind.processor.emit;

import com.palantir.javapoet.NameAllocator;
import dev.ndbind.processor.model.AdapterModel;
import dev.ndbind.processor.model.MethodModel;
import dev.ndbind.processor.model.OverloadPlan;
import dev.ndbind.processor.model.ParameterModel;
import java.util.List;
import java.util.stream.Stream;

/**
 * The names within one overload. A parameter keeps its own unless that would hide a class or
 * package that the overload's code mentions; locals give way to parameters.
 */
final class LocalNames {
  private final NameAllocator names = new NameAllocator();

  LocalNames(AdapterModel adapter, MethodModel method, OverloadPlan overload) {
    hideable(adapter, overload).distinct().forEach(names::newName);
    // Sources with errors may have a name twice.
    List<String> parameters =
        method.parameters().stream().map(ParameterModel::name).distinct().toList();
    parameters.forEach(name -> names.newName(name, "parameter " + name));
    for (String name : parameters) {
      names.newName(name + "Argument", "argument " + name);
      names.newName(name + "Type", "dtype " + name);
    }
    names.newName("call", "call");
    names.newName("result", "result");
  }

  /** Names before a dot, which a variable would win over. */
  private static Stream<String> hideable(AdapterModel adapter, OverloadPlan overload) {
    Stream<String> classes =
        Stream.of(CallClasses.NUMPY_ARRAYS, CallClasses.DTYPE, CallClasses.DISPATCH)
            .map(type -> type.simpleName());
    Stream<String> own =
        Stream.of(adapter.target().names().getFirst(), "dev", "java", "target")
            .filter(name -> !name.equals("target") || adapter.hasInstance());
    Stream<String> packages = Stream.of(adapter.target().packageName().split("\\.", 2)[0]);
    Stream<String> bridge = overload.bridge().stream().map(used -> used.id().names().getFirst());
    return Stream.of(classes, own, packages, bridge)
        .flatMap(found -> found)
        .filter(name -> !name.isEmpty());
  }

  String parameter(ParameterModel parameter) {
    return names.get("parameter " + parameter.name());
  }

  String argument(ParameterModel parameter) {
    return names.get("argument " + parameter.name());
  }

  String dtype(ParameterModel parameter) {
    return names.get("dtype " + parameter.name());
  }

  String call() {
    return names.get("call");
  }

  String result() {
    return names.get("result");
  }
}
