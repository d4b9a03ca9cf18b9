package dev.ndbind.report.source;

import java.util.List;

/**
 * A source file.
 *
 * @param path below the directory of sources, with slashes
 * @param text its content
 */
public record SourceFile(String path, String text) {

  /**
   * The file's own name.
   *
   * @return without directories
   */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /**
   * The lines, without their ends.
   *
   * @return in order
   */
  public List<String> lines() {
    return text.lines().toList();
  }
}
