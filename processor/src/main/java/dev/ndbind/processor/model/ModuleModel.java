package dev.ndbind.processor.model;

import java.util.List;
import java.util.Optional;

/**
 * The Python module that an interface stands for.
 *
 * @param name with all packages around it
 * @param functions what its abstract methods call
 */
public record ModuleModel(String name, List<Function> functions) {
  public ModuleModel {
    functions = List.copyOf(functions);
  }

  /**
   * What a method calls.
   *
   * @param method the method
   * @param name the function's
   * @param keywords for each parameter its name in Python; empty if it is passed by position
   * @param result what becomes of what the function returns
   */
  public record Function(
      MethodModel method, String name, List<Optional<String>> keywords, PythonResult result) {
    public Function {
      keywords = List.copyOf(keywords);
    }
  }
}
