package dev.ndbind.numpy;

import dev.ndbind.numpy.internal.cpython.CPython;
import dev.ndbind.numpy.internal.cpython.Scratch;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Names of modules, attributes and keywords: identifiers, never code. */
final class Names {
  /** Python's strings for them, kept for ever. */
  private static final Map<String, Long> INTERNED = new ConcurrentHashMap<>();

  private Names() {}

  /** Refuses what is no identifier, or identifiers with dots between them. */
  static String requireDotted(String name, String what) {
    for (String part : name.split("\\.", -1)) {
      if (!isIdentifier(part)) {
        throw new IllegalArgumentException(
            "'%s' is not the name of a %s: identifiers with dots between them"
                .formatted(name, what));
      }
    }
    return name;
  }

  static String require(String name, String what) {
    if (!isIdentifier(name)) {
      throw new IllegalArgumentException(
          "'%s' is not the name of a %s: it is no identifier".formatted(name, what));
    }
    return name;
  }

  private static boolean isIdentifier(String name) {
    return !name.isEmpty()
        && (name.codePointAt(0) == '_' || Character.isUnicodeIdentifierStart(name.codePointAt(0)))
        && name.codePoints()
            .allMatch(
                c -> Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c));
  }

  /** A string of Python's, borrowed; with the GIL. */
  static long interned(String name, Scratch scratch) {
    Long known = INTERNED.get(name);
    if (known == null) {
      known = Errors.check(CPython.name(name, scratch), scratch);
      INTERNED.put(name, known);
    }
    return known;
  }

  /** An attribute of an attribute..., new; with the GIL. */
  static long attribute(long object, String dotted, Scratch scratch) {
    CPython.incRef(object);
    long found = object;
    for (String part : dotted.split("\\.", -1)) {
      long next = CPython.attribute(found, interned(part, scratch));
      CPython.decRef(found);
      found = Errors.check(next, scratch);
    }
    return found;
  }
}
