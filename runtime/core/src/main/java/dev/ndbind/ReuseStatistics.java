package dev.ndbind;

/**
 * What a {@link ReuseStore} did since it was made, and what it holds now.
 *
 * @param hits how often a remembered copy served
 * @param misses how often there was none, or it was no longer right
 * @param evictions how many copies were given up for want of room
 * @param copies how many there are now
 * @param bytes how much they count against the store's bound: the copies, and the memory of their
 *     tensors, which lives as long
 */
public record ReuseStatistics(long hits, long misses, long evictions, long copies, long bytes) {}
