package dev.ndbind.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import dev.ndbind.ContractException;
import dev.ndbind.Copies;
import dev.ndbind.Float32Array;
import dev.ndbind.Int64Array;
import dev.ndbind.examples.Sentences.Nearest;
import dev.ndbind.onnx.Onnx;
import dev.ndbind.pytorch.PyTorch;
import dev.ndbind.tensorflow.TensorFlow;
import java.io.IOException;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/** The parts of the search, without the model. */
class SentencesTest {
  private static final String TOKENIZER = "/all-minilm-l6-v2-q-tokenizer.json";

  /** Two sentences, of three tokens and of one. */
  private static final Float32Array HIDDEN =
      Float32Array.of(new float[] {1, 2, 3, 4, 5, 9, 7, 8, 90, 91, 92, 93}).reshape(2, 3, 2);

  private static final Int64Array MASK = Int64Array.of(new long[] {1, 1, 1, 1, 0, 0}).reshape(2, 3);
  private static final float[] MEANS = {3, 5, 7, 8};

  @Test
  void poolsTheTensorsOfEveryFramework() {
    try (OnnxTensor hidden = Onnx.tensor(HIDDEN);
        OnnxTensor mask = Onnx.tensor(MASK);
        OnnxTensor means = Copies.forbid(() -> SentencesAdapter.pool(hidden, mask))) {
      assertThat(means.getFloatBuffer().array()).containsExactly(MEANS);
    }
    try (Tensor hidden = PyTorch.tensor(HIDDEN);
        Tensor mask = PyTorch.tensor(MASK);
        Tensor means = SentencesAdapter.pool(hidden, mask)) {
      assertThat(PyTorch.view(means, Float32Array.class).toArray()).containsExactly(MEANS);
    }
    try (TFloat32 hidden = TensorFlow.tensor(HIDDEN);
        TInt64 mask = TensorFlow.tensor(MASK);
        TFloat32 means = SentencesAdapter.pool(hidden, mask)) {
      assertThat(TensorFlow.view(means, Float32Array.class).toArray()).containsExactly(MEANS);
    }
  }

  @Test
  void namesTheAxisThatDoesNotFit() {
    try (OnnxTensor hidden = Onnx.tensor(HIDDEN);
        OnnxTensor mask = Onnx.tensor(MASK.transpose())) {
      assertThatThrownBy(() -> SentencesAdapter.pool(hidden, mask))
          .isInstanceOf(ContractException.class)
          .hasMessageContaining("mask shape (3, 2) does not fit \"b t\"");
    }
  }

  @Test
  void normalizesInPlace() {
    Float32Array rows = Float32Array.of(new float[] {3, 4, 0, 0}).reshape(2, 2);
    try (OnnxTensor tensor = Onnx.tensor(rows)) {
      SentencesAdapter.normalize(tensor);
    }
    float[] expected = {0.6f, 0.8f, 0, 0};
    assertThat(rows.toArray()).containsExactly(expected, within(1e-6f));
  }

  @Test
  void findsWhatSortingFinds() {
    Random random = new Random(1);
    Float32Array rows = Float32Array.zeros(500, 3);
    for (long n = 0; n < rows.shape(0); n++) {
      for (long d = 0; d < 3; d++) {
        rows.set(n, d, random.nextInt(10)); // Equal scores are frequent.
      }
    }
    Float32Array query = Float32Array.of(new float[] {1, 0, 2});
    Nearest<Int64Array, Float32Array> found = SentencesAdapter.nearest(rows, query, 20);
    Comparator<Integer> byScore = Comparator.comparing(n -> rows.get(n, 0) + 2 * rows.get(n, 2));
    long[] expected =
        IntStream.range(0, 500)
            .boxed()
            .sorted(byScore.reversed())
            .limit(20)
            .mapToLong(Integer::longValue)
            .toArray();
    assertThat(found.indices().toArray()).isEqualTo(expected);
    assertThat(found.scores().get(19))
        .isEqualTo(rows.get(expected[19], 0) + 2 * rows.get(expected[19], 2));
  }

  /** The numbers are those of Hugging Face's tokenizer for the same file. */
  @Test
  void tokenizesAsItsModelWasTrained() throws IOException {
    WordPiece tokenizer = WordPiece.read(WordPiece.class.getResourceAsStream(TOKENIZER));
    assertThat(tokenizer.tokens("frozen water")).containsExactly(101, 7708, 2300, 102);
    assertThat(tokenizer.tokens("Crème brûlée, naïve — “quotes”…"))
        .containsExactly(
            101, 13675, 21382, 7987, 9307, 2063, 1010, 15743, 1517, 1523, 16614, 1524, 1529, 102);
    assertThat(tokenizer.tokens("don't pay 1.5€ + $3"))
        .containsExactly(
            101, 2123, 1005, 1056, 3477, 1015, 1012, 1019, 30102, 1009, 1002, 1017, 102);
    assertThat(tokenizer.tokens("你好")).containsExactly(101, 100, 100, 102);
    assertThat(tokenizer.tokens("a\tb\u0000c\u200bd")).containsExactly(101, 1037, 4647, 2094, 102);
    assertThat(tokenizer.tokens("unbelievably thermocouples"))
        .containsExactly(101, 4895, 8671, 2666, 3567, 6321, 1996, 10867, 24163, 6279, 4244, 102);
    assertThat(tokenizer.tokens("x".repeat(101))).containsExactly(101, 100, 102);
    assertThat(tokenizer.tokens("")).containsExactly(101, 102);
    assertThat(tokenizer.tokens("word ".repeat(300))).hasSize(128).endsWith(102);
  }
}
