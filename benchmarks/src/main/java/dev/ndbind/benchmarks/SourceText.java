package dev.ndbind.benchmarks;

import java.io.StringWriter;
import java.io.Writer;
import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/** A source in memory, given or yet to be written. */
final class SourceText extends SimpleJavaFileObject {
  private final StringWriter text = new StringWriter();

  SourceText(String className, String text) {
    this(className);
    this.text.write(text);
  }

  SourceText(String className) {
    super(URI.create("memory:///" + className.replace('.', '/') + ".java"), Kind.SOURCE);
  }

  @Override
  public Writer openWriter() {
    return text;
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
    return text.toString();
  }
}
