package dev.ndbind.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ndbind.report.plan.Case;
import dev.ndbind.report.plan.Step;
import dev.ndbind.report.plan.Treatment;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said at a glance. */
class CellViewTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          VIEW                   | VIEWED   | view    | view
          REFUSED VIEW           | VIEWED   | view    | view
          COPY VIEW              | MAY_COPY | copy    | view or copy
          VIEW COPY CAST REFUSED | MAY_COPY | cast    | view, copy or cast
          COPY                   | COPIED   | copy    | copy
          CAST COPY COPY         | COPIED   | cast    | copy or cast
          TO_HOST VIEW           | MAY_COPY | to-host | view or to host
          REFUSED                | REFUSED  | refused | refused
          """)
  void saysWhatCanHappenCheapestFirst(String steps, Cost cost, String worst, String words) {
    List<Case> cases =
        Arrays.stream(steps.split(" "))
            .map(step -> new Case("always", Step.valueOf(step), ""))
            .toList();
    CellView cell = CellView.of(new Treatment("x", cases), "PyTorch");
    assertThat(cell.cost()).isEqualTo(cost);
    assertThat(cell.worst().id()).isEqualTo(worst);
    assertThat(cell.words()).isEqualTo(words);
    assertThat(cell.cases()).hasSameSizeAs(cases);
  }
}
