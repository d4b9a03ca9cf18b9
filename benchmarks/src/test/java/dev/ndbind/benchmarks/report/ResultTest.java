package dev.ndbind.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ndbind.benchmarks.report.Figure.Added;
import dev.ndbind.benchmarks.report.Figure.Script;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultTest {
  private static final Figure OURS = new Script("ours");
  private static final Figure SLOW = new Script("slow");
  private static final Figure FAST = new Script("fast");

  private final Measurements measurements = new Measurements();

  @Test
  void fastestPeerCounts() {
    measurements.add(OURS, Sample.of(0, 10));
    measurements.add(SLOW, Sample.of(0, 40));
    measurements.add(FAST, Sample.of(0, 5));
    Result result = only(subject().atLeast(0.8, "both", SLOW, FAST));
    assertThat(result.ratio()).isEqualTo(0.5);
    assertThat(result.score()).isEqualTo(0.625);
    assertThat(result.isReached()).isFalse();
  }

  @Test
  void spreadIsThatOfQuartiles() {
    measurements.add(OURS, Sample.of(0, 8, 9, 10, 11, 12));
    measurements.add(FAST, Sample.of(0, 18, 19, 20, 21, 22));
    Result result = only(subject().atLeast(1, "fast", FAST));
    assertThat(result.ratio()).isEqualTo(2);
    assertThat(result.low()).isEqualTo(19 / 11.0);
    assertThat(result.high()).isEqualTo(21 / 9.0);
    assertThat(result.isReached()).isTrue();
  }

  @Test
  void limitOfTime() {
    measurements.add(OURS, Sample.of(0, 100));
    assertThat(only(subject().atMost(150)).ratio()).isEqualTo(1.5);
    assertThat(only(subject().atMost(100)).isReached()).isTrue();
    assertThat(only(subject().atMost(99)).isReached()).isFalse();
  }

  @Test
  void limitOfBytes() {
    measurements.add(OURS, Sample.of(208, 1));
    assertThat(only(subject().atMostBytes(200)).isReached()).isFalse();
    assertThat(only(subject().atMostBytes(208)).isReached()).isTrue();
  }

  @Test
  void peerThatIsNotThereDecidesNothing() {
    measurements.add(OURS, Sample.of(0, 100));
    Result result = only(subject().atLeast(4, "fast", FAST));
    assertThat(result.ratio()).isNaN();
    assertThat(result.isJudged()).isFalse();
  }

  @Test
  void peerForInformationDecidesNothing() {
    measurements.add(OURS, Sample.of(0, 100));
    measurements.add(FAST, Sample.of(0, 50));
    Result result = only(subject().beside("fast", FAST));
    assertThat(result.ratio()).isEqualTo(0.5);
    assertThat(result.isJudged()).isFalse();
  }

  @Test
  void whatIsAddedIsADifference() {
    measurements.add(SLOW, Sample.of(0, 50));
    measurements.add(FAST, Sample.of(0, 20));
    Figure added = new Added(SLOW, FAST, 10);
    assertThat(measurements.of(added).orElseThrow().median()).isEqualTo(3);
    assertThat(Measurements.parts(added)).containsExactly(SLOW, FAST);
  }

  @Test
  void withoutOursThereIsNoResult() {
    measurements.add(FAST, Sample.of(0, 50));
    assertThat(measurements.results(List.of(subject().beside("fast", FAST)))).isEmpty();
  }

  private static Case subject() {
    return new Case("group", "name", OURS);
  }

  private Result only(Case subject) {
    List<Result> results = measurements.results(List.of(subject));
    assertThat(results).hasSize(1);
    return results.getFirst();
  }
}
