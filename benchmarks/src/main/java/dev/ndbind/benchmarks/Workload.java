package dev.ndbind.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.annotation.processing.Processor;

/** Sources that keep a processor busy. They compile without it too. */
public enum Workload {
  /** Annotated methods, ten of each class. */
  NDBIND(
      "dev.ndbind.processor.NumpyProcessor",
      """
      package sources;
      import dev.ndbind.*;
      import dev.ndbind.annotation.*;
      final class %s {
      %s
      }
      """,
      """
      /** Mean distance of the points to the centre. */
      @AcceptsNumpy
      static double mean(@Layout("n d") Float32Array points, @Layout("d") Float32Array center) {
        return points.get(0, 0) - center.get(0);
      }

      /** Scales every row to unit length. */
      @AcceptsNumpy
      static void normalize(
          @Layout(value = "n d", order = Order.C, use = Use.WRITE) Float32Array rows) {
        rows.set(0, 0, 1);
      }

      /** The inner products of all rows. */
      @AcceptsNumpy
      @Layout("n n")
      static Float32Array gram(@Layout("n d") Float32Array x) {
        return Float32Array.zeros(x.shape(0), x.shape(0));
      }

      /** Rows in another basis. */
      @AcceptsNumpy
      @Layout("b k")
      static Float32Array project(
          @Layout("b d") Float32Array rows,
          @Layout(value = "d k", order = Order.C, casting = Casting.SAFE) Float32Array basis) {
        return Float32Array.zeros(rows.shape(0), basis.shape(1));
      }

      /** An index of vegetation, for each pixel. */
      @AcceptsNumpy
      @Layout("h w")
      static Float32Array ndvi(@Layout("bands=3 h w") UInt8Array bands) {
        return Float32Array.zeros(bands.shape(1), bands.shape(2));
      }

      /** The variance of each column, around means that may be known. */
      @AcceptsNumpy
      @Layout("d")
      static Float64Array variance(
          @Layout(value = "n d", casting = Casting.SAME_KIND) Float64Array samples,
          @Layout("#d") Float64Array means,
          int degreesOfFreedom) {
        return Float64Array.zeros(samples.shape(1));
      }

      /** How often each label occurs. */
      @AcceptsNumpy
      static long[] count(@Layout("n") Int64Array labels, int classes) {
        return new long[classes];
      }

      /** The mean of every window. */
      @AcceptsNumpy
      @Layout("n-{width}+1")
      static Float32Array smooth(@Layout("n") Float32Array signal, int width) {
        return Float32Array.zeros(signal.shape(0) - width + 1);
      }

      /** Adds to a sum, in whatever the caller's dtype is. */
      @AcceptsNumpy
      static void accumulate(
          @Layout(value = "*batch n", use = Use.WRITE_BACK, casting = Casting.SAME_KIND)
              Float64Array sum,
          @Layout("*batch n") Float64Array terms,
          double weight) {}

      /** The largest number. */
      @AcceptsNumpy
      static double max(@Layout(dtype = {DType.FLOATING, DType.INTEGER}) NumpyArray numbers) {
        return numbers.rank();
      }
      """),

  /** Value classes with two or three properties, ten in each file. */
  AUTO_VALUE(
      "com.google.auto.value.processor.AutoValueProcessor",
      """
      package sources;
      import com.google.auto.value.AutoValue;
      import java.util.*;
      final class %s {
      %s
      }
      """,
      """
      /** A point. */
      @AutoValue
      abstract static class Point {
        abstract double x();
        abstract double y();
      }

      /** A range. */
      @AutoValue
      abstract static class Range {
        abstract long first();
        abstract long last();
      }

      /** A person. */
      @AutoValue
      abstract static class Person {
        abstract String name();
        abstract Optional<String> address();
        abstract int age();
      }

      /** A colour. */
      @AutoValue
      abstract static class Color {
        abstract int red();
        abstract int green();
        abstract int blue();
      }

      /** A group. */
      @AutoValue
      abstract static class Group {
        abstract String name();
        abstract List<String> members();
      }

      /** A pair. */
      @AutoValue
      abstract static class Pair<A, B> {
        abstract A first();
        abstract B second();
      }

      /** A measurement. */
      @AutoValue
      abstract static class Measurement {
        abstract String sensor();
        abstract double value();
        abstract float error();
      }

      /** An entry. */
      @AutoValue
      abstract static class Entry {
        abstract String key();
        abstract Map<String, Integer> values();
      }

      /** An account. */
      @AutoValue
      abstract static class Account {
        abstract long number();
        abstract boolean isOpen();
        abstract String owner();
      }

      /** A letter. */
      @AutoValue
      abstract static class Letter {
        abstract char symbol();
        abstract short frequency();
        abstract byte row();
      }
      """);

  private final String processor;
  private final String file;
  private final List<String> members;

  Workload(String processor, String file, String members) {
    this.processor = processor;
    this.file = file;
    this.members = List.of(members.split("\n\n"));
  }

  /** By name, since a program that runs a processor need not be compiled against it. */
  Processor processor() throws ReflectiveOperationException {
    return (Processor) Class.forName(processor).getDeclaredConstructor().newInstance();
  }

  /** Files with some number of annotated members in all. */
  List<SourceText> sources(int count) {
    List<SourceText> sources = new ArrayList<>();
    for (int done = 0; done < count; done += members.size()) {
      String name = "Sources" + sources.size();
      String body =
          IntStream.range(0, Math.min(members.size(), count - done))
              .mapToObj(members::get)
              .collect(Collectors.joining("\n"));
      sources.add(new SourceText("sources." + name, file.formatted(name, body)));
    }
    return sources;
  }
}
