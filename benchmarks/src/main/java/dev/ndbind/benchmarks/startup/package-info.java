/** Times how a JVM starts that calls an adapter, with and without an AOT cache. */
package dev.ndbind.benchmarks.startup;
