package dev.ndbind.report.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ndbind.report.plan.Order;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is drawn, and what the numbers in it say. */
class PictureTest {

  @ParameterizedTest
  @ValueSource(strings = {"n", "h w", "h w b", "b 3 h w", "a b 2 h 6", "n n", "*batch m k"})
  void countsPositionsAsMemoryDoes(String shape) {
    List<Integer> sizes = Axes.of(shape).stream().map(Axis::size).toList();
    // Brute force: all indices, sorted as memory would have them, are at 0, 1, 2, ...
    List<List<Integer>> indices = indices(sizes);
    for (boolean isLastFastest : new boolean[] {true, false}) {
      indices.sort(Comparator.comparing(index -> key(index, isLastFastest)));
      Positions positions = new Positions(sizes, isLastFastest);
      for (int k = 0; k < indices.size(); k++) {
        assertThat(positions.at(indices.get(k))).isEqualTo(k);
      }
      assertThat(positions.count()).isEqualTo(indices.size());
    }
  }

  @Test
  void numbersCRowByRowAndFColumnByColumn() {
    assertThat(numbers("h w", Order.C)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
    assertThat(numbers("h w", Order.F)).containsExactly(0, 3, 6, 9, 1, 4, 7, 10, 2, 5, 8, 11);
  }

  @Test
  void numbersTheFrontOfAStack() {
    assertThat(numbers("2 2 2", Order.C)).containsExactly(0, 1, 2, 3);
    assertThat(numbers("2 2 2", Order.F)).containsExactly(0, 4, 2, 6);
    assertThat(numbers("b 2 2 2", Order.F)).containsExactly(0, 8, 4, 12);
  }

  @Test
  void drawsThePlanesFromTheBack() {
    Drawing drawing = only(Picture.of("h w b", Order.C));
    assertThat(drawing.cells()).hasSize(3 * 3 * 4);
    assertThat(drawing.cells().getFirst().tone()).isEqualTo(100 * 24 / 35);
    assertThat(drawing.cells().getLast().number()).isEqualTo("11");
    assertThat(labels(drawing)).containsExactly("b →", "w", "h");
  }

  @Test
  void pointsAlongTheFastestAxis() {
    assertThat(labels(only(Picture.of("n d", Order.C)))).containsExactly("d →", "n");
    assertThat(labels(only(Picture.of("n d", Order.F)))).containsExactly("d", "n ↓");
    assertThat(labels(only(Picture.of("h w b", Order.F)))).containsExactly("b", "w", "h ↗");
    assertThat(labels(only(Picture.of("n d", Order.ANY)))).containsExactly("d", "n");
  }

  @Test
  void namesTheAxesThatItDoesNotDraw() {
    assertThat(labels(only(Picture.of("t b 3 h w", Order.C)))).contains("for each t, b");
  }

  @Test
  void leavesStridedElementsWithoutNumbers() {
    Drawing drawing = only(Picture.of("h w", Order.ANY));
    assertThat(drawing.cells()).allMatch(cell -> cell.number().isEmpty());
    assertThat(drawing.cells()).allMatch(cell -> cell.looks().contains("strided"));
  }

  @Test
  void drawsBothOrdersOfAContiguousArray() {
    Picture picture = Picture.of("h w", Order.CONTIGUOUS);
    assertThat(picture.drawings())
        .containsExactly(only(Picture.of("h w", Order.C)), only(Picture.of("h w", Order.F)));
    assertThat(Picture.of("n", Order.CONTIGUOUS).drawings()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"'', 1", "n, 5", "8, 5", "6, 6", "1 2, 2", "2 9, 8", "n n, 9", "..., 12", "0 n, 12"})
  void drawsSmallSizesAsTheyAre(String shape, int cells) {
    assertThat(only(Picture.of(shape, Order.C)).cells()).hasSize(cells);
  }

  @Test
  void breaksTheOutlineOfRuns() {
    assertThat(runs("...")).isEqualTo(12);
    assertThat(runs("*batch m k")).isEqualTo(24);
    assertThat(runs("#*batch m k")).isEqualTo(24);
    assertThat(runs("m k")).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "b 3 h w, C",
    "a_rather_long_name n, F",
    "x a_rather_long_name, ANY",
    "n, C",
    "'', F"
  })
  void staysWithinItsFrame(String shape, Order order) {
    Drawing drawing = only(Picture.of(shape, order));
    for (Cell cell : drawing.cells()) {
      assertThat(cell.x()).isBetween(1, drawing.width() - Cell.SIZE - 1);
      assertThat(cell.y()).isBetween(1, drawing.height() - Cell.SIZE - 1);
    }
    for (Label label : drawing.labels()) {
      int width = label.text().length() * 7;
      int left = label.anchor().equals("end") ? label.x() - width : label.x() - width / 2;
      assertThat(left).isNotNegative();
      assertThat(left + width).isLessThanOrEqualTo(drawing.width());
      assertThat(label.y()).isLessThan(drawing.height());
    }
  }

  private static long runs(String shape) {
    return only(Picture.of(shape, Order.C)).cells().stream()
        .filter(cell -> Set.of(cell.looks().split(" ")).contains("run"))
        .count();
  }

  private static Drawing only(Picture picture) {
    assertThat(picture.drawings()).hasSize(1);
    return picture.drawings().getFirst();
  }

  private static List<String> labels(Drawing drawing) {
    return drawing.labels().stream().map(Label::text).toList();
  }

  private static List<Integer> numbers(String shape, Order order) {
    return only(Picture.of(shape, order)).cells().stream()
        .map(Cell::number)
        .filter(number -> !number.isEmpty())
        .map(Integer::valueOf)
        .toList();
  }

  private static List<List<Integer>> indices(List<Integer> sizes) {
    List<List<Integer>> indices = new ArrayList<>(List.of(List.of()));
    for (int size : sizes) {
      List<List<Integer>> longer = new ArrayList<>();
      for (List<Integer> index : indices) {
        for (int k = 0; k < size; k++) {
          List<Integer> next = new ArrayList<>(index);
          next.add(k);
          longer.add(next);
        }
      }
      indices = longer;
    }
    return indices;
  }

  /** Single digits: the slowest axis first. */
  private static String key(List<Integer> index, boolean isLastFastest) {
    List<Integer> digits = new ArrayList<>(index);
    if (!isLastFastest) {
      Collections.reverse(digits);
    }
    return digits.toString();
  }
}
