package dev.ndbind.internal.memory;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;

/** What the JVM was told on its command line, where it says so. */
final class JvmOptions {
  /** A run-time image may lack the module. Without it, the bean's class cannot be loaded. */
  private static final boolean PRESENT =
      ModuleLayer.boot()
          .findModule("jdk.management")
          .filter(JvmOptions.class.getModule()::canRead)
          .isPresent();

  private JvmOptions() {}

  /** Bytes; 0 if nothing was said. */
  static long maxDirectMemorySize() {
    return PRESENT ? Bean.maxDirectMemorySize() : 0;
  }

  private static final class Bean {
    static long maxDirectMemorySize() {
      HotSpotDiagnosticMXBean bean =
          ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
      return bean == null ? 0 : Long.parseLong(bean.getVMOption("MaxDirectMemorySize").getValue());
    }
  }
}
