package dev.vmkit.testkit.differential;

import dev.vmkit.language.ir.Extern;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.machine.hart.Blocked;
import dev.vmkit.machine.hart.ExternBinding;
import dev.vmkit.machine.hart.Hart;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Externs whose results depend on arguments, on time and on how often they were called; now and then one blocks. */
final class TestExterns {
    private static final int BLOCKS_EVERY = 13;
    private static final String CPU = "cpu";

    private final Map<String, ExternBinding> bindings = new HashMap<>();
    private final Supplier<Hart> hart;
    private long calls;
    private long digest;

    TestExterns(Isa isa, Supplier<Hart> hart) {
        this.hart = hart;
        for (Extern extern : isa.externs().values()) {
            if (!extern.declaration().device().equals(CPU)) {
                bindings.put(extern.name(), this::call);
            }
        }
    }

    Map<String, ExternBinding> bindings() {
        return bindings;
    }

    /** A number that depends on every call, their order and their time. */
    long digest() {
        return digest;
    }

    private long call(long[] arguments) {
        calls++;
        if (calls % BLOCKS_EVERY == 0) {
            throw new Blocked();
        }
        digest = Mix.of(digest, Mix.of(arguments), hart.get().retired());
        return digest;
    }
}
