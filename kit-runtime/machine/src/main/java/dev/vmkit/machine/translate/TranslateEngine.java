package dev.vmkit.machine.translate;

import dev.vmkit.machine.execute.Accelerator;
import dev.vmkit.machine.execute.InterpretEngine;
import dev.vmkit.machine.hart.Engine;
import dev.vmkit.machine.hart.Hart;

/** The translator as an engine: the interpreter, and where code is executed often, {@link Translator}'s regions. */
public final class TranslateEngine {
    private TranslateEngine() {}

    /** Translates where it pays, beside the guest. */
    public static Engine tiered(Hart hart) {
        return engine(hart, Options.TIERED);
    }

    /** Translates at once what is executed twice: slow to start, but nothing depends on timing. */
    public static Engine eager(Hart hart) {
        return engine(hart, Options.EAGER);
    }

    /** The same with little effort at first, and with all of it for some of what has been executed more often. */
    public static Engine quick(Hart hart) {
        return engine(hart, Options.QUICK);
    }

    private static Engine engine(Hart hart, Options options) {
        return new InterpretEngine(
                hart, guest -> new Forms(guest, options.worthwhile()), guest -> new Translator(guest, options));
    }

    /** Interprets like the other engines where they do, and is helped by somebody else. */
    public static Engine assisted(Hart hart, Accelerator.Factory accelerators) {
        return new InterpretEngine(hart, guest -> new Forms(guest, Options.TIERED.worthwhile()), accelerators);
    }

    /** Interprets, with a class for each form from the first instruction on: for tests of just that. */
    public static Engine interpreting(Hart hart) {
        return new InterpretEngine(hart, guest -> new Forms(guest, 0), _ -> Accelerator.NONE);
    }
}
