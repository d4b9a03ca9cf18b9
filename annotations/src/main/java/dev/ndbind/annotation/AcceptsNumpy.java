package dev.ndbind.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method written against arrays for which an adapter shall accept tensors.
 *
 * <p>For a class {@code Distances} the processor writes {@code DistancesAdapter} into the same
 * package (for a nested class, {@code Outer_InnerAdapter}), with these overloads of each annotated
 * method:
 *
 * <ul>
 *   <li>one for each framework, in which every array parameter is that framework's tensor,
 *   <li>one for the declared array types themselves, so that the contract is checked there too.
 * </ul>
 *
 * {@snippet :
 * @AcceptsNumpy
 * static double mean(@Layout("n d") Float32Array points, @Layout("d") Float32Array center) { ... }
 *
 * double d = DistancesAdapter.mean(torchPoints, torchCenter);
 * }
 *
 * <p>A static method gives static overloads. Instance methods give an adapter that is constructed
 * with the instance, and that implements the annotated interface where there is one. On a type the
 * annotation stands for each declared method that is not private and has an array in its signature.
 *
 * <p><b>Array parameters</b> are the typed arrays of {@code dev.ndbind} ({@code Float32Array} and
 * its siblings), {@code NumpyArray}, {@code java.lang.foreign.MemorySegment} (C order, confined to
 * the calling thread), and primitive arrays of one or two dimensions, which are always fresh
 * copies. Every other parameter passes through.
 *
 * <p><b>Results</b>: an array comes back as the caller's kind of tensor; a generic record whose
 * type parameter stands for the array type gives several results; everything else passes through.
 *
 * <p><b>Lifetime</b>: an argument array, and everything sliced from it, is valid until the method
 * returns; later use throws {@link IllegalStateException}. {@code copy()} keeps the data.
 *
 * <p><b>Order of a call</b>: all arguments are described, all are checked, then they are converted,
 * then the method runs, then its result is checked and converted. Nothing is copied or written
 * before every argument has passed.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface AcceptsNumpy {
  /**
   * The bridges to generate overloads for, for example {@code {PyTorch.class, TensorFlow.class}}.
   *
   * <p>Empty, the default, means those of ndbind's own bridges whose framework the compiled class
   * can read. Authors of published libraries should name the bridges, since otherwise a new
   * dependency changes what is generated.
   *
   * @return classes annotated with {@link Bridge}
   */
  Class<?>[] from() default {};
}
