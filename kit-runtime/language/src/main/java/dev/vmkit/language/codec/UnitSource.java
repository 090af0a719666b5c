package dev.vmkit.language.codec;

/** Where instructions are read from: one address unit at a time, no further than the decoder needs. */
@FunctionalInterface
public interface UnitSource {
    /** The unit at {@code offset} from the start of the instruction, zero-extended. May throw: the fetch faulted. */
    long unit(int offset);
}
