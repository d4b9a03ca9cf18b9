package dev.ndbind.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.ndbind.Copies;
import dev.ndbind.Float64Array;
import dev.ndbind.ReuseStatistics;
import dev.ndbind.ReuseStore;
import dev.ndbind.numpy.Python;
import dev.ndbind.pytorch.PyTorch;
import dev.ndbind.testing.ChildJvm;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;

/** Runs each example and reads what it prints. */
class ExamplesTest {

  @Test
  void tensorFlowTensorIsViewed() throws Exception {
    assertThat(run(TensorFlowView::main))
        .containsSubsequence("float32 array of 4 elements:", "[[1. 2.]", " [3. 4.]]", "sum: 10.0")
        .last()
        .asString()
        .contains("step=VIEW", "bytes=0");
  }

  @Test
  void bandsGoThroughAnArchive() throws Exception {
    assertThat(run(ArrayFiles::main))
        .containsExactly(
            "red: uint8 [352, 349]",
            "near infrared: uint8 [352, 349]",
            "first pixels, red: [46 49 45 35 44]");
  }

  @Test
  void torchTensorIsViewed() throws Exception {
    assertThat(run(PyTorchView::main))
        .containsSubsequence("float64 array of 4 elements:", "[[5. 6.]", " [7. 8.]]", "sum: 26.0")
        .containsSubsequence("[[5. 7.]", " [6. 8.]]", "sum of the transpose: 26.0")
        .filteredOn(line -> line.startsWith("Plan"))
        .hasSize(2)
        .allMatch(line -> line.contains("step=VIEW"));
  }

  @Test
  void largeTensorIsNotCopied() throws Exception {
    List<String> lines = run(LargeTensor::main);
    assertThat(lines)
        .containsSubsequence(
            "  whole:      shape [1000, 1000], byte strides [1000, 1]",
            "  transposed: shape [1000, 1000], byte strides [1, 1000]",
            "  sliced:     shape [10, 10], byte strides [1000, 1]",
            "  the method reads what torch wrote: 7",
            "  torch reads what the method wrote: 42");
    assertThat(lines)
        .filteredOn(line -> line.contains("resident memory"))
        .allMatch(l -> l.endsWith("true"));
  }

  @Test
  void changedDataIsSeen() throws Exception {
    assertThat(run(ChangingData::main))
        .containsExactly(
            "at first:                   viewed [1. 2.], copied [1. 2.]",
            "after add_(10):             viewed [11. 12.], copied [11. 12.]",
            "after mul_(10) of its base: viewed [110. 120.], copied [110. 120.]");
  }

  /** The figures are those of a process of its own; here others used the shared store before. */
  @Test
  void largeTensorIsConvertedOnce() throws Exception {
    ReuseStatistics before = ReuseStore.shared().statistics();
    assertThat(run(ConvertedOnce::main))
        .anyMatch(line -> line.equals("after add_(3), row 2499 is nearest to 7500"));
    ReuseStatistics after = ReuseStore.shared().statistics();
    assertThat(after.hits() - before.hits()).isEqualTo(9);
    assertThat(after.misses() - before.misses()).isEqualTo(2);
  }

  /** The figures are those of a NumPy of the system's, for the same file. */
  @Test
  void numpyRunsOnTensors() throws Exception {
    List<String> lines = run(NumpyFunctions::main);
    String means = "[79.14771913 67.57464509 64.3588581  59.23541287 83.18266476 59.97520513]";
    assertThat(lines.getFirst()).startsWith("NumPy 2.");
    assertThat(lines)
        .contains(
            "mean of each band:   " + means,
            "98 % are below:      [108. 100. 113.  95. 144. 121.]",
            "means by TensorFlow: " + means,
            "EVI2: mean -0.0212, median -0.0462, max 0.5144",
            "spread of all bands: 254")
        .anyMatch(l -> l.startsWith("variances: [2859.75859147 1001.84783292  186.7804497 "));
  }

  @Test
  void tensorsTakeOverWhatNumpyHasMade() {
    Numpy_LinalgAdapter linalg = new Numpy_LinalgAdapter(Python.embedded());
    try (Tensor matrix = torch.eye(3).to(torch.ScalarType.Double).transpose(0, 1)) {
      Numpy.Svd<Tensor> svd = Copies.forbid(() -> linalg.svd(matrix, true));
      assertThat(PyTorch.view(svd.s(), Float64Array.class).toArray()).containsExactly(1, 1, 1);
      assertThat(svd.u().size(0)).isEqualTo(3);
    }
  }

