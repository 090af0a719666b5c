/**
 * The ISA model. What enters: the positioned tree of an {@code isa.yaml} (and of those it extends), with the parameters
 * and features a machine chose. What leaves: an {@link dev.vmkit.language.isa.IsaModel} in which every family, mode set
 * and table is expanded into {@link dev.vmkit.language.isa.Form}s and every declared name is resolved; the semantics are
 * still text. Read {@link dev.vmkit.language.isa.IsaModel} first, then {@link dev.vmkit.language.isa.Form}.
 */
@NullMarked
package dev.vmkit.language.isa;

import org.jspecify.annotations.NullMarked;
