/**
 * Guest code as JVM code. What enters: the instructions that a hart executes often. What leaves: a {@link
 * dev.vmkit.machine.translate.Region}, a hidden class that executes them together. Read {@link
 * dev.vmkit.machine.translate.Translator} first: it counts arrivals, has the {@link
 * dev.vmkit.machine.translate.Planner} find the instructions around a place where many arrive, the {@link
 * dev.vmkit.machine.translate.Lifter} their meaning, and {@link dev.vmkit.machine.translate.RegionWriter} write the class,
 * with more or less {@link dev.vmkit.machine.translate.Effort}. That is done beside the guest, in a {@link
 * dev.vmkit.machine.translate.Workshop}.
 * {@link dev.vmkit.machine.translate.Values} and {@link dev.vmkit.machine.translate.Statements} turn the intermediate
 * representation into bytecode. Whatever is rare or strange is left to the interpreter, which is asked to execute that
 * one instruction; so no region traps, and nothing here knows an instruction set. {@link
 * dev.vmkit.machine.translate.Forms} are the interpreter's own help for what runs too seldom for regions: a class for each
 * instruction form, and for each function of the definition that is called often.
 */
@NullMarked
package dev.vmkit.machine.translate;

import org.jspecify.annotations.NullMarked;
