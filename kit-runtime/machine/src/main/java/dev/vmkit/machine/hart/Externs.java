package dev.vmkit.machine.hart;

import dev.vmkit.language.ir.Extern;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.machine.memory.Access;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the externs of an instruction set do in one hart. */
final class Externs {
    private static final String CPU = "cpu";

    private final Map<String, ExternBinding> bindings;

    private Externs(Map<String, ExternBinding> bindings) {
        this.bindings = bindings;
    }

    /**
     * Binds all externs: those of the device {@code cpu} to the hart, the others as given.
     *
     * @throws IllegalArgumentException if any is left
     */
    static Externs bind(Isa isa, Map<String, ExternBinding> given, Hart hart, HartContext context) {
        Map<String, ExternBinding> bound = new HashMap<>();
        List<String> missing = new ArrayList<>();
        for (Extern extern : isa.externs().values()) {
            ExternBinding binding = binding(extern, given, hart, context);
            if (binding == null) {
                missing.add(extern.name());
            } else {
                bound.put(extern.name(), binding);
            }
        }
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("nothing provides " + String.join(", ", missing));
        }
        return new Externs(bound);
    }

    private static @Nullable ExternBinding binding(
            Extern extern, Map<String, ExternBinding> given, Hart hart, HartContext context) {
        return extern.declaration().device().equals(CPU) ? own(extern.name(), hart, context) : given.get(extern.name());
    }

    private static @Nullable ExternBinding own(String name, Hart hart, HartContext context) {
        return switch (name) {
            case "retired" -> arguments -> hart.retired();
            case "physical" ->
                arguments -> hart.engine().physical(arguments[0], access(arguments[1]), (int) arguments[2]);
            case "acknowledge" -> arguments -> hart.lines().acknowledge((int) arguments[0]);
            case "cycles" -> arguments -> hart.cycles();
            case "time" -> arguments -> context.clock().time();
            case "instruction" -> arguments -> hart.engine().trapped();
            case "hart" -> arguments -> context.index();
            default -> null;
        };
    }

    private static Access access(long number) {
        return Access.values()[(int) Math.min(number, Access.MANAGE.ordinal())];
    }

    ExternBinding get(String name) {
        return Objects.requireNonNull(bindings.get(name), name);
    }
}
