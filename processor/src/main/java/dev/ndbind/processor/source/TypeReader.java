package dev.ndbind.processor.source;

import dev.ndbind.processor.model.ClassId;
import dev.ndbind.processor.model.TypeModel;
import dev.ndbind.processor.model.TypeParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.NoType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.SimpleTypeVisitor14;
import org.jspecify.annotations.Nullable;

/** Reads the types of signatures that {@link Completeness} has found complete. */
final class TypeReader extends SimpleTypeVisitor14<TypeModel, Void> {
  private final Compiler compiler;

  TypeReader(Compiler compiler) {
    this.compiler = compiler;
  }

  TypeModel read(TypeMirror type) {
    return type.accept(this, null);
  }

  List<TypeParameter> readParameters(List<? extends TypeParameterElement> parameters) {
    return parameters.stream()
        .map(parameter ->
            new TypeParameter(
                Mentions.name(parameter),
                parameter.getBounds().stream()
                    .filter(bound -> !isObject(bound))
                    .map(this::read)
                    .toList()))
        .toList();
  }

  private static boolean isObject(TypeMirror type) {
    return Kinds.declared(type)
        .map(Mentions::element)
        .filter(element -> element.getQualifiedName().contentEquals("java.lang.Object"))
        .isPresent();
  }

  static ClassId id(TypeElement type) {
    List<String> names = new ArrayList<>();
    for (Element element : outwards(type)) {
      if (element.getKind() == ElementKind.PACKAGE) {
        String packageName = ((PackageElement) element).getQualifiedName().toString();
        return new ClassId(packageName, names.reversed());
      }
      names.add(Mentions.name(element));
    }
    throw new IllegalStateException("no package around " + Mentions.name(type));
  }

  /** An element, and what is around it, up to the package and its module. */
  static List<Element> outwards(Element element) {
    List<Element> elements = new ArrayList<>();
    for (Element next = element; next != null; next = next.getEnclosingElement()) {
      elements.add(next);
    }
    return elements;
  }

  static String keyword(TypeKind primitive) {
    return primitive.name().toLowerCase(Locale.ROOT);
  }

  @Override
  protected TypeModel defaultAction(TypeMirror type, Void unused) {
    throw new IllegalStateException("no type of a signature: " + type.getKind());
  }

  @Override
  public TypeModel visitPrimitive(PrimitiveType type, Void unused) {
    return new TypeModel.Primitive(keyword(type.getKind()));
  }

  @Override
  public TypeModel visitNoType(NoType type, Void unused) {
    return TypeModel.Primitive.VOID;
  }

  @Override
  public TypeModel visitArray(ArrayType type, Void unused) {
    return new TypeModel.Array(read(type.getComponentType()));
  }

  @Override
  public TypeModel visitDeclared(DeclaredType type, Void unused) {
    return new TypeModel.Declared(
        id(Mentions.element(type)),
        type.getTypeArguments().stream().map(this::read).toList(),
        Kinds.declared(type.getEnclosingType())
            .filter(outer -> !outer.getTypeArguments().isEmpty())
            .map(outer -> (TypeModel.Declared) read(outer)));
  }

  @Override
  public TypeModel visitTypeVariable(TypeVariable type, Void unused) {
    TypeMirror erasure = compiler.types().erasure(type);
    return new TypeModel.Variable(Mentions.name(type.asElement()), read(erasure).erasure());
  }

  @Override
  public TypeModel visitWildcard(WildcardType type, Void unused) {
    return new TypeModel.Wildcard(bound(type.getExtendsBound()), bound(type.getSuperBound()));
  }

  private Optional<TypeModel> bound(@Nullable TypeMirror type) {
    return Optional.ofNullable(type).map(this::read);
  }
}
