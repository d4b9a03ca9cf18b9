package dev.ndbind.benchmarks.startup;

/** A part of the life of {@link FirstCall}. */
public enum Stage {
  /** From the start of the process to its main method. */
  JVM,
  /** The framework is loaded, and a tensor made; or an array. */
  TENSOR,
  /** The first call of an adapter: its classes are loaded. */
  FIRST_CALL,
  /** The second call. */
  SECOND_CALL,
  /** All of the process, to its end. */
  PROCESS;

  @Override
  public String toString() {
    return switch (this) {
      case JVM -> "JVM";
      case TENSOR -> "first tensor";
      case FIRST_CALL -> "first call";
      case SECOND_CALL -> "second call";
      case PROCESS -> "whole process";
    };
  }
}
