package dev.ndbind.internal.memory;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells memory that lasts as long as something refers to it from memory that can be closed. */
public final class Scopes {
  private static final Set<Class<?>> LASTING = lasting();

  private Scopes() {}

  /**
   * No public method tells, but the JDK has classes of scopes for what is never closed: automatic
   * arenas, and buffers. Should it ever use those for other arenas, none of them is lasting.
   */
  private static Set<Class<?>> lasting() {
    try (Arena confined = Arena.ofConfined();
        Arena shared = Arena.ofShared()) {
      Set<Class<?>> lasting = new HashSet<>();
      lasting.add(Arena.ofAuto().scope().getClass());
      lasting.add(MemorySegment.ofBuffer(ByteBuffer.allocateDirect(0)).scope().getClass());
      lasting.removeAll(List.of(confined.scope().getClass(), shared.scope().getClass()));
      return Set.copyOf(lasting);
    }
  }

  /**
   * Whether the memory of a segment stays valid as long as the segment is reachable.
   *
   * @param segment any segment
   * @return false if its arena can be closed, or if that is unknown
   */
  public static boolean isLasting(MemorySegment segment) {
    MemorySegment.Scope scope = segment.scope();
    return scope.equals(Arena.global().scope()) || LASTING.contains(scope.getClass());
  }
}
