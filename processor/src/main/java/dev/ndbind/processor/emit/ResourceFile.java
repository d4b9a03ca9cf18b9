package dev.ndbind.processor.emit;

/**
 * A file to write beside the classes.
 *
 * @param path its path there, parted by slashes
 * @param text the whole text
 */
public record ResourceFile(String path, String text) {}
