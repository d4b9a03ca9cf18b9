package dev.ndbind.tensorflow;

import dev.ndbind.testing.ChildJvm;

/**
 * A JVM in which TensorFlow unmaps large blocks of memory when they are freed, so that whoever uses
 * them later crashes.
 */
final class UnmappingJvm {
  private UnmappingJvm() {}

  static ChildJvm of(Class<?> program, String... options) {
    return ChildJvm.of(program, options)
        .environment("TF_ENABLE_ONEDNN_OPTS", "0")
        .environment("MALLOC_MMAP_THRESHOLD_", "65536");
  }
}
