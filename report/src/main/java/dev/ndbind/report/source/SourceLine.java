package dev.ndbind.report.source;

/**
 * Where a method is declared.
 *
 * @param file the file
 * @param line of the method's name, from 1
 */
public record SourceLine(SourceFile file, int line) {}
