package dev.ndbind.processor.emit;

import com.palantir.javapoet.ClassName;

/** The classes that generated code uses. */
final class CallClasses {
  private static final String CALL = "dev.ndbind.call";
  private static final String ANNOTATION = "dev.ndbind.annotation";

  static final ClassName ARGUMENT = ClassName.get(CALL, "Argument");
  static final ClassName ARRAY_CONTRACT = ClassName.get(CALL, "ArrayContract");
  static final ClassName AXIS = ClassName.get(CALL, "Axis");
  static final ClassName CALL_FRAME = ClassName.get(CALL, "Call");
  static final ClassName DISPATCH = ClassName.get(CALL, "Dispatch");
  static final ClassName METHOD_CONTRACT = ClassName.get(CALL, "MethodContract");
  static final ClassName NUMPY_ARRAYS = ClassName.get(CALL, "NumpyArrays");
  static final ClassName SHAPE = ClassName.get(CALL, "Shape");

  static final ClassName DTYPE = ClassName.get(ANNOTATION, "DType");

  private CallClasses() {}

  /** A constant of the vocabulary, such as {@code Order.C}. */
  static ClassName vocabulary(Enum<?> constant) {
    return ClassName.get(ANNOTATION, constant.getDeclaringClass().getSimpleName());
  }
}
