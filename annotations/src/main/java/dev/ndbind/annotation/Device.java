package dev.ndbind.annotation;

/** Where the memory of an argument may be when a call begins. */
public enum Device {
  /** In the host's memory; anything else is refused with a message that says how to move it. */
  CPU,
  /** Anywhere: what is not in the host's memory is copied to it for the call. */
  ANY
}
