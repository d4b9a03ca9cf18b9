package dev.ndbind.report.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ndbind.report.plan.ReportException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Methods are found on the lines where their names are. */
class SourcesTest {
  private static final String BROKEN =
      """
      package a.b;
      class Outer {
        static int mean(Float32Array x) { return 0 }
        static int ( {
      }
      """;

  private static final String SOURCE =
      """
      package a.b;
      public class Outer<T> {
        static double mean(Float32Array x) { return mean(x, 1); }
        @Marked(mean(1)) static java.util.List<int[]> /* mean( */ mean(Float32Array x, int k) {
          return null;
        }
        <A> void generic(java.util.Map<String, List<A>> map, @Marked A @Marked [] array) {}
        void many(float first, float... others) {}
        void variable(T value) {}
        Outer() {}
        record Inner<A>(A first) {
          static void of(
              Float64Array x) {}
          enum Deep { ONE; void deep() {} }
        }
        interface Face {
          void abstractly(byte[][] bytes);
        }
      }
      class Second {
        void there() {}
      }
      """;

  @TempDir Path directory;

  @BeforeEach
  void write() throws IOException {
    Path location = Files.createDirectories(directory.resolve("a/b"));
    Files.writeString(location.resolve("Outer.java"), SOURCE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a.b.Outer            | mean(Float32Array)           | 3
          a.b.Outer            | mean(Float32Array,int)       | 4
          a.b.Outer            | mean(Float32Array, int)      | 4
          a.b.Outer            | generic(Map,A[])             | 7
          a.b.Outer            | generic(java.util.Map<String, List<A>>, A[]) | 7
          a.b.Outer            | many(float,float...)         | 8
          a.b.Outer            | many(float,float[])          | 8
          a.b.Outer            | variable(Object)             | 9
          a.b.Outer.Inner      | of(Float64Array)             | 12
          a.b.Outer.Inner.Deep | deep()                       | 14
          a.b.Outer.Face       | abstractly(byte[][])         | 17
          """)
  void findsTheLineOfAMethodsName(String type, String method, int line) throws IOException {
    assertThat(find(type, method)).map(SourceLine::line).contains(line);
    assertThat(find(type, method)).map(found -> found.file().path()).contains("a/b/Outer.java");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a.b.Outer         | mean(Float64Array,int,int)
          a.b.Outer         | missing()
          a.b.Outer         | there()
          a.b.Outer.Missing | of(Float64Array)
          a.b.Missing       | of(Float64Array)
          ../a/b/Outer      | mean(Float32Array)
          """)
  void findsNothingElse(String type, String method) throws IOException {
    assertThat(find(type, method)).isEmpty();
  }

  @Test
  void doesNotChooseAmongOverloadsThatDoNotMatch() throws IOException {
    Files.writeString(
        directory.resolve("Two.java"), "class Two { void f(int a) {} void f(long b) {} }");
    assertThat(find("Two", "f(int)")).isPresent();
    assertThat(find("Two", "f(short)")).isEmpty();
  }

  @Test
  void readsWhatDoesNotCompile() throws IOException {
    Files.writeString(directory.resolve("a/b/Outer.java"), BROKEN);
    assertThat(find("a.b.Outer", "mean(Float32Array)")).map(SourceLine::line).contains(3);
    assertThat(find("a.b.Outer", "missing()")).isEmpty();
  }

  @Test
  void prefersTheFirstDirectory() throws IOException {
    Path second = Files.createDirectories(directory.resolve("second"));
    Files.writeString(second.resolve("Only.java"), "class Only { void f() {} }");
    Files.writeString(directory.resolve("Only.java"), "\n\nclass Only { void f() {} }");
    Sources sources = Sources.in(List.of(second, directory));
    assertThat(sources.find("Only", "f()")).map(SourceLine::line).contains(1);
    assertThat(sources.find("a.b.Outer", "mean(Float32Array)")).isPresent();
  }

  @Test
  void refusesWhatIsNotText() throws IOException {
    Path file = Files.write(directory.resolve("Binary.java"), new byte[] {(byte) 0xff, 0});
    assertThatThrownBy(() -> find("Binary", "f()"))
        .isInstanceOf(ReportException.class)
        .hasMessage(file + ": not UTF-8");
  }

  private Optional<SourceLine> find(String type, String method) throws IOException {
    return Sources.in(List.of(directory)).find(type, method);
  }
}
