package dev.vmkit.machine.board;

import dev.vmkit.language.codec.Decoding;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.ir.Trap;
import dev.vmkit.language.isa.AsmSettings;
import dev.vmkit.language.isa.ByteOrder;
import dev.vmkit.language.isa.IsaModel;
import dev.vmkit.language.isa.RegisterFile;
import dev.vmkit.language.isa.Space;
import dev.vmkit.language.text.Span;
import dev.vmkit.language.text.Text;
import dev.vmkit.machine.hart.Engine;
import dev.vmkit.machine.hart.Hart;
import dev.vmkit.machine.hart.Lines;
import dev.vmkit.machine.hart.Stop;
import dev.vmkit.machine.memory.Access;
import dev.vmkit.machine.memory.AddressSpace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** An engine whose instructions are Java: what one does depends on the program counter alone. */
final class ToyEngine implements Engine {

    /** What the instruction at an address does; it may end the run. */
    @FunctionalInterface
    interface Program {
        Optional<Stop> step(Hart hart, long pc);
    }

    private final Hart hart;
    private final Program program;

    private ToyEngine(Hart hart, Program program) {
        this.hart = hart;
        this.program = program;
    }

    /** A hart that runs a program over a space called {@code mem} of bytes. */
    static Hart hart(AddressSpace mem, Program program) {
        return new Hart(isa(), Map.of("mem", mem), Map.of(), hart -> new ToyEngine(hart, program));
    }

    private static Isa isa() {
        Span nowhere = Text.synthetic("toy", "").span();
        Space mem = Space.physical("mem", 16, 8);
        RegisterFile pc = new RegisterFile(
                "pc",
                0,
                1,
                32,
                List.of("pc"),
                OptionalInt.empty(),
                0,
                0,
                Map.of(),
                false,
                RegisterFile.Role.PC,
                nowhere);
        IsaModel model = new IsaModel(
                "toy",
                "",
                nowhere,
                ByteOrder.LITTLE,
                Map.of(),
                Set.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of("mem", mem),
                mem,
                List.of(pc),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                Map.of(),
                AsmSettings.NONE);
        return new Isa(
                model,
                List.of(),
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public Stop run() {
        while (!hart.halted() && !hart.waiting()) {
            if (hart.retired() >= hart.limit()) {
                return new Stop.Budget();
            }
            long pc = hart.state().pc();
            if (hart.breakpoints().contains(pc)) {
                return new Stop.Breakpoint(pc);
            }
            hart.state().pc(pc + 1);
            Optional<Stop> stop = program.step(hart, pc);
            if (stop.isPresent()) {
                return stop.get();
            }
            hart.retire(0);
        }
        return hart.halted() ? new Stop.Halted() : new Stop.Idle();
    }

    @Override
    public Optional<Stop> reset() {
        return Optional.empty();
    }

    @Override
    public Optional<Stop> take(Trap trap, long value) {
        return Optional.empty();
    }

    @Override
    public Optional<Lines.Line> interrupt() {
        return Optional.empty();
    }

    @Override
    public void flush() {}

    @Override
    public Optional<Translated> translate(Space space, Access access, long address) {
        return Optional.empty();
    }

    @Override
    public long physical(long address, Access access, int units) {
        return address;
    }

    @Override
    public Optional<Decoding> decode(long address) {
        return Optional.empty();
    }
}
