package dev.vmkit.machine.execute;

import dev.vmkit.language.codec.Decoding;
import dev.vmkit.language.ir.Specialiser;
import dev.vmkit.language.ir.Specialiser.Specialised;
import dev.vmkit.language.ir.Trap;
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
            case Decoding.Decoded d ->
                new Step(body(d), d.units(), d.instruction().form().cycles());
            case Decoding.Undefined u -> new Step(undefined(u.bits()), Math.max(1, u.units()), 1);
        };
    }

    /** The instruction itself and the definition's {@code step} hook, as one. */
    private Action body(Decoding.Decoded decoded) {
        Compiler compiler = Compiler.instruction(core, decoded.units());
        Action body = compile(compiler, Specialiser.specialise(decoded.instruction(), decoded.values()));
        return after.map(hook -> Control.block(List.of(body, compile(compiler, hook))))
                .orElse(body);
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
