/**
 * Binary floating-point arithmetic as IEEE 754-2019 defines it, in integers, exact to the last bit and flag. What enters:
 * bit patterns in a {@code long}, a {@link dev.vmkit.language.ieee.Rounding}, and the choices that the standard leaves to
 * an architecture, {@link dev.vmkit.language.ieee.FloatRules}. What leaves: a bit pattern, and what was raised in
 * {@link dev.vmkit.language.ieee.StatusFlags}. Read {@link dev.vmkit.language.ieee.Format} first, then
 * {@link dev.vmkit.language.ieee.Rounder}, with which nearly every operation ends, then {@code Multiplier}, the simplest
 * one. {@link dev.vmkit.language.ieee.FloatOperation} names them all for the semantics language. {@code HostDouble} and
 * {@code HostFloat} take the host's own arithmetic where it is provably the same.
 */
@NullMarked
package dev.vmkit.language.ieee;

import org.jspecify.annotations.NullMarked;
