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
    private final Steps steps;

    /**
     * Compiles for one hart.
     *
     * @param steps asked first, for a program that is worthwhile
     */
    InstructionCompiler(Core core, Steps steps) {
        this.core = core;
        this.frame = new Frame(core.hart.state().slots());
        this.steps = steps;
        this.after = core.hart.isa().stepHook().map(Specialiser::inline);
        this.illegal = core.trap("illegal").orElseThrow();
    }

    /** For a small program, whose instructions need not be fast. */
    Step compile(Decoding decoding) {
        return switch (decoding) {
            case Decoding.Decoded d ->
                step(body(d), d.units(), d.instruction().form().cycles());
            case Decoding.Undefined u -> step(undefined(u.bits()), Math.max(1, u.units()), 1);
        };
    }

    /** For a program that is worthwhile. */
    Step compileFast(Decoding decoding) {
        return decoding instanceof Decoding.Decoded d ? steps.step(d).orElseGet(() -> compile(d)) : compile(decoding);
    }

    /** How many different instructions such a program has. */
    int worthwhile() {
        return steps.worthwhile();
    }

    private Step step(Action body, int units, int cycles) {
        return new ClosureStep(frame, body, units, cycles);
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
