package dev.ndbind.processor;

import com.google.auto.service.AutoService;
import dev.ndbind.processor.diagnostic.Place;
import dev.ndbind.processor.diagnostic.Problem;
import dev.ndbind.processor.diagnostic.Report;
import dev.ndbind.processor.source.Compiler;
import dev.ndbind.processor.source.Completeness;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/**
 * Writes an adapter for each type with methods annotated with {@code @AcceptsNumpy}, and for each
 * interface annotated with {@code @NumpyModule}.
 *
 * <p>A type whose signatures mention something that does not exist yet waits for a later round, in
 * which another processor may have written it. It waits by name, since elements belong to a round.
 *
 * <p>Options, each given to the compiler as {@code -A<name>=<value>}:
 *
 * <ul>
 *   <li>{@code ndbind.from} names the bridges, separated by commas, for types that do not name any;
 *   <li>{@code ndbind.copies} is {@code note} for compiler notes that tell which arguments are
 *       copied, {@code deny} to fail a build in which a copy is certain, {@code allow} by default.
 * </ul>
 *
 * <p>Beside each adapter goes its copy plan, {@code META-INF/ndbind/<adapter>.json}.
 */
@AutoService(Processor.class)
public final class NumpyProcessor extends AbstractProcessor {
  private static final String ACCEPTS_NUMPY = "dev.ndbind.annotation.AcceptsNumpy";
  private static final String NUMPY_MODULE = "dev.ndbind.annotation.NumpyModule";

  private final Set<String> waiting = new LinkedHashSet<>();
  private final Set<String> compiled = new LinkedHashSet<>();

  /** For the compiler. */
  public NumpyProcessor() {}

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of(ACCEPTS_NUMPY, NUMPY_MODULE);
  }

  @Override
  public Set<String> getSupportedOptions() {
    return Options.NAMES;
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    round.getRootElements().forEach(root -> AnnotatedTypes.name(root).ifPresent(compiled::add));
    Set<String> names = new LinkedHashSet<>(waiting);
    names.addAll(AnnotatedTypes.in(round, annotations));
    waiting.clear();
    for (String name : names) {
      TypeElement type = processingEnv.getElementUtils().getTypeElement(name);
      if (type != null) {
        process(name, type, round.processingOver());
      }
    }
    return false;
  }

  /** Whatever goes wrong is a message at the type, never an exception in the compiler's face. */
  private void process(String name, TypeElement type, boolean isLastRound) {
    Report report = new Report();
    try {
      Optional<String> missing = new Completeness(compiler()).missing(type);
      if (missing.isEmpty()) {
        new AdapterTask(processingEnv, compiler(), report, compiled)
            .run(type, Options.of(processingEnv.getOptions()));
      } else if (isLastRound) {
        String adapter = type.getSimpleName() + "'s adapter";
        report.add(Problem.UNRESOLVED_TYPE, Place.of(type), adapter, missing.get());
      } else {
        waiting.add(name);
      }
    } catch (RuntimeException | StackOverflowError e) {
      report.add(Problem.INTERNAL_ERROR, Place.of(type), e);
    }
    report.print(processingEnv.getMessager());
  }

  private Compiler compiler() {
    return new Compiler(processingEnv.getElementUtils(), processingEnv.getTypeUtils());
  }
}
