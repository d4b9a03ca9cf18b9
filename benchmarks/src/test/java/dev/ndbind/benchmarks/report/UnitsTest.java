package dev.ndbind.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnitsTest {
  @Test
  void timesHaveThreeDigits() {
    assertThat(Units.time(7.123)).isEqualTo("7.12 ns");
    assertThat(Units.time(99.96)).isEqualTo("100 ns");
    assertThat(Units.time(999.6)).isEqualTo("1.00 µs");
    assertThat(Units.time(12_345_678)).isEqualTo("12.3 ms");
    assertThat(Units.time(1.5e12)).isEqualTo("1500 s");
    assertThat(Units.time(-2500)).isEqualTo("-2.50 µs");
  }

  @Test
  void manyBytesAreKilobytes() {
    assertThat(Units.bytes(0)).isEqualTo("0 B");
    assertThat(Units.bytes(9999)).isEqualTo("9999 B");
    assertThat(Units.bytes(4_012_345)).isEqualTo("4,012 kB");
  }

  @Test
  void smallRatiosAreNotZero() {
    assertThat(Units.number(0.0123)).isEqualTo("0.012");
  }
}
