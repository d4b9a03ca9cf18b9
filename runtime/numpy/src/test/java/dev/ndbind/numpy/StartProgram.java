package dev.ndbind.numpy;

import java.nio.file.Path;

/** Does what its arguments say, and prints what came of it. */
final class StartProgram {
  private StartProgram() {}

  public static void main(String[] arguments) {
    for (String argument : arguments) {
      String[] parts = argument.split("=", 2);
      try {
        System.out.println(argument + ": " + run(parts[0], parts.length == 1 ? "" : parts[1]));
      } catch (PythonUnavailableException | PythonException e) {
        System.out.println(argument + ": " + e);
      }
    }
    System.exit(0);
  }

  private static Object run(String what, String with) {
    return switch (what) {
      case "start" -> isOne(Interpreter.start(), Interpreter.start());
      case "embedded" -> isOne(Python.embedded(), Python.embedded());
      case "at" -> isOne(Python.at(Path.of(with)), Python.at(Path.of(with)));
      case "add-path" -> {
        Interpreter.start().addPath(Path.of(with));
        yield "added";
      }
      case "import" -> Interpreter.start().module(with);
      case "sys" -> Interpreter.start().module("sys").attribute(with);
      case "print" -> Interpreter.start().module("builtins").call("print", with);
      case "prefix" -> Python.at(Path.of(with)).module("sys").attribute("prefix");
      default -> throw new IllegalArgumentException(what);
    };
  }

  @SuppressWarnings("ReferenceEquality") // Whether it is the same.
  private static boolean isOne(Python python, Python again) {
    return python == again;
  }
}
