/**
 * Runs the benchmarks with their peers, and writes what came out as a table, as JSON and as a
 * chart. {@link dev.ndbind.benchmarks.report.Cases} says what is compared with what.
 */
package dev.ndbind.benchmarks.report;
