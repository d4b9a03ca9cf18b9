package dev.ndbind.processor.model;

import dev.ndbind.annotation.DType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sets of dtypes in words. */
public final class DTypes {
  /** The families, the largest first. */
  private static final List<DType> FAMILIES =
      Stream.of(DType.values())
          .filter(DType::isFamily)
          .sorted(Comparator.comparingInt((DType family) -> family.members().size()).reversed())
          .toList();

  private DTypes() {}

  /**
   * Dtypes as they are written, {@code float32 or float64}.
   *
   * @param dtypes dtypes and families
   * @return their names
   */
  public static String either(List<DType> dtypes) {
    return dtypes.stream().map(DType::toString).collect(Collectors.joining(" or "));
  }

  /**
   * Dtypes in few words: whole families by their names.
   *
   * @param dtypes concrete dtypes
   * @param known those that there are at all; a family is whole if it has all of these
   * @return for example {@code bool, integer or float16}
   */
  public static String words(Collection<DType> dtypes, Collection<DType> known) {
    List<DType> left = new ArrayList<>(dtypes);
    if (left.containsAll(known)) {
      return "any dtype";
    }
    List<String> words = new ArrayList<>();
    for (DType dtype : dtypes) {
      if (left.contains(dtype)) {
        DType name = whole(dtype, left, known);
        left.removeAll(name.members());
        words.add(name.toString());
      }
    }
    String last = words.removeLast();
    return words.isEmpty() ? last : String.join(", ", words) + " or " + last;
  }

  /** The largest family of a dtype of which all is left, or the dtype itself. */
  private static DType whole(DType dtype, List<DType> left, Collection<DType> known) {
    return FAMILIES.stream()
        .filter(family -> family.members().contains(dtype))
        .filter(family -> isWhole(family, left, known))
        .findFirst()
        .orElse(dtype);
  }

  private static boolean isWhole(DType family, List<DType> left, Collection<DType> known) {
    List<DType> members = family.members().stream().filter(known::contains).toList();
    return members.size() > 1 && left.containsAll(members);
  }
}
