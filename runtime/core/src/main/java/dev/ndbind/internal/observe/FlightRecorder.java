package dev.ndbind.internal.observe;

import org.jspecify.annotations.Nullable;

/** The door to flight recordings, which is shut where the JVM has none. */
public final class FlightRecorder {
  /** A run-time image may lack the module. Without it, the class of the event cannot be loaded. */
  private static final boolean PRESENT =
      ModuleLayer.boot()
          .findModule("jdk.jfr")
          .filter(FlightRecorder.class.getModule()::canRead)
          .isPresent();

  private FlightRecorder() {}

  /**
   * Begins an event where a conversion begins.
   *
   * @return null unless a recording asks for such events: then nothing has been allocated
   */
  public static @Nullable ConversionEvent conversion() {
    return PRESENT ? ConversionEvent.started() : null;
  }
}
