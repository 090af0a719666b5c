package dev.vmkit.testkit.example;

import dev.vmkit.language.ir.Extern;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.machine.hart.ExternBinding;
import java.util.HashMap;
import java.util.Map;

/** What the externs of an instruction set stand for on a processor that has no devices. */
public final class BareExterns {
    /** Externs of this device the hart itself provides. */
    private static final String CPU = "cpu";

    private BareExterns() {}

    /**
     * Bindings of all externs that are not the hart's own: those that are given, and 0 for those of devices that are not
     * there.
     */
    public static Map<String, ExternBinding> of(Isa isa, Map<String, ExternBinding> given) {
        Map<String, ExternBinding> all = new HashMap<>(given);
        for (Extern extern : isa.externs().values()) {
            if (!extern.declaration().device().equals(CPU)) {
                all.putIfAbsent(extern.name(), arguments -> 0);
            }
        }
        return all;
    }
}
