package dev.ndbind.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an interface whose methods are functions of a Python module: of NumPy, of any other package
 * that the interpreter has, or of the user's own.
 *
 * {@snippet :
 * @NumpyModule("numpy.linalg")
 * interface Linalg {
 *   @Layout("n n")
 *   Float64Array inv(@Layout("n n") Float64Array a);
 *
 *   Svd<Float64Array> svd(@Layout("*b m n") Float64Array a, boolean fullMatrices);
 * }
 *
 * var linalg = new LinalgAdapter(Python.embedded());
 * Tensor inverse = linalg.inv(torchMatrix); // NumPy runs on the tensor's own memory
 * }
 *
 * <p>The processor writes an adapter, {@code LinalgAdapter}, that implements the interface by
 * calling Python, and that accepts tensors as {@link AcceptsNumpy} describes: contracts are checked
 * on the way in and on the way out.
 *
 * <p><b>Names.</b> A method calls the function of its name in snake case, {@code matrixRank} that
 * of {@code matrix_rank}; {@link PythonName} gives another one. Methods of one name call one
 * function, so that a shorter one leaves Python's defaults to Python.
 *
 * <p><b>Parameters</b> are passed by position, those annotated with {@link Keyword} by name: arrays
 * without a copy if they fit their contract, {@code int[]} and {@code long[]} as tuples, numbers,
 * booleans, strings, enum constants by name, lists, records as tuples, null as {@code None}.
 *
 * <p><b>Results</b>: arrays, without a copy; numbers, booleans and strings, from Python's and from
 * NumPy's scalars; lists; records, from tuples; null for {@code None} where the method is {@code
 * Nullable}; and {@code PythonObject} for everything else.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface NumpyModule {
  /**
   * The module's name, with all packages around it.
   *
   * @return for example {@code numpy.linalg}
   */
  String value();

  /**
   * The bridges to generate overloads for, as in {@link AcceptsNumpy#from}.
   *
   * @return classes annotated with {@link Bridge}
   */
  Class<?>[] from() default {};
}
