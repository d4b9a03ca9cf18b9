package dev.ndbind.examples;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.ndbind.Float32Array;
import dev.ndbind.Int64Array;
import dev.ndbind.onnx.Onnx;
import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** all-MiniLM-L6-v2, which maps sentences to vectors: those of like sense to like vectors. */
final class SentenceModel implements AutoCloseable {
  private static final String NAME = "/all-minilm-l6-v2-q";
  private static final int DIMENSIONS = 384;
  private static final int BATCH = 32;

  private final OrtSession session;
  private final WordPiece tokenizer;

  SentenceModel() throws IOException, OrtException {
    try (InputStream model = SentenceModel.class.getResourceAsStream(NAME + ".onnx");
        InputStream json = SentenceModel.class.getResourceAsStream(NAME + "-tokenizer.json")) {
      session = OrtEnvironment.getEnvironment().createSession(model.readAllBytes());
      tokenizer = WordPiece.read(json);
    }
  }

  /** One vector of length 1 for each sentence. */
  Float32Array embed(List<String> sentences) throws OrtException {
    long[][] tokens = sentences.stream().map(tokenizer::tokens).toArray(long[][]::new);
    List<Integer> byLength =
        IntStream.range(0, tokens.length)
            .boxed()
            .sorted(Comparator.comparingInt(i -> tokens[i].length))
            .toList();
    Float32Array vectors = Float32Array.zeros(tokens.length, DIMENSIONS);
    for (int from = 0; from < tokens.length; from += BATCH) {
      List<Integer> batch = byLength.subList(from, Math.min(from + BATCH, tokens.length));
      embed(batch, batch.stream().map(i -> tokens[i]).toList(), vectors);
    }
    return vectors;
  }

  /** Nothing is copied between the session and the methods, in either direction. */
  private void embed(List<Integer> rows, List<long[]> tokens, Float32Array vectors)
      throws OrtException {
    Int64Array ids = Int64Array.zeros(tokens.size(), tokens.getLast().length);
    Int64Array mask = Int64Array.zeros(ids.shape());
    for (int b = 0; b < tokens.size(); b++) {
      for (int t = 0; t < tokens.get(b).length; t++) {
        ids.set(b, t, tokens.get(b)[t]);
        mask.set(b, t, 1);
      }
    }
    try (OnnxTensor idTensor = Onnx.tensor(ids);
        OnnxTensor maskTensor = Onnx.tensor(mask);
        OnnxTensor types = Onnx.tensor(Int64Array.zeros(ids.shape()));
        OrtSession.Result result =
            session.run(
                Map.of(
                    "input_ids", idTensor, "attention_mask", maskTensor, "token_type_ids", types));
        OnnxTensor pooled = SentencesAdapter.pool((OnnxTensor) result.get(0), maskTensor)) {
      SentencesAdapter.normalize(pooled);
      Float32Array embedded = Onnx.view(pooled, Float32Array.class);
      for (int b = 0; b < rows.size(); b++) {
        embedded.select(0, b).copyTo(vectors.select(0, rows.get(b)));
      }
    }
  }

  @Override
  public void close() throws OrtException {
    session.close();
  }
}
