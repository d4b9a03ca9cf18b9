package dev.ndbind.processor.source;

import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * What the compiler offers to readers.
 *
 * @param elements declarations
 * @param types types
 */
public record Compiler(Elements elements, Types types) {
  /**
   * Finds a class as the module of another one sees it.
   *
   * @param reader the class that wants to use the other
   * @param name a canonical name
   * @return null if there is none, or if the module cannot read it
   */
  @Nullable TypeElement find(TypeElement reader, String name) {
    ModuleElement module = elements.getModuleOf(reader);
    return module == null ? elements.getTypeElement(name) : elements.getTypeElement(module, name);
  }
}
