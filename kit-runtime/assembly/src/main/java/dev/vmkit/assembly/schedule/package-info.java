/**
 * Scheduler policies and workloads as written in YAML. What enters: files, and the policies a catalog offers. What leaves:
 * a {@link dev.vmkit.assembly.schedule.ResolvedPolicy}, which makes instances with their parameters, and a
 * {@link dev.vmkit.assembly.schedule.WorkloadFile}. Read {@link dev.vmkit.assembly.schedule.PolicyResolver} first.
 */
@NullMarked
package dev.vmkit.assembly.schedule;

import org.jspecify.annotations.NullMarked;
