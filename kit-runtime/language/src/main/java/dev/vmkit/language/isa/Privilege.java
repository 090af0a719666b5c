package dev.vmkit.language.isa;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whose the state is: which bits say what is allowed, which belong to programs, which decide where memory lies. What a
 * definition does not mention is {@link StateKind#CONTROL}, so that a register added later is not taken for a program's.
 *
 * @param mode the bits that hold the mode
 * @param modes from the least privileged to the most, at least one
 * @param kernel the mode that operating systems are written for, one of them
 * @param parts the state that is mentioned, the narrower part of a register after the wider one
 * @param hypercall the registers of a call to a monitor: what is asked, and two values; empty if there is none
 * @param shared state that a kernel made for a monitor may keep in memory that both see
 * @param guestKernel where such a kernel runs, if there is a mode between programs and the monitor
 */
public record Privilege(
        Bits mode,
        List<Mode> modes,
        Mode kernel,
        List<Part> parts,
        List<Element> hypercall,
        List<Bits> shared,
        Optional<GuestKernel> guestKernel) {

    public Privilege {
        modes = List.copyOf(modes);
        parts = List.copyOf(parts);
        hypercall = List.copyOf(hypercall);
        shared = List.copyOf(shared);
    }

    /** A mode and the value that stands for it. */
    public record Mode(String name, long value) {}

    /** Some bits of a register or of each register of a file; the name is that of the register or the field. */
    public record Bits(String name, RegisterFile file, BitRange range) {
        /** Ones at these bits. */
        public long mask() {
            return -1L >>> (64 - range.width()) << range.low();
        }
    }

    /** What somebody who controls the processor has put into some bits of a register, such as {@code scounteren = 0}. */
    public record Setting(Bits bits, long value) {
        @Override
        public String toString() {
            return bits.name() + " = " + (value >= 0 && value < 10 ? value : "0x" + Long.toHexString(value));
        }
    }

    /**
     * A mode with more privileges than programs have and fewer than a monitor, as ring 1 was of the first x86 monitors.
     *
     * @param settings with which what a kernel there has to ask for traps
     */
    public record GuestKernel(Mode mode, List<Setting> settings) {
        public GuestKernel {
            settings = List.copyOf(settings);
        }
    }

    /** A register of a file. */
    public record Element(RegisterFile file, int index) {
        /** Its place in the state. */
        public int slot() {
            return file.slot() + index;
        }
    }

    /** Bits and what they are. */
    public record Part(Bits bits, StateKind kind) {}

    /** The least privileged mode, in which programs run. */
    public Mode user() {
        return modes.getFirst();
    }

    /** The mode of that name, if there is one. */
    public Optional<Mode> mode(String name) {
        return modes.stream().filter(m -> m.name().equals(name)).findFirst();
    }

    /** Which bits of a register are of a kind. */
    public long bits(RegisterFile file, StateKind kind) {
        long bits = usual(file) == kind ? file.mask() : 0;
        for (Part part : parts) {
            if (part.bits().file().is(file)) {
                bits = part.kind() == kind
                        ? bits | part.bits().mask()
                        : bits & ~part.bits().mask();
            }
        }
        boolean holdsMode = mode.file().is(file);
        return kind == StateKind.MODE ? holdsMode ? mode.mask() : 0 : holdsMode ? bits & ~mode.mask() : bits;
    }

    /** Which bits of a register are of one of several kinds. */
    public long bits(RegisterFile file, Set<StateKind> kinds) {
        long bits = 0;
        for (StateKind kind : kinds) {
            bits |= bits(file, kind);
        }
        return bits;
    }

    /** What a register is that the definition does not mention. */
    private static StateKind usual(RegisterFile file) {
        return switch (file.role()) {
            case PC, RESERVATION -> StateKind.USER;
            case LINES -> StateKind.IO;
            case NONE, TIMER -> StateKind.CONTROL;
        };
    }
}
