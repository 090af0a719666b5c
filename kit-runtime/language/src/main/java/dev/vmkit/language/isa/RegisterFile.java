package dev.vmkit.language.isa;

import dev.vmkit.language.text.Span;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One register or an array of them: the storage of a hart.
 *
 * @param slot the first of its {@code count} consecutive slots; -1 if it is left out
 * @param width bits of each, within [1, 64]
 * @param names what each is called in assembly and traces; for a single register its own name
 * @param also further names that assembly understands, each with the index of its register
 * @param zero the index of the register that always reads 0
 * @param ones bits that always read 1
 * @param reset the value after reset
 * @param fields named bit ranges
 * @param exposed whether field names may be used without the register's name
 * @param role what the machine uses it for
 * @param line the interrupt line that a timer raises; of no meaning for other roles
 * @param offset the register that a timer adds to the time before it compares
 */
public record RegisterFile(
        String name,
        int slot,
        int count,
        int width,
        List<String> names,
        Map<String, Integer> also,
        OptionalInt zero,
        long ones,
        long reset,
        Map<String, BitRange> fields,
        boolean exposed,
        Role role,
        int line,
        Optional<String> offset,
        Span span) {
    public RegisterFile {
        names = List.copyOf(names);
        also = Collections.unmodifiableMap(also);
        fields = Collections.unmodifiableMap(fields);
    }

    /** What the machine uses a register for. */
    public enum Role {
        NONE,
        /** The program counter; reading it gives the address of the running instruction, writing it jumps. */
        PC,
        /** The machine sets bit n while interrupt line n is raised; instructions only read it. */
        LINES,
        /** The machine raises interrupt line {@code line} while its time, and the offset, is at or past the value, unsigned. */
        TIMER,
        /** Not 0: an address whose line of memory is reserved. The machine clears it when anybody writes there. */
        RESERVATION
    }

    /** Without further names, and no timer. */
    public RegisterFile(
            String name,
            int slot,
            int count,
            int width,
            List<String> names,
            OptionalInt zero,
            long ones,
            long reset,
            Map<String, BitRange> fields,
            boolean exposed,
            Role role,
            Span span) {
        this(
                name,
                slot,
                count,
                width,
                names,
                Map.of(),
                zero,
                ones,
                reset,
                fields,
                exposed,
                role,
                0,
                Optional.empty(),
                span);
    }

    /** Whether its {@code when} leaves it out: bodies may mention it, but it reads 0 and a write does nothing. */
    public boolean isLeftOut() {
        return slot < 0;
    }

    /** The same with another role. */
    public RegisterFile withRole(Role other) {
        return new RegisterFile(
                name, slot, count, width, names, also, zero, ones, reset, fields, exposed, other, line, offset, span);
    }

    /** The name's alone, which tells the registers of an instruction set apart: sets of them are built without end. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /** Whether it is that one of the same instruction set. */
    public boolean is(RegisterFile other) {
        return name.equals(other.name);
    }

    public boolean isPc() {
        return role == Role.PC;
    }

    /** The bits a value may have: {@code width} ones. */
    public long mask() {
        return -1L >>> (64 - width);
    }
}
