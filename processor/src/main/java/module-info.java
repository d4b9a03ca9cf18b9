/** The annotation processor: checks contracts and writes adapters. */
@SuppressWarnings("requires-automatic") // JavaPoet and AutoService are not modules.
module dev.ndbind.processor {
  requires com.google.gson;
  requires com.palantir.javapoet;
  requires dev.ndbind.annotation;
  requires java.compiler;
  requires static com.google.auto.service;
  requires static transitive org.jspecify;
}
