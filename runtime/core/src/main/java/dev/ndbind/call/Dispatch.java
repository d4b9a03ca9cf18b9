package dev.ndbind.call;

import dev.ndbind.ContractException;
import dev.ndbind.annotation.DType;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The end of an overload that chooses among methods by the dtypes of its tensors. */
public final class Dispatch {
  private Dispatch() {}

  /**
   * No method of the group takes these dtypes.
   *
   * @param method the class and method
   * @param expected what the methods take, for example {@code x: float32, or x: float64}
   * @param found the dtypes of the tensors; null for one that has none
   * @return the exception to throw
   */
  public static ContractException noMatch(
      String method, String expected, @Nullable DType... found) {
    List<String> names =
        Arrays.stream(found).map(d -> d == null ? "no dtype" : d.toString()).toList();
    return new ContractException(
        method, List.of("found %s, expected %s".formatted(String.join(", ", names), expected)));
  }
}
