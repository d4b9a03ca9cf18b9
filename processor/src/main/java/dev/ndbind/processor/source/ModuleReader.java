package dev.ndbind.processor.source;

import dev.ndbind.processor.diagnostic.Place;
import dev.ndbind.processor.diagnostic.Problem;
import dev.ndbind.processor.diagnostic.Report;
import dev.ndbind.processor.model.MethodModel;
import dev.ndbind.processor.model.ModuleModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Reads what an interface that stands for a Python module calls, and by which names. */
final class ModuleReader {
  static final String NUMPY_MODULE = "dev.ndbind.annotation.NumpyModule";
  private static final String PYTHON_NAME = "dev.ndbind.annotation.PythonName";
  private static final String KEYWORD = "dev.ndbind.annotation.Keyword";
  private static final String PYTHON = "dev.ndbind.numpy.Python";

  /** What Python calls an identifier, within ASCII. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*");

  private static final Pattern MODULE = Pattern.compile(NAME + "(\\." + NAME + ")*");

  private static final String NAMES = "use letters, digits and underscores";

  private final Compiler compiler;
  private final Report report;
  private final PythonTypes types;

  ModuleReader(Compiler compiler, Report report) {
    this.compiler = compiler;
    this.report = report;
    this.types = new PythonTypes(compiler, report);
  }

  static Optional<AnnotationMirror> annotation(Element element) {
    return Mirrors.find(element.getAnnotationMirrors(), NUMPY_MODULE);
  }

  /** Whether a type may stand for a module; reported if not. */
  boolean check(TypeElement type) {
    Place place = Place.of(type);
    String why = null;
    if (type.getKind() != ElementKind.INTERFACE) {
      why = "it is no interface; declare the functions as the methods of one";
    } else if (!type.getTypeParameters().isEmpty()) {
      why = "it has type parameters; write one method for each type";
    } else if (compiler.find(type, PYTHON) == null) {
      why = "%s is not found; add ndbind-numpy".formatted(PYTHON);
    }
    if (why != null) {
      report.add(Problem.UNSUPPORTED_MODULE, place, Mentions.name(type), why);
    }
    return why == null;
  }

  /**
   * Reads the functions.
   *
   * @param type the annotated interface
   * @param methods its methods
   * @param models of the methods, in the same order
   */
  ModuleModel read(TypeElement type, List<ExecutableElement> methods, List<MethodModel> models) {
    AnnotationMirror annotation = annotation(type).orElseThrow();
    String name = named(type, annotation, MODULE, "write names joined by dots, numpy.linalg");
    List<ModuleModel.Function> functions = new ArrayList<>();
    for (int i = 0; i < models.size(); i++) {
      if (methods.get(i).getModifiers().contains(Modifier.ABSTRACT)) {
        functions.add(read(methods.get(i), models.get(i)));
      }
    }
    return new ModuleModel(name, functions);
  }

  private ModuleModel.Function read(ExecutableElement method, MethodModel model) {
    if (!method.getTypeParameters().isEmpty()) {
      report.add(
          Problem.UNSUPPORTED_MODULE,
          Place.of(method),
          Mentions.name(method),
          "it has type parameters; write one method for each type");
    }
    String name =
        Mirrors.find(method.getAnnotationMirrors(), PYTHON_NAME)
            .map(annotation -> named(method, annotation, NAME, NAMES))
            .orElseGet(() -> snakeCase(method));
    return new ModuleModel.Function(model, name, keywords(method), types.result(method));
  }

  private List<Optional<String>> keywords(ExecutableElement method) {
    List<Optional<String>> keywords = new ArrayList<>();
    VariableElement byName = null;
    for (VariableElement parameter : method.getParameters()) {
      Optional<String> keyword =
          Mirrors.find(parameter.getAnnotationMirrors(), KEYWORD)
              .map(annotation -> keyword(parameter, annotation));
      if (keyword.isPresent()) {
        byName = parameter;
      } else if (byName != null) {
        report.add(
            Problem.KEYWORD_ORDER,
            Place.of(parameter),
            Mentions.name(parameter),
            Mentions.name(byName));
      }
      types.checkParameter(parameter);
      keywords.add(keyword);
    }
    return keywords;
  }

  private String keyword(VariableElement parameter, AnnotationMirror annotation) {
    return value(annotation).isEmpty()
        ? snakeCase(parameter)
        : named(parameter, annotation, NAME, NAMES);
  }

  private String value(AnnotationMirror annotation) {
    return Mirrors.string(Mirrors.value(compiler.elements(), annotation, "value"));
  }

  /** The name that an annotation gives; reported if Python has no such names. */
  private String named(
      Element element, AnnotationMirror annotation, Pattern pattern, String wayOut) {
    String name = value(annotation);
    if (!pattern.matcher(name).matches()) {
      Place place =
          Mirrors.written(annotation, "value")
              .map(value -> Place.of(element, annotation, value))
              .orElseGet(() -> Place.of(element, annotation));
      report.add(Problem.PYTHON_NAME, place, name, wayOut);
    }
    return name;
  }

  /** {@code fullMatrices} as Python writes it: {@code full_matrices}. */
  private static String snakeCase(Element element) {
    return Mentions.name(element)
        .replaceAll("(\\p{Lower}|\\d)(\\p{Upper})", "$1_$2")
        .toLowerCase(Locale.ROOT);
  }
}
