package dev.ndbind.processor.emit;

import dev.ndbind.processor.model.ClassId;

/**
 * A file to write.
 *
 * @param type the class in it
 * @param text the whole text
 */
public record SourceFile(ClassId type, String text) {}
