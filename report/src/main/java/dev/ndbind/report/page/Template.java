package dev.ndbind.report.page;

import com.samskivert.mustache.DefaultCollector;
import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The template and the style sheet, which are resources beside this class. */
final class Template {
  private Template() {}

  /** Fills the template in. All text is escaped; a name that the page does not have is an error. */
  static String html(Page page) throws IOException {
    return Mustache.compiler()
        .escapeHTML(true)
        .withCollector(new Optionals())
        .emptyStringIsFalse(true)
        .compile(resource("page.html"))
        .execute(page);
  }

  static String style() throws IOException {
    return resource("page.css");
  }

  private static String resource(String name) throws IOException {
    try (InputStream resource = Template.class.getResourceAsStream(name)) {
      return new String(
          Objects.requireNonNull(resource, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Sections show what is in an {@link Optional}, as they show what is in a list. */
  private static final class Optionals extends DefaultCollector {
    @Override
    public @Nullable Iterator<?> toIterator(Object value) {
      return value instanceof Optional<?> optional
          ? optional.stream().iterator()
          : super.toIterator(value);
    }
  }
}
