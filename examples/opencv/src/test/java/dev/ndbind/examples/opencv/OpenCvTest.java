package dev.ndbind.examples.opencv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.ndbind.ContractException;
import dev.ndbind.Copies;
import dev.ndbind.Float32Array;
import dev.ndbind.Float64Array;
import dev.ndbind.Int64Array;
import dev.ndbind.annotation.DType;
import dev.ndbind.call.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.junit.jupiter.api.Test;

/** A bridge of a third party, held against OpenCV's own functions. */
class OpenCvTest {
  private static final Path GENERATED =
      Path.of("target", "generated-test-sources", "test-annotations", "dev", "ndbind");

  /** Of random bytes. */
  private static Mat picture(int rows, int columns, int type) {
    Mat picture = new Mat(rows, columns, type);
    opencv_core.randu(picture, new Mat(new double[] {0}), new Mat(new double[] {255}));
    return picture;
  }

  private static double difference(Mat a, Mat b) {
    return opencv_core.norm(a, b, opencv_core.NORM_INF, null);
  }

  @Test
  void partsOfPicturesAreViewed() {
    Mat picture = picture(20, 30, opencv_core.CV_8UC3);
    Mat part = picture.apply(new Rect(4, 5, 11, 7));
    Copies.forbid(() -> {
      for (int channel = 0; channel < 3; channel++) {
        double expected = opencv_core.mean(part).get(channel);
        assertThat(PicturesAdapter.mean(part, channel)).isCloseTo(expected, within(1e-9));
        assertThat(PicturesAdapter.mean(picture, channel)).isNotCloseTo(expected, within(1e-9));
      }
    });
  }

  @Test
  void writingIsInPlace() {
    Mat picture = picture(6, 5, opencv_core.CV_8UC1);
    Mat expected = picture.clone();
    Mat part = expected.apply(new Rect(1, 2, 3, 4));
    opencv_core.bitwise_not(part, part);
    PicturesAdapter.invert(picture.apply(new Rect(1, 2, 3, 4)));
    assertThat(difference(picture, expected)).isZero();
  }

  @Test
  void resultsAreMatrices() {
    Mat matrix = new Mat(3, 4, opencv_core.CV_32FC1);
    opencv_core.randu(matrix, new Mat(new double[] {0}), new Mat(new double[] {1}));
    Mat expected = new Mat();
    opencv_core.transpose(matrix, expected);
    assertThat(difference(PicturesAdapter.transposed(matrix), expected)).isZero();
    assertThatThrownBy(() -> Pictures.KEPT.getLast().get(0, 0))
        .isInstanceOf(IllegalStateException.class);
    Mat picture = picture(5, 6, opencv_core.CV_8UC3);
    Mat reversed = PicturesAdapter.reversed(picture);
    assertThat(reversed.type()).isEqualTo(opencv_core.CV_8UC3);
    assertThat(difference(PicturesAdapter.reversed(reversed), picture)).isZero();
    assertThat(difference(reversed, picture)).isPositive();
  }

  /** Every type that the bridge names. */
  @Test
  void dtypesAreThoseOfOpenCv() {
    DType[] dtypes = {
      DType.UINT8,
      DType.INT8,
      DType.UINT16,
      DType.INT16,
      DType.INT32,
      DType.FLOAT32,
      DType.FLOAT64,
      DType.FLOAT16
    };
    for (int depth = opencv_core.CV_8U; depth <= opencv_core.CV_16F; depth++) {
      Mat mat = new Mat(2, 3, opencv_core.CV_MAKETYPE(depth, 2));
      assertThat(OpenCv.dtype(mat)).isEqualTo(dtypes[depth]);
      assertThat(OpenCv.describe(mat).shape()).containsExactly(2, 3, 2);
      long size = dtypes[depth].itemsize();
      assertThat(OpenCv.describe(mat).byteStrides()).containsExactly(6 * size, 2 * size, size);
    }
    assertThat(OpenCv.dtype(null)).isNull();
  }

  @Test
  void matricesOfManyDimensionsAreArrays() {
    assertThat(OpenCv.describe(new Mat(new int[] {2, 3, 4, 5}, opencv_core.CV_64FC1)).shape())
        .containsExactly(2, 3, 4, 5);
  }

  /** What would otherwise be freed under a caller's feet is still there. */
  @Test
  void descriptionsHoldTheMemory() {
    Mat mat = picture(200, 300, opencv_core.CV_8UC3);
    var description = OpenCv.describe(mat);
    int before = mat.u().refcount();
    description.release();
    assertThat(before - mat.u().refcount()).isOne();
  }

  @Test
  void whatCannotBeUsedIsRefused() {
    assertThatThrownBy(() -> PicturesAdapter.invert(new Mat()))
        .isInstanceOf(ContractException.class)
        .hasMessageContaining("is empty");
    assertThatThrownBy(() -> PicturesAdapter.invert(new Mat(2, 3, opencv_core.CV_8UC3)))
        .isInstanceOf(ContractException.class);
    Mat closed = picture(2, 3, opencv_core.CV_8UC1);
    closed.close();
    assertThatThrownBy(() -> PicturesAdapter.invert(closed))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> OpenCv.tensor(Int64Array.zeros(2, 2)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> OpenCv.tensor(Float32Array.zeros(2)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> OpenCv.tensor(Float32Array.zeros(0, 2)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void arraysBecomeMatrices() {
    Mat mat = OpenCv.tensor(Float64Array.of(new double[] {1, 2, 3, 4, 5, 6}, 2, 3, 1).flip(0));
    assertThat(mat.type()).isEqualTo(opencv_core.CV_64FC1);
    assertThat(new Mat(mat).ptr(0, 2).getDouble()).isEqualTo(6);
  }

  /** As directly as for the built-in bridges; {@code -Dndbind.golden=write} rewrites the file. */
  @Test
  void whatIsGeneratedIsAsReviewed() throws IOException {
    String adapter =
        Files.readString(GENERATED.resolve(Path.of("examples", "opencv", "PicturesAdapter.java")));
    Path golden = Path.of("src", "test", "golden", "PicturesAdapter.java");
    if ("write".equals(System.getProperty("ndbind.golden"))) {
      Files.writeString(golden, adapter);
    }
    assertThat(adapter).isEqualTo(Files.readString(golden));
  }

  @Test
  void plansKnowTheBridge() {
    Mat part = picture(20, 30, opencv_core.CV_8UC1).apply(new Rect(4, 5, 11, 7));
    assertThat(Plan.of(OpenCv.describe(part), PicturesAdapter.INVERT_PICTURE).step())
        .hasToString("VIEW");
  }
}
