package dev.ndbind.processor.source;

import dev.ndbind.processor.diagnostic.Place;
import dev.ndbind.processor.diagnostic.Problem;
import dev.ndbind.processor.diagnostic.Report;
import dev.ndbind.processor.diagnostic.Spelling;
import dev.ndbind.processor.model.BridgeUse;
import dev.ndbind.processor.model.BridgeUse.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * Chooses the bridges for a method: those named in {@code from} on the method, or else on the type,
 * or else by the processor's option, or else ndbind's own as far as they can be read.
 */
final class BridgeChoice {
  /** ndbind's own. */
  private static final List<String> DEFAULT =
      List.of(
          "dev.ndbind.pytorch.PyTorch", "dev.ndbind.tensorflow.TensorFlow", "dev.ndbind.onnx.Onnx");

  private final Compiler compiler;
  private final Report report;
  private final TypeElement type;
  private final List<String> option;
  private final BridgeReader bridges;

  BridgeChoice(Compiler compiler, Report report, TypeElement type, List<String> option) {
    this.compiler = compiler;
    this.report = report;
    this.type = type;
    this.option = option;
    this.bridges = new BridgeReader(compiler, type);
  }

  List<BridgeUse> of(ExecutableElement method) {
    List<BridgeUse> uses = new ArrayList<>();
    List<Named> named = named(method);
    if (named.isEmpty()) {
      DEFAULT.forEach(name ->
          bridges
              .read(name)
              .bridge()
              .ifPresent(
                  bridge -> uses.add(new BridgeUse(bridge, Origin.DEFAULT, Place.of(method)))));
    }
    named.forEach(bridge -> resolve(bridge).ifPresent(uses::add));
    return uses;
  }

  private record Named(String name, Origin origin, Place place, String hint) {}

  private List<Named> named(ExecutableElement method) {
    return Stream.of(method, type)
        .map(this::from)
        .filter(names -> !names.isEmpty())
        .findFirst()
        .orElseGet(this::byOption);
  }

  private List<Named> byOption() {
    return option.stream()
        .map(name -> new Named(name, Origin.SEVERAL, Place.of(type), hint(name)))
        .toList();
  }

  private static String hint(String name) {
    return Spelling.closest(name, DEFAULT)
        .map(Spelling::didYouMean)
        .orElse("check the processor's option ndbind.from");
  }

  private List<Named> from(Element element) {
    Optional<AnnotationMirror> annotation = Members.annotation(element);
    return annotation.stream()
        .flatMap(found -> Mirrors.list(Mirrors.value(compiler.elements(), found, "from")).stream())
        .map(value -> named(value, element, annotation.orElseThrow()))
        .toList();
  }

  private Named named(AnnotationValue value, Element element, AnnotationMirror annotation) {
    String name =
        Mirrors.classValue(value).map(c -> c.getQualifiedName().toString()).orElse("this");
    return new Named(
        name,
        element.equals(type) ? Origin.SEVERAL : Origin.METHOD,
        Place.of(element, annotation, value),
        "name a class such as PyTorch.class");
  }

  private Optional<BridgeUse> resolve(Named named) {
    BridgeReader.Found found = bridges.read(named.name());
    if (found.framework().isPresent()) {
      report.add(Problem.MISSING_FRAMEWORK, named.place(), named.name(), found.framework().get());
    } else if (found.bridge().isEmpty()) {
      report.add(Problem.NOT_A_BRIDGE, named.place(), named.name(), named.hint());
    }
    return found.bridge().map(bridge -> new BridgeUse(bridge, named.origin(), named.place()));
  }
}
