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
   * <p>Loading the event's class registers it, which loads hundreds of classes of the JDK: a fifth
   * of a second that a program without recordings is spared. Whatever starts a recording, here or
   * from outside, initialises the recorder before.
   *
   * @return null unless a recording asks for such events: then nothing has been allocated
   */
  public static @Nullable ConversionEvent conversion() {
    return PRESENT && jdk.jfr.FlightRecorder.isInitialized() ? ConversionEvent.started() : null;
  }
}
