package dev.ndbind.examples;

import dev.ndbind.Float32Array;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * A picture of an index between −1 and 1, with a scale beside it: blue for water, brown for bare
 * ground, green for vegetation. Its few characters are drawn dot by dot, since a server may have no
 * fonts.
 */
final class NdviPicture {
  private static final int ZOOM = 2;
  private static final int SCALE_WIDTH = 110;
  private static final int BAR_WIDTH = 26;
  private static final int MARGIN = 24;
  private static final int WHITE = 0xFFFFFF;
  private static final int BLACK = 0x202020;

  /** The colours at −1, −0.5, 0, 0.5 and 1; between them they are mixed. */
  private static final int[] COLOURS = {0x08306B, 0x6BAED6, 0xE8D8B0, 0x41AB5D, 0x00441B};

  /** Three dots a row, five rows, the top one in the highest bits. */
  private static final Map<Character, Integer> GLYPHS =
      Map.ofEntries(
          Map.entry('0', 0b111_101_101_101_111),
          Map.entry('1', 0b010_110_010_010_111),
          Map.entry('5', 0b111_100_111_001_111),
          Map.entry('.', 0b000_000_000_000_010),
          Map.entry('-', 0b000_000_111_000_000),
          Map.entry('+', 0b000_010_111_010_000),
          Map.entry('N', 0b111_101_101_101_101),
          Map.entry('D', 0b110_101_101_101_110),
          Map.entry('V', 0b101_101_101_101_010),
          Map.entry('I', 0b111_010_010_010_111),
          Map.entry(' ', 0));

  private final BufferedImage image;

  private NdviPicture(int width, int height) {
    image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    fill(0, 0, width, height, WHITE);
  }

  static void write(Float32Array index, Path file) throws IOException {
    int height = Math.toIntExact(index.shape(0));
    int width = Math.toIntExact(index.shape(1));
    NdviPicture picture = new NdviPicture(width * ZOOM + SCALE_WIDTH, height * ZOOM);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        picture.fill(x * ZOOM, y * ZOOM, ZOOM, ZOOM, colour(index.get(y, x)));
      }
    }
    picture.scale(width * ZOOM + MARGIN, MARGIN * 2, height * ZOOM - MARGIN * 3);
    Files.createDirectories(file.toAbsolutePath().getParent());
    ImageIO.write(picture.image, "png", file.toFile());
  }

  private static int colour(double value) {
    double position = (Math.clamp(value, -1.0, 1.0) + 1) / 2 * (COLOURS.length - 1);
    int lower = Math.min((int) position, COLOURS.length - 2);
    double upperShare = position - lower;
    int mixed = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      int from = COLOURS[lower] >> shift & 0xFF;
      int to = COLOURS[lower + 1] >> shift & 0xFF;
      mixed |= (int) Math.round(from + (to - from) * upperShare) << shift;
    }
    return mixed;
  }

  private void scale(int left, int top, int height) {
    text("NDVI", left, top - MARGIN);
    for (int y = 0; y < height; y++) {
      fill(left, top + y, BAR_WIDTH, 1, colour(1 - 2.0 * y / (height - 1)));
    }
    String[] labels = {"+1", "+0.5", " 0", "-0.5", "-1"};
    for (int n = 0; n < labels.length; n++) {
      int y = top + n * (height - 1) / (labels.length - 1);
      fill(left + BAR_WIDTH, y, 6, 1, BLACK);
      text(labels[n], left + BAR_WIDTH + 10, y - 5);
    }
  }

  private void text(String text, int left, int top) {
    for (int n = 0; n < text.length(); n++) {
      int dots = GLYPHS.get(text.charAt(n));
      for (int dot = 0; dot < 15; dot++) {
        if ((dots >> 14 - dot & 1) != 0) {
          fill(left + n * 8 + dot % 3 * 2, top + dot / 3 * 2, 2, 2, BLACK);
        }
      }
    }
  }

  private void fill(int left, int top, int width, int height, int colour) {
    for (int y = top; y < top + height; y++) {
      for (int x = left; x < left + width; x++) {
        image.setRGB(x, y, colour);
      }
    }
  }
}
