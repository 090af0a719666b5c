package dev.vmkit.api;

import org.pf4j.ExtensionPoint;

/**
 * Java methods that an instruction set's {@code externs} name. Each extern without {@code device:} is bound to the public
 * method of the same name whose parameters are all {@code long} and which returns {@code long} or nothing; values are
 * zero-extended. One instance serves one hart.
 */
@Experimental(Use.IMPLEMENT)
public interface IsaFunctions extends ExtensionPoint {}
