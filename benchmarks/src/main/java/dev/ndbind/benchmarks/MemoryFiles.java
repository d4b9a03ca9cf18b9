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
      return new Dropped(className.replace('.', '/') + ".class", JavaFileObject.Kind.CLASS);
    }
    SourceText source = new SourceText(className);
    generated.add(source);
    return source;
  }

  @Override
  public FileObject getFileForOutputForOriginatingFiles(
      Location location, String packageName, String relativeName, FileObject... origins) {
    return getFileForOutput(location, packageName, relativeName, null);
  }

  @Override
  public FileObject getFileForOutput(
      Location location, String packageName, String relativeName, FileObject sibling) {
    return new Dropped(relativeName, JavaFileObject.Kind.OTHER);
  }

  /** A file that nobody will read. */
  private static final class Dropped extends SimpleJavaFileObject {
    Dropped(String path, Kind kind) {
      super(URI.create("memory:///" + path), kind);
    }

    @Override
    public OutputStream openOutputStream() {
      return new ByteArrayOutputStream();
    }
  }
}
