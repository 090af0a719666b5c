/** Benchmarks with JMH. They are not run by the build; each says how it is run. */
package dev.vmkit.tools.benchmark;
