package dev.ndbind.internal.reuse;

/**
 * What tells a tensor from all others as long as it is held.
 *
 * @param kind the framework, or what else its numbers belong to
 * @param number of the tensor
 */
public record Identity(Object kind, long number) {}
