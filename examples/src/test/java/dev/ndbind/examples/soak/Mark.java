package dev.ndbind.examples.soak;

import dev.ndbind.ReuseStatistics;
import dev.ndbind.ReuseStore;
import dev.ndbind.internal.memory.BlockPool;
import dev.ndbind.internal.memory.Budget;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import org.bytedeco.javacpp.Pointer;

/**
 * The memory of this process at one moment, in bytes.
 *
 * @param conversions made until then
 * @param seconds since the JVM was started
 * @param resident the process's own memory that is not swapped out
 * @param counted what the JVM counts of native memory: arrays and small copies
 * @param large what ndbind counts of it: large copies
 * @param idle the part of both that waits to be lent again
 * @param reuse the remembered copies
 * @param pointers native objects that JavaCPP would free
 */
record Mark(
    long conversions,
    long seconds,
    long resident,
    long counted,
    long large,
    long idle,
    ReuseStatistics reuse,
    long pointers) {
  static final String HEADER =
      "conversions seconds | MiB: resident counted  large   idle remembered |  copies      hits"
          + "    misses evictions | pointers";

  static Mark now(long conversions) {
    return new Mark(
        conversions,
        ManagementFactory.getRuntimeMXBean().getUptime() / 1000,
        Pointer.physicalBytes(),
        direct(),
        Budget.SHARED.taken(),
        BlockPool.SHARED.idleBytes(),
        ReuseStore.shared().statistics(),
        Pointer.totalCount());
  }

  private static long direct() {
    return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
        .filter(pool -> pool.getName().equals("direct"))
        .mapToLong(BufferPoolMXBean::getMemoryUsed)
        .sum();
  }

  /** A row under {@link #HEADER}. */
  @Override
  public String toString() {
    return "%11d %7d | %13.1f %7.1f %6.1f %6.1f %10.1f | %7d %9d %9d %9d | %8d"
        .formatted(
            conversions,
            seconds,
            mib(resident),
            mib(counted),
            mib(large),
            mib(idle),
            mib(reuse.bytes()),
            reuse.copies(),
            reuse.hits(),
            reuse.misses(),
            reuse.evictions(),
            pointers);
  }

  private static double mib(long bytes) {
    return bytes / (double) (1 << 20);
  }
}
