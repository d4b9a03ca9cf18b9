package dev.ndbind.benchmarks.startup;

import dev.ndbind.benchmarks.FirstCalls;
import java.util.function.Supplier;

/** Calls an adapter for the first time in this JVM, and prints what took how long. */
public final class FirstCall {
  private FirstCall() {}

  /**
   * Prints nanoseconds for each stage but the last, which only others can time.
   *
   * @param arguments the framework, and when the process was started, in milliseconds since 1970
   */
  public static void main(String[] arguments) {
    long jvm = 1_000_000 * (System.currentTimeMillis() - Long.parseLong(arguments[1]));
    long begin = System.nanoTime();
    Supplier<Float> call = FirstCalls.with(arguments[0]);
    long tensor = System.nanoTime();
    call.get();
    long first = System.nanoTime();
    call.get();
    long second = System.nanoTime();
    System.out.println(jvm);
    System.out.println(tensor - begin);
    System.out.println(first - tensor);
    System.out.println(second - first);
    System.exit(0); // Frameworks may have threads.
  }
}
