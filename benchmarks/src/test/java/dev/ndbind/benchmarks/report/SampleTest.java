package dev.ndbind.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SampleTest {
  /** As {@code numpy.quantile([7, 1, 3, 10], [0.25, 0.5, 0.75])}. */
  @Test
  void quantilesAreThoseOfNumpy() {
    Sample sample = Sample.of(0, 7, 1, 3, 10);
    assertThat(sample.lowerQuartile()).isEqualTo(2.5);
    assertThat(sample.median()).isEqualTo(5);
    assertThat(sample.upperQuartile()).isEqualTo(7.75);
  }

  @Test
  void oneValueIsItsOwnSpread() {
    Sample sample = Sample.of(0, 4);
    assertThat(sample.lowerQuartile()).isEqualTo(4);
    assertThat(sample.median()).isEqualTo(4);
    assertThat(sample.upperQuartile()).isEqualTo(4);
  }

  @Test
  void nothingIsNoSample() {
    assertThatIllegalArgumentException().isThrownBy(() -> Sample.of(0));
  }

  @Test
  void roundsAreOneSample() {
    Sample both = Sample.of(16, 5, 1).and(Sample.of(24, 3));
    assertThat(both.values()).containsExactly(1, 3, 5);
    assertThat(both.bytes()).isEqualTo(24);
  }

  @Test
  void countsDivideTimeAndBytes() {
    Sample each = Sample.of(96, 30, 60).dividedBy(3);
    assertThat(each.values()).containsExactly(10, 20);
    assertThat(each.bytes()).isEqualTo(32);
  }

  @Test
  void differencesAreToTheMedian() {
    assertThat(Sample.of(0, 10, 12).minus(Sample.of(0, 1, 2, 9)).values()).containsExactly(8, 10);
  }
}
