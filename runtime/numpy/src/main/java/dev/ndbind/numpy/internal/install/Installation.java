package dev.ndbind.numpy.internal.install;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The files of an interpreter.
 *
 * @param library libpython
 * @param version of the library, if it is known
 * @param preloaded libraries to load before it
 * @param executable the program from whose place Python finds everything else; null if home tells
 * @param home where the standard library is; null to look for it
 * @param importsSite whether to set up directories of installed packages
 * @param paths directories for {@code sys.path}, before all others
 */
public record Installation(
    Path library,
    @Nullable String version,
    List<Path> preloaded,
    @Nullable Path executable,
    @Nullable Path home,
    boolean importsSite,
    List<Path> paths) {}
