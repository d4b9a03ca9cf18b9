package dev.ndbind.call;

import static dev.ndbind.annotation.DType.INT8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ndbind.ContractException;
import dev.ndbind.Int8Array;
import dev.ndbind.annotation.DType;
import dev.ndbind.call.PatternReference.Assignment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Random patterns and shapes, against the definition. */
class PatternBindingTest {
  private static final long SEED = 20260104;
  private static final MethodContract METHOD =
      MethodContract.of("A.f", PatternReference.NAMES.toArray(String[]::new)).runs("batch");
  private static final Int8Array ONE = Int8Array.zeros(3, 1);

  @Test
  void bindsAsTheDefinitionSaysInAnyOrderOfParameters() {
    Random random = new Random(SEED);
    int accepted = 0;
    int refused = 0;
    for (int trial = 0; trial < 4000; trial++) {
      Assignment intended =
          new Assignment(
              random.nextLong(1, 4),
              random.nextLong(1, 4),
              random.nextLong(4),
              random.longs(random.nextInt(3), 1, 4).boxed().toList());
      List<List<String>> patterns = new ArrayList<>();
      List<List<Long>> shapes = new ArrayList<>();
      for (int i = random.nextInt(1, 4); i > 0; i--) {
        List<String> pattern = PatternReference.pattern(random, patterns.isEmpty());
        patterns.add(pattern);
        shapes.add(PatternReference.shape(pattern, intended, random));
      }
      List<Assignment> solutions = PatternReference.solve(patterns, shapes, intended.k());
      String what =
          "trial %d of seed %d: %s for %s, k=%d"
              .formatted(trial, SEED, shapes, patterns, intended.k());
      List<Integer> order = new ArrayList<>();
      for (int i = 0; i < patterns.size(); i++) {
        order.add(i);
      }
      for (int turn = 0; turn < 3; turn++) {
        assertBinds(patterns, shapes, order, intended.k(), solutions, what + " in order " + order);
        Collections.shuffle(order, random);
      }
      accepted += solutions.isEmpty() ? 0 : 1;
      refused += solutions.isEmpty() ? 1 : 0;
    }
    assertThat(accepted).isGreaterThan(800);
    assertThat(refused).isGreaterThan(800);
  }

  private static void assertBinds(
      List<List<String>> patterns,
      List<List<Long>> shapes,
      List<Integer> order,
      long k,
      List<Assignment> solutions,
      String what) {
    try (Call call = METHOD.begin()) {
      List<Argument> arguments = new ArrayList<>();
      for (int i : order) {
        Int8Array array = Int8Array.zeros(shapes.get(i).stream().mapToLong(s -> s).toArray());
        arguments.add(
            call.argument(
                ArrayContract.of("p" + i, INT8).shape(PatternReference.parsed(patterns.get(i))),
                NumpyArrays.describe(array)));
      }
      call.value(2, k);
      ContractException thrown = catchThrowableOfType(ContractException.class, call::check);
      if (solutions.isEmpty()) {
        assertThat(thrown).as(what).isNotNull();
        return;
      }
      assertThat(thrown).as(what).isNull();
      List<List<Long>> seen = new ArrayList<>();
      for (Argument argument : arguments) {
        seen.add(Arrays.stream(argument.as(Int8Array.class).shape()).boxed().toList());
      }
      assertThat(solutions)
          .as("%s: seen as %s", what, seen)
          .anyMatch(solution -> expansions(patterns, shapes, order, solution).equals(seen));
    }
  }

  private static List<List<Long>> expansions(
      List<List<String>> patterns, List<List<Long>> shapes, List<Integer> order, Assignment by) {
    return order.stream().map(i -> by.expand(patterns.get(i), shapes.get(i))).toList();
  }

  /** What only {@code #n} mentions broadcasts as in NumPy. */
  @Test
  void broadcastsAsNumPyDoes() {
    assertBroadcasts(1, 1, 1);
    assertBroadcasts(3, 1, 3, 1);
    assertBroadcasts(0, 1, 0);
    assertBroadcasts(4, 4, 4, 1);
    assertBroadcasts(-1, 2, 3, 1);
    assertBroadcasts(-1, 0, 2);
  }

  private static void assertBroadcasts(long expected, long... sizes) {
    try (Call call = METHOD.begin()) {
      List<Argument> arguments = new ArrayList<>();
      for (long size : sizes) {
        arguments.add(
            call.argument(
                ArrayContract.of("x", INT8).shape(PatternReference.parsed(List.of("#n"))),
                NumpyArrays.describe(Int8Array.zeros(size))));
      }
      ContractException thrown = catchThrowableOfType(ContractException.class, call::check);
      assertThat(thrown == null).as("%s", Arrays.toString(sizes)).isEqualTo(expected >= 0);
      if (expected >= 0) {
        for (Argument argument : arguments) {
          assertThat(argument.as(Int8Array.class).shape()).containsExactly(expected);
        }
      }
    }
  }

  /** The run that only {@code #*batch} mentions is what NumPy's {@code broadcast_shapes} gives. */
  @Test
  void broadcastsRunsAsNumPyDoes() {
    assertRuns(new long[] {5, 3}, new long[] {3}, new long[] {5, 1});
    assertRuns(new long[] {2, 4, 3}, new long[] {4, 1}, new long[] {1}, new long[] {2, 1, 3});
    assertRuns(new long[] {0}, new long[] {}, new long[] {1}, new long[] {0});
    assertRuns(new long[] {}, new long[] {}, new long[] {});
    assertRuns(null, new long[] {3}, new long[] {4});
    assertRuns(null, new long[] {5, 3}, new long[] {5, 1, 1}, new long[] {2, 3});
  }

