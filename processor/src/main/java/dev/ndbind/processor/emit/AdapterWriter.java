package dev.ndbind.processor.emit;

import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PRIVATE;
import static javax.lang.model.element.Modifier.PUBLIC;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ndbind.processor.model.AdapterModel;
import dev.ndbind.processor.model.AdapterPlan;
import dev.ndbind.processor.model.ClassId;
import dev.ndbind.processor.model.DispatchPlan;
import dev.ndbind.processor.model.MethodPlan;
import dev.ndbind.processor.model.ModuleModel;
import dev.ndbind.processor.model.OverloadPlan;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Writes an adapter: contracts, the instance, its constructor, a group of overloads for each
 * method, and the private overloads among which others choose.
 */
public final class AdapterWriter {
  private static final ClassName GENERATED =
      ClassName.get("javax.annotation.processing", "Generated");

  private final AdapterPlan plan;
  private final AdapterModel adapter;
  private final AdapterNames names;
  private final OverloadWriter overloads;
  private final DispatchWriter dispatches;
  private final TypeSpec.Builder type;

  private AdapterWriter(AdapterPlan plan) {
    this.plan = plan;
    this.adapter = plan.adapter();
    this.names = new AdapterNames(plan);
    this.overloads = new OverloadWriter(adapter, names);
    this.dispatches = new DispatchWriter(adapter, names);
    this.type = TypeSpec.classBuilder(adapter.target().adapter().simpleName());
  }

  /**
   * Writes an adapter.
   *
   * @param plan what to write
   * @param generator the name for {@code @Generated}
   * @return the file
   */
  public static SourceFile write(AdapterPlan plan, String generator) {
    return new AdapterWriter(plan).write(generator);
  }

  private SourceFile write(String generator) {
    writeHead(generator);
    new ContractWriter(adapter, names).fields(plan.methods()).forEach(type::addField);
    writeConstructor();
    plan.methods().forEach(this::writeOverloads);
    writeBranches();
    ClassId id = adapter.target().adapter();
    // Classes of java.lang are imported too: a neighbour in the package may have the same name.
    JavaFile file = JavaFile.builder(id.packageName(), type.build()).indent("  ").build();
    return new SourceFile(id, tidy(file.toString()));
  }

  /**
   * JavaPoet parts all constants by blank lines, leaves a space where a value moves down, and gives
   * lines to braces and parentheses that need none.
   */
  private static String tidy(String text) {
    return text.replace("= \n", "=\n")
        .replace(";\n\n  static final ArrayContract ", ";\n  static final ArrayContract ")
        .replace(";\n\n    private final PythonFunction ", ";\n    private final PythonFunction ")
        .replace("Adapter() {\n  }", "Adapter() {}")
        .replace("(\n      forRemoval = true\n  )", "(forRemoval = true)");
  }

  private void writeHead(String generator) {
    type.addJavadoc(Docs.ofAdapter(adapter));
    type.addModifiers(FINAL);
    if (adapter.isPublic()) {
      type.addModifiers(PUBLIC);
    }
    if (adapter.surroundings().hasGenerated()) {
      type.addAnnotation(
          AnnotationSpec.builder(GENERATED).addMember("value", "$S", generator).build());
    }
    writeSuppressed(adapter.surroundings().suppressed());
    type.addTypeVariables(Types.variables(adapter.typeParameters()));
    if (adapter.isInterface()) {
      type.addSuperinterface(target());
      type.alwaysQualify(adapter.surroundings().inheritedNames().toArray(String[]::new));
    }
  }

  private void writeSuppressed(List<String> warnings) {
    if (!warnings.isEmpty()) {
      AnnotationSpec.Builder annotation = AnnotationSpec.builder(SuppressWarnings.class);
      warnings.forEach(warning -> annotation.addMember("value", "$S", warning));
      type.addAnnotation(annotation.build());
    }
  }

  private TypeName target() {
    return Types.generic(adapter.target(), adapter.typeParameters());
  }

  private void writeConstructor() {
    MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
    if (adapter.hasInstance()) {
      type.addField(FieldSpec.builder(target(), "target", PRIVATE, FINAL).build());
      adapter
          .module()
          .ifPresentOrElse(module -> writeModule(module, constructor), () -> adapt(constructor));
      if (adapter.isPublic()) {
        constructor.addModifiers(PUBLIC);
      }
    } else {
      constructor.addModifiers(PRIVATE);
    }
    type.addMethod(constructor.build());
  }

  private void adapt(MethodSpec.Builder constructor) {
    constructor
        .addJavadoc(Docs.ofConstructor())
        .addParameter(target(), "target")
        .addStatement("this.target = $T.requireNonNull(target, $S)", Objects.class, "target");
  }

  private void writeModule(ModuleModel module, MethodSpec.Builder constructor) {
    ModuleWriter writer = new ModuleWriter(plan, module);
    constructor
        .addJavadoc(Docs.ofConstructor(module))
        .addParameter(ModuleWriter.PYTHON, "python")
        .addStatement("this.target = $L", writer.instance());
    type.addType(writer.write());
  }

  private void writeOverloads(MethodPlan method) {
    for (OverloadPlan overload : method.overloads()) {
      Optional<DispatchPlan> dispatch =
          plan.dispatches().stream().filter(choice -> choice.hides(overload)).findFirst();
      if (dispatch.isEmpty()) {
        type.addMethod(overloads.write(method, overload));
      } else if (dispatch.get().replaces(overload)) {
        type.addMethod(dispatches.write(dispatch.get()));
      }
    }
  }

  private void writeBranches() {
    for (DispatchPlan dispatch : plan.dispatches()) {
      for (DispatchPlan.Branch branch : dispatch.branches()) {
        type.addMethod(overloads.writeBranch(branch));
      }
    }
  }
}
