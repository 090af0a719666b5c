package dev.vmkit.machine.execute;

import dev.vmkit.language.codec.Decoding;
import dev.vmkit.language.ir.Specialiser;
import dev.vmkit.language.ir.Specialiser.Specialised;
import dev.vmkit.language.ir.Trap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a {@link Step} of what the decoder found. */
final class InstructionCompiler {
    private final Core core;
    private final Frame frame;
    private final Optional<Specialised> after;
    private final Trap illegal;

    /**
     * Compiles for one hart.
     *
     * @param frame in which the instructions will run
     */
    InstructionCompiler(Core core, Frame frame) {
        this.core = core;
        this.frame = frame;
        this.after = core.hart.isa().stepHook().map(Specialiser::inline);
        this.illegal = core.trap("illegal").orElseThrow();
    }

    Step compile(Decoding decoding) {
        return switch (decoding) {
            case Decoding.Decoded d -> new Step(body(d), d.units());
            case Decoding.Undefined u -> new Step(undefined(u.bits()), Math.max(1, u.units()));
        };
    }

    /** Cycles, the instruction itself, and the definition's {@code step} hook, as one. */
    private Action body(Decoding.Decoded decoded) {
        Compiler compiler = Compiler.instruction(core, decoded.units());
        List<Action> parts = new ArrayList<>();
        int cycles = decoded.instruction().form().cycles();
        if (cycles != 0) {
            parts.add(compiler.tick(new Value.Constant(cycles)));
        }
        parts.add(compile(compiler, Specialiser.specialise(decoded.instruction(), decoded.values())));
        after.ifPresent(hook -> parts.add(compile(compiler, hook)));
        return Control.block(parts);
    }

    private Action compile(Compiler compiler, Specialised body) {
        frame.room(body.locals());
        return compiler.action(body.body());
    }

    private Action undefined(long bits) {
        return f -> {
            throw core.abort.raise(illegal, bits);
        };
    }
}