  private static void assertRuns(long @Nullable [] expected, long[]... runs) {
    try (Call call = METHOD.begin()) {
      List<Argument> arguments = new ArrayList<>();
      for (long[] run : runs) {
        arguments.add(
            call.argument(
                ArrayContract.of("x", INT8).shape(PatternReference.parsed(List.of("#*batch"))),
                NumpyArrays.describe(Int8Array.zeros(run))));
      }
      ContractException thrown = catchThrowableOfType(ContractException.class, call::check);
      assertThat(thrown == null).isEqualTo(expected != null);
      if (expected != null) {
        for (Argument argument : arguments) {
          assertThat(argument.as(Int8Array.class).shape()).containsExactly(expected);
        }
      }
    }
  }

  @Test
  void expandedRunsHaveStrideZeroAndKeepTheirOtherAxes() {
    Int8Array bias = Int8Array.of(new byte[] {1, 2, 3, 4}, 1, 2, 2).transpose(0, 2, 1);
    try (Call call = METHOD.begin()) {
      Argument wide =
          call.argument(
              ArrayContract.of("x", INT8)
                  .shape(PatternReference.parsed(List.of("#*batch", "_", "n"))),
              TestTensor.of(bias));
      call.argument(
          ArrayContract.of("y", INT8).shape(PatternReference.parsed(List.of("*batch", "m"))),
          TestTensor.of(Int8Array.zeros(2, 3, 1)));
      call.check();
      Int8Array seen = wide.as(Int8Array.class);
      assertThat(seen.shape()).containsExactly(2, 3, 2, 2);
      assertThat(seen.byteStrides()).containsExactly(0, 0, 1, 2);
      assertThat(TestTensor.addressOf(seen)).isEqualTo(TestTensor.addressOf(bias));
    }
  }

  @Test
  void namesTheRunThatAnArgumentDoesNotBroadcastTo() {
    try (Call call = METHOD.begin()) {
      call.argument(
          ArrayContract.of("x", INT8).shape(PatternReference.parsed(List.of("*batch", "n"))),
          NumpyArrays.describe(Int8Array.zeros(5, 3, 1)));
      call.argument(
          ArrayContract.of("y", INT8).shape(PatternReference.parsed(List.of("#*batch"))),
          NumpyArrays.describe(Int8Array.zeros(4, 3)));
      assertThat(catchThrowableOfType(ContractException.class, call::check))
          .hasMessage(
              "A.f: y shape (4, 3) does not fit \"#*batch\": axes (4, 3) do not broadcast to"
                  + " *batch=(5, 3) (n=1 *batch=(5, 3))");
    }
  }

  @Test
  void listsEverythingThatDoesNotFitAtOnce() {
    try (Call call = METHOD.begin()) {
      call.argument(
          ArrayContract.of("x", DType.FLOAT32)
              .shape(PatternReference.parsed(List.of("2", "n", "3"))),
          NumpyArrays.describe(Int8Array.zeros(4, 5, 6)));
      call.argument(
          ArrayContract.of("y", INT8).shape(PatternReference.parsed(List.of("n", "#n", "n+1"))),
          NumpyArrays.describe(Int8Array.zeros(7, 5, 8)));
      assertThat(catchThrowableOfType(ContractException.class, call::check))
          .hasMessage(
              """
              A.f:
                x dtype is int8, expected float32; cast the tensor, or allow casting in the \
              contract; shape (4, 5, 6) does not fit "2 n 3": axis 0 has size 4, expected 2, axis 2 \
              has size 6, expected 3
                y shape (7, 5, 8) does not fit "n #n n+1": axis 0 has size 7, but n=5
                y shape (7, 5, 8) does not fit "n #n n+1": axis 2 has size 8, expected 6 (n=5)\
              """);
    }
  }

  @Test
  void expandedAxesHaveStrideZero() {
    Int8Array column = Int8Array.of(new byte[] {1, 2}, 2, 1);
    try (Call call = METHOD.begin()) {
      Argument wide =
          call.argument(
              ArrayContract.of("x", INT8).shape(PatternReference.parsed(List.of("n", "#m"))),
              TestTensor.of(column));
      call.argument(
          ArrayContract.of("y", INT8).shape(PatternReference.parsed(List.of("m"))),
          TestTensor.of(Int8Array.zeros(3)));
      call.check();
      Int8Array seen = wide.as(Int8Array.class);
      assertThat(seen.shape()).containsExactly(2, 3);
      assertThat(seen.byteStrides()).containsExactly(1, 0);
      assertThat(seen.toArray()).containsExactly(1, 1, 1, 2, 2, 2);
      assertThat(TestTensor.addressOf(seen)).isEqualTo(TestTensor.addressOf(column));
    }
  }

  /** The expression comes first, but what it needs binds last. */
  @Test
  void expressionsSeeNamesThatAreOnlyOne() {
    for (List<String> pattern : List.of(List.of("n+1", "#n"), List.of("#n", "n+1"))) {
      try (Call call = METHOD.begin()) {
        call.argument(
            ArrayContract.of("x", INT8).shape(PatternReference.parsed(pattern)),
            NumpyArrays.describe(pattern.getFirst().equals("#n") ? ONE.transpose() : ONE));
        ContractException thrown = catchThrowableOfType(ContractException.class, call::check);
        assertThat(thrown).as("%s", pattern).isNotNull();
        assertThat(thrown).hasMessageEndingWith(" has size 3, expected 2 (n=1)");
      }
    }
  }
}
