package dev.vmkit.testkit.junit;

import dev.vmkit.testkit.subject.Bits;

/** What is in a place of a machine, to be compared. */
public final class TestedPlace {
    private final TestedMachine machine;
    private final String name;
    private final Bits found;

    TestedPlace(TestedMachine machine, String name, Bits found) {
        this.machine = machine;
        this.name = name;
        this.found = found;
    }

    /** It holds this number, which may have a sign. */
    public TestedMachine is(long number) {
        if (!found.is(number)) {
            throw new AssertionError(name + " should be " + found.alike(number) + ", and is " + found);
        }
        return machine;
    }

    /** It holds another number. */
    public TestedMachine isNot(long number) {
        if (found.is(number)) {
            throw new AssertionError(name + " should not be " + found);
        }
        return machine;
    }

    /** What it holds, without a sign. */
    public long value() {
        return found.value();
    }
}
