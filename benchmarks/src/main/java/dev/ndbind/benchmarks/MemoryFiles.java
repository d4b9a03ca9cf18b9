package dev.ndbind.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/** Reads the class path as usual, keeps generated sources, and drops classes: no disk is timed. */
final class MemoryFiles extends ForwardingJavaFileManager<JavaFileManager> {
  private final List<SourceText> generated = new ArrayList<>();

  MemoryFiles(JavaFileManager files) {
    super(files);
  }

  List<SourceText> generated() {
    return generated;
  }

  @Override
  public JavaFileObject getJavaFileForOutputForOriginatingFiles(
      Location location, String className, JavaFileObject.Kind kind, FileObject... origins) {
    return getJavaFileForOutput(location, className, kind, null);
  }

  @Override
  public JavaFileObject getJavaFileForOutput(
      Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
    if (kind != JavaFileObject.Kind.SOURCE) {
      return new DroppedClass(className);
    }
    SourceText source = new SourceText(className);
    generated.add(source);
    return source;
  }

  private static final class DroppedClass extends SimpleJavaFileObject {
    DroppedClass(String className) {
      super(URI.create("memory:///" + className.replace('.', '/') + ".class"), Kind.CLASS);
    }

    @Override
    public OutputStream openOutputStream() {
      return new ByteArrayOutputStream();
    }
  }
}
