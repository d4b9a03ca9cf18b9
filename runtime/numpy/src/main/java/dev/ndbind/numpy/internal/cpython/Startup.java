package dev.ndbind.numpy.internal.cpython;

import dev.ndbind.numpy.internal.install.Installation;
import dev.ndbind.numpy.internal.install.RefusedException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Starts the interpreter: isolated, which ignores environment variables, the user's own site
 * directory and the working directory; without handlers for signals, which are the JVM's; in UTF-8.
 * A start that fails is an exception, where {@code Py_Initialize} would end the process.
 */
final class Startup {
  private Startup() {}

  /** On the thread that becomes Python's main thread. Its state, which does not have the GIL. */
  static long run(Installation installation) throws RefusedException {
    requireNone();
    for (Path file : installation.preloaded()) {
      Library.preload(file);
    }
    Library.openPython(installation.library());
    requireNone();
    requireVersion(installation);
    if (Library.isPresent("PyInitConfig_Create")) {
      byNames(installation);
    } else {
      byGlobals(installation);
    }
    return ThreadStates.save();
  }

  /** An interpreter that others have started is theirs. */
  private static void requireNone() throws RefusedException {
    long isInitialized = Library.find(Library.WHOLE_PROCESS, "Py_IsInitialized");
    if (isInitialized != 0 && Invoke.toInt(Library.at(isInitialized, "I")) != 0) {
      throw new RefusedException(
          "this process has a Python already, which something else has started,"
              + " perhaps ndbind under another class loader");
    }
  }

  /** A program and a library that is found beside it may be of different releases. */
  private static void requireVersion(Installation installation) throws RefusedException {
    String version = installation.version();
    String found = Memory.getString(Invoke.toLong(Library.function("Py_GetVersion", "L")));
    if (version != null && !found.matches("(?s)" + Pattern.quote(version) + "\\D.*")) {
      throw new RefusedException(
          "%s is of version %s, the program of %s"
              .formatted(installation.library(), found.lines().findFirst().orElse(""), version));
    }
  }

  /** Python 3.14 and later. */
  private static void byNames(Installation installation) throws RefusedException {
    try (Arena arena = Arena.ofConfined()) {
      InitConfig config = new InitConfig(arena);
      try {
        config.set("utf8_mode", 1);
        config.set("install_signal_handlers", 0);
        config.set("executable", installation.executable());
        config.set("home", installation.home());
        config.set("site_import", installation.importsSite() ? 1 : 0);
        config.initialize();
      } finally {
        config.free();
      }
    }
  }

  /** A configuration whose options have names. */
  private static final class InitConfig {
    private final Arena arena;
    private final long config = Invoke.toLong(Library.function("PyInitConfig_Create", "L"));

    InitConfig(Arena arena) {
      this.arena = arena;
    }

    void set(String name, long value) throws RefusedException {
      MethodHandle setInt = Library.function("PyInitConfig_SetInt", "ILLL");
      check(Invoke.toInt(setInt, config, string(name), value));
    }

    void set(String name, @Nullable Path value) throws RefusedException {
      if (value != null) {
        MethodHandle setString = Library.function("PyInitConfig_SetStr", "ILLL");
        check(Invoke.toInt(setString, config, string(name), string(value.toString())));
      }
    }

    void initialize() throws RefusedException {
      check(Invoke.toInt(Library.function("Py_InitializeFromInitConfig", "IL"), config));
    }

    private void check(int status) throws RefusedException {
      if (status < 0) {
        long place = arena.allocate(8).address();
        int _ = Invoke.toInt(Library.function("PyInitConfig_GetError", "ILL"), config, place);
        long message = Memory.getLong(place);
        throw new RefusedException(
            "Python does not start: "
                + (message == 0 ? "no reason given" : Memory.getString(message)));
      }
    }

    private long string(String text) {
      return arena.allocateFrom(text).address();
    }

    void free() {
      Invoke.toVoid(Library.function("PyInitConfig_Free", "VL"), config);
    }
  }

  /** Python 3.11 to 3.13, whose configuration is a structure that is different in each. */
  private static void byGlobals(Installation installation) throws RefusedException {
    try (Arena arena = Arena.ofConfined()) {
      preInitialize(arena);
      setGlobal("Py_SetProgramName", installation.executable());
      setGlobal("Py_SetPythonHome", installation.home());
      long config = arena.allocate(OPAQUE_CONFIG_BYTES, 16).address();
      Invoke.toVoid(Library.function("PyConfig_InitIsolatedConfig", "VL"), config);
      check(arena, "Py_InitializeFromConfig", config);
      Invoke.toVoid(Library.function("PyConfig_Clear", "VL"), config);
    }
  }

  /** The structure has less than 1 KiB in all versions. */
  private static final long OPAQUE_CONFIG_BYTES = 16 << 10;

  private static final long PRE_CONFIG_UTF8_MODE = 7 * Integer.BYTES;

  private static void preInitialize(Arena arena) throws RefusedException {
    long config = arena.allocate(256, 16).address();
    Invoke.toVoid(Library.function("PyPreConfig_InitIsolatedConfig", "VL"), config);
    Memory.putInt(config + PRE_CONFIG_UTF8_MODE, 1);
    check(arena, "Py_PreInitialize", config);
  }

  /** Python keeps the pointer. */
  private static void setGlobal(String function, @Nullable Path value) {
    if (value != null) {
      byte[] wide = (value + "\0").getBytes(StandardCharsets.UTF_32LE); // wchar_t
      MemorySegment kept = Arena.global().allocate(wide.length, Integer.BYTES);
      kept.copyFrom(MemorySegment.ofArray(wide));
      Invoke.toVoid(Library.function(function, "VL"), kept.address());
    }
  }

  private static final StructLayout STATUS =
      MemoryLayout.structLayout(
          ValueLayout.JAVA_INT,
          MemoryLayout.paddingLayout(4),
          ValueLayout.JAVA_LONG,
          ValueLayout.JAVA_LONG.withName("message"),
          ValueLayout.JAVA_INT.withName("exitcode"),
          MemoryLayout.paddingLayout(4));

  private static void check(Arena arena, String function, long config) throws RefusedException {
    MemorySegment status = Invoke.toStructure(Library.structure(function, STATUS), arena, config);
    if (status.get(ValueLayout.JAVA_INT, 0) != 0) {
      long message = status.get(ValueLayout.JAVA_LONG, 16);
      throw new RefusedException(
          "Python does not start: "
              + (message == 0 ? "no reason given" : Memory.getString(message)));
    }
  }
}
