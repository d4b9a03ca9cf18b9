package dev.ndbind.examples;

import ai.onnxruntime.OrtException;
import dev.ndbind.Copies;
import dev.ndbind.CopyStatistics;
import dev.ndbind.Float32Array;
import dev.ndbind.Int64Array;
import dev.ndbind.examples.Sentences.Nearest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/**
 * Finds words by their meaning: a sentence model runs in ONNX Runtime over the glosses of WordNet,
 * and the words whose glosses are nearest to a description are printed.
 */
public final class SemanticSearch {
  private static final Path GLOSSES = Path.of("data", "wordnet-glosses.tsv.gz");
  private static final int WORDS = 3;
  private static final List<String> QUERIES =
      List.of(
          "an instrument that tells how hot it is",
          "a vehicle with two wheels that you pedal",
          "the season when leaves fall",
          "someone who flies aeroplanes",
          "frozen water",
          "an instrument with keys and strings");

  private SemanticSearch() {}

  /** Words for one thing, and what it is. */
  private record Entry(String words, String gloss) {
    static Entry of(String line) {
      int tab = line.indexOf('\t');
      return new Entry(line.substring(0, tab), line.substring(tab + 1));
    }
  }

  public static void main(String[] args) throws IOException, OrtException {
    List<Entry> entries = read();
    List<String> queries = args.length > 0 ? List.of(args) : QUERIES;
    CopyStatistics before = Copies.statistics();
    try (SentenceModel model = new SentenceModel()) {
      long start = System.nanoTime();
      Float32Array glosses = model.embed(entries.stream().map(Entry::gloss).toList());
      System.out.printf(
          Locale.ROOT,
          "%d glosses, %d dimensions, in %.1f s%n",
          glosses.shape(0),
          glosses.shape(1),
          (System.nanoTime() - start) / 1e9);
      search(model.embed(queries), queries, glosses, entries);
    }
    System.out.printf("%ncopied by ndbind: %d bytes%n", Copies.statistics().minus(before).bytes());
  }

  private static List<Entry> read() throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(GLOSSES)), StandardCharsets.UTF_8))) {
      return lines.lines().map(Entry::of).toList();
    }
  }

  private static void search(
      Float32Array vectors, List<String> queries, Float32Array glosses, List<Entry> entries) {
    for (int q = 0; q < queries.size(); q++) {
      System.out.printf("%n%s%n", queries.get(q));
      Nearest<Int64Array, Float32Array> nearest =
          SentencesAdapter.nearest(glosses, vectors.select(0, q), WORDS);
      for (int i = 0; i < WORDS; i++) {
        Entry entry = entries.get((int) nearest.indices().get(i));
        System.out.printf(
            Locale.ROOT, "  %.2f  %s: %s%n", nearest.scores().get(i), entry.words(), entry.gloss());
      }
    }
  }
}
