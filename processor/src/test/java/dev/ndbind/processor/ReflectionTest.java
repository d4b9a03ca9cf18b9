package dev.ndbind.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What containers do with every class: they ask for its methods. The types in their signatures must
 * then be there, so that an adapter is not written for frameworks that are missing at run time;
 * {@code docs/adapters.md} tells users so.
 */
class ReflectionTest {
  @TempDir Path directory;

  private Class<?> adapter(String from) throws Exception {
    Path source = directory.resolve("Mean.java");
    Files.writeString(
        source,
        """
        package app;

        @dev.ndbind.annotation.AcceptsNumpy%s
        public interface Mean {
          double mean(dev.ndbind.Float32Array x);
        }
        """
            .formatted(from));
    assertThat(TestCompiler.JAVAC.compile(directory, List.of(source)).errors()).isEmpty();
    ClassLoader loader =
        new URLClassLoader(withoutTensorFlow(), ClassLoader.getPlatformClassLoader());
    return Class.forName("app.MeanAdapter", true, loader);
  }

  private URL[] withoutTensorFlow() throws IOException {
    List<URL> urls = new ArrayList<>(List.of(directory.resolve("classes").toUri().toURL()));
    for (String entry : TestCompiler.classPath().split(File.pathSeparator, -1)) {
      if (!Path.of(entry).getFileName().toString().startsWith("tensorflow-")) {
        urls.add(Path.of(entry).toUri().toURL());
      }
    }
    return urls.toArray(URL[]::new);
  }

  @Test
  void methodsCanBeListedIfTheFrameworksNamedAreThere() throws Exception {
    assertThat(adapter("(from = dev.ndbind.pytorch.PyTorch.class)").getDeclaredMethods())
        .hasSize(2);
  }

  /**
   * The Java Virtual Machine resolves all types of all methods together; no code can avoid that.
   */
  @Test
  void methodsCannotBeListedIfAFrameworkIsMissing() throws Exception {
    assertThatThrownBy(() -> adapter("").getDeclaredMethods())
        .isInstanceOf(NoClassDefFoundError.class)
        .hasMessageContaining("org/tensorflow/types/");
  }

  @Test
  void theAdapterWorksAllTheSame() throws Exception {
    Class<?> adapter = adapter("");
    ClassLoader loader = adapter.getClassLoader();
    Class<?> type = loader.loadClass("app.Mean");
    Class<?> array = loader.loadClass("dev.ndbind.Float32Array");
    Object target =
        Proxy.newProxyInstance(
            loader,
            new Class<?>[] {type},
            (_, _, arguments) -> (double) arguments[0].toString().length());
    Object zeros = array.getMethod("zeros", long[].class).invoke(null, new long[] {2});
    Object mean =
        type.getMethod("mean", array)
            .invoke(adapter.getConstructor(type).newInstance(target), zeros);
    assertThat(mean).isEqualTo((double) "[0. 0.]".length());
  }
}
