package dev.vmkit.machine.translate;

import dev.vmkit.machine.execute.InterpretEngine;
import dev.vmkit.machine.hart.Engine;
import dev.vmkit.machine.hart.Hart;

/** The translator as an engine: the interpreter, and where code is executed often, {@link Translator}'s regions. */
public final class TranslateEngine {
    private TranslateEngine() {}

    /** Translates where it pays, beside the guest. */
    public static Engine tiered(Hart hart) {
        return new InterpretEngine(hart, guest -> new Translator(guest, Options.TIERED));
    }

    /** Translates at once what is executed twice: slow to start, but nothing depends on timing. */
    public static Engine eager(Hart hart) {
        return new InterpretEngine(hart, guest -> new Translator(guest, Options.EAGER));
    }
}
