package dev.ndbind.processor.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SummaryTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Adds. And more.                        | Adds.
          Adds 1.5 to it. More                   | Adds 1.5 to it.
          Adds @param x                          | Adds &#64;param x.
          Adds {@code a. b} up. More             | Adds {@code a. b} up.
          See {@link List}.                      | See {@code List}.
          See {@link List#of(int, int)}.         | See {@code List.of(int, int)}.
          See {@link #scale(int)  the scale}.    | See {@code the scale}.
          See {@linkplain List the list}.        | See the list.
          <p>A <b>bold</b> one, a < b.           | A bold one, a < b.
          Ends */ here.                          | Ends *&#47; here.
          Not \\u0041 this.                      | Not &#92;u0041 this.
          Braces } and { too.                    | Braces &#125; and &#123; too.
          {@inheritDoc}                          |
          """)
  void isTheFirstSentence(String documentation, String summary) {
    assertThat(Summary.of(documentation).orElse(null)).isEqualTo(summary);
  }
}
