package dev.ndbind.processor.source;

import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Device;
import dev.ndbind.annotation.Order;
import dev.ndbind.processor.model.BridgeModel;
import dev.ndbind.processor.model.BridgeModel.TensorType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;

/** Reads what the classes annotated with {@code @Bridge} say of their frameworks. */
final class BridgeReader {
  private static final String BRIDGE = "dev.ndbind.annotation.Bridge";

  private final Compiler compiler;
  private final TypeElement reader;
  private final Map<String, Found> known = new HashMap<>();

  /**
   * The bridge of some name, or why there is none.
   *
   * @param bridge empty if there is none
   * @param framework the name of a framework whose tensor classes are missing
   */
  record Found(Optional<BridgeModel> bridge, Optional<String> framework) {}

  /** Reads bridges as the module of a class sees them. */
  BridgeReader(Compiler compiler, TypeElement reader) {
    this.compiler = compiler;
    this.reader = reader;
  }

  Found read(String name) {
    return known.computeIfAbsent(name, this::find);
  }

  private Found find(String name) {
    return Optional.ofNullable(compiler.find(reader, name))
        .flatMap(type ->
            Mirrors.find(type.getAnnotationMirrors(), BRIDGE)
                .map(annotation -> read(type, annotation)))
        .orElseGet(() -> new Found(Optional.empty(), Optional.empty()));
  }

  private Found read(TypeElement type, AnnotationMirror annotation) {
    String framework = Mirrors.string(value(annotation, "framework"));
    List<Optional<TensorType>> tensors =
        Mirrors.list(value(annotation, "tensors")).stream()
            .map(Mirrors::annotation)
            .map(this::tensorType)
            .toList();
    if (tensors.stream().anyMatch(Optional::isEmpty)) {
      return new Found(Optional.empty(), Optional.of(framework));
    }
    BridgeModel bridge =
        new BridgeModel(
            TypeReader.id(type),
            framework,
            tensors.stream().flatMap(Optional::stream).toList(),
            Mirrors.truth(value(annotation, "writable")),
            Mirrors.constant(Order.class, value(annotation, "order")),
            Mirrors.constant(Device.class, value(annotation, "device")),
            Mirrors.truth(value(annotation, "adoptsResults")),
            Mirrors.truth(value(annotation, "countsWrites")));
    return new Found(Optional.of(bridge), Optional.empty());
  }

  /** A tensor type, if its class exists and the reader's module can read it. */
  private Optional<TensorType> tensorType(AnnotationMirror annotation) {
    Set<DType> dtypes =
        Mirrors.list(value(annotation, "dtypes")).stream()
            .map(dtype -> Mirrors.constant(DType.class, dtype))
            .flatMap(dtype -> dtype.members().stream())
            .collect(Collectors.toSet());
    return Mirrors.classValue(value(annotation, "value"))
        .filter(type -> compiler.find(reader, type.getQualifiedName().toString()) != null)
        .map(type -> new TensorType(TypeReader.id(type), dtypes));
  }

  private AnnotationValue value(AnnotationMirror annotation, String attribute) {
    return Mirrors.value(compiler.elements(), annotation, attribute);
  }
}