  /** In a process of its own: there is one interpreter in each. */
  @Test
  void scipyRunsInTheUsersPython() throws Exception {
    Path python = Path.of("/usr/bin/python3");
    boolean hasScipy = succeeds(python, "-c", "import scipy.ndimage");
    assumeThat(hasScipy || System.getenv("CI") != null).as("SciPy is installed").isTrue();
    assertThat(ChildJvm.of(SmoothedScene.class).run())
        .contains("sum: 1.0000")
        .containsPattern("middle row: \\[0\\.0018\\d* +0\\.0215\\d* +0\\.096\\d*");
  }

  private static boolean succeeds(Path program, String... arguments) throws Exception {
    if (!Files.isExecutable(program)) {
      return false;
    }
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor()
        == 0;
  }

  /**
   * The figures are NumPy's, of the same file: the mean of {@code (nir - red) / (nir + red)} in
   * float32, and {@code numpy.linalg.eigh(numpy.cov(pixels))}.
   */
  @Test
  void landsatSceneGivesEqualResultsFromAllSources() throws Exception {
    List<String> lines = run(Landsat::main);
    assertThat(lines)
        .filteredOn(line -> line.contains(" ndvi "))
        .hasSize(4)
        .allMatch(l -> l.contains(" VIEW "));
    assertThat(lines).filteredOn(line -> line.contains("uint8 is cast to float64")).hasSize(4);
    assertThat(lines).filteredOn(line -> line.endsWith("gives equal results")).hasSize(3);
    assertThat(lines).contains("mean NDVI: -0.064325");
    assertShares(lines, 70.151979, 24.576063, 4.581862, 0.347797, 0.243324, 0.098974);
    assertThat(lines)
        .anyMatch(
            l -> l.endsWith("[0.04706455 0.04856085 0.2456319  0.23746268 0.71114486 0.61071777]"));
  }

  @Test
  void ndviPictureHasTheSceneAndAScale() throws Exception {
    Path picture = Path.of("target", "landsat-ndvi.png");
    Files.deleteIfExists(picture);
    run(Landsat::main);
    BufferedImage image = ImageIO.read(picture.toFile());
    assertThat(image.getHeight()).isEqualTo(352 * 2);
    assertThat(image.getWidth()).isGreaterThan(349 * 2);
    Set<Integer> sceneColours = new HashSet<>();
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < 349 * 2; x++) {
        sceneColours.add(image.getRGB(x, y));
      }
    }
    assertThat(sceneColours).hasSizeGreaterThan(100);
  }

  private static void assertShares(List<String> lines, double... expected) {
    List<Double> shares = new ArrayList<>();
    for (String line : lines) {
      String[] words = line.strip().split("\\s+", 3);
      if (words.length == 3 && words[1].endsWith("%")) {
        shares.add(Double.parseDouble(words[1].substring(0, words[1].length() - 1)));
      }
    }
    assertThat(shares).hasSize(expected.length);
    for (int k = 0; k < expected.length; k++) {
      assertThat(shares.get(k)).isCloseTo(expected[k], within(0.005));
    }
  }

  /** Scores are not compared: how quantised numbers are rounded depends on the processor. */
  @Test
  void meaningsFindTheirWords() throws Exception {
    List<String> lines = run(SemanticSearch::main);
    assertThat(firstAfter(lines, "an instrument that tells how hot it is")).contains("thermometer");
    assertThat(firstAfter(lines, "a vehicle with two wheels that you pedal")).contains("bicycle");
    assertThat(firstAfter(lines, "the season when leaves fall")).contains("autumn");
    assertThat(firstAfter(lines, "someone who flies aeroplanes")).contains("pilot");
    assertThat(firstAfter(lines, "frozen water")).contains("ice");
    assertThat(firstAfter(lines, "an instrument with keys and strings")).contains("piano");
    assertThat(lines).contains("copied by ndbind: 0 bytes");
  }

  /** The words found, without their gloss. */
  private static List<String> firstAfter(List<String> lines, String query) {
    String found = lines.get(lines.indexOf(query) + 1);
    String words = found.substring(0, found.indexOf(':')).replaceFirst("^ +[0-9.]+ +", "");
    return List.of(words.split(", "));
  }

  private interface Program {
    void main(String[] args) throws Exception;
  }

  private static List<String> run(Program program) throws Exception {
    PrintStream console = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      program.main(new String[0]);
    } finally {
      System.setOut(console);
    }
    return printed.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
