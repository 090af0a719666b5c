/**
 * The benchmark: the same programs on the kit's engines and on QEMU, as whole processes, in turn. What enters: kernels to
 * run, and how a fresh kit and QEMU are started. What leaves: a {@link dev.vmkit.tools.bench.Report}, as a table, as JSON, or
 * as a picture. Read {@link dev.vmkit.tools.bench.Benchmark} first, then {@link dev.vmkit.tools.bench.Kernels}; the
 * kernels themselves are resources, with their sources beside them.
 */
@NullMarked
package dev.vmkit.tools.bench;

import org.jspecify.annotations.NullMarked;
