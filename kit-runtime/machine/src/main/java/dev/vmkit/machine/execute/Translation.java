package dev.vmkit.machine.execute;

import dev.vmkit.language.ir.Function;
import dev.vmkit.language.ir.Operations;
import dev.vmkit.language.isa.BitRange;
import dev.vmkit.language.isa.IsaModel;
import dev.vmkit.language.isa.RegisterFile;
import dev.vmkit.language.isa.Space;
import dev.vmkit.machine.memory.Access;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a definition maps the addresses of a space to those of the space it is over, and a {@link Tlb} for each value of the
 * translate key seen lately: a kernel that comes and goes finds its pages again.
 */
final class Translation {
    private static final int KEYS = 8;

    /** A part of the translate key. */
    private record Part(int slot, int low, int width) {}

    private final Core core;
    private final @Nullable Function function;
    private final @Nullable Space over;
    private final List<Part> key;
    private final Tlb none;
    private final Map<List<Long>, Tlb> known = new LinkedHashMap<>(KEYS, 0.75f, true);
    private @Nullable Tlb current;
    private @Nullable Routine routine;
    private boolean busy;

    Translation(Core core, Space space, int pageShift) {
        IsaModel model = core.hart.isa().model();
        this.core = core;
        this.function = space.translate().map(core.hart.isa().functions()::get).orElse(null);
        this.over = space.over().map(model.spaces()::get).orElse(null);
        this.key = function == null
                ? List.of()
                : model.translateKey().stream().map(name -> part(model, name)).toList();
        this.none = Tlb.empty(pageShift);
    }

    private static Part part(IsaModel model, String name) {
        int dot = name.indexOf('.');
        RegisterFile file =
                model.register(dot < 0 ? name : name.substring(0, dot)).orElseThrow();
        BitRange bits = dot < 0
                ? new BitRange(file.width() - 1, 0)
                : Objects.requireNonNull(file.fields().get(name.substring(dot + 1)), name);
        return new Part(file.slot(), bits.low(), bits.width());
    }

    /** Whether addresses are translated at all. */
    boolean exists() {
        return function != null;
    }

    /** Whether a translation holds for its page until the key changes or {@code flush()} is executed. */
    boolean remembers() {
        return function == null || !key.isEmpty();
    }

    /** An address of the space below; what the function itself accesses in its own space is not translated. */
    long translate(long address, Access access) {
        if (function == null || busy) {
            return address;
        }
        busy = true;
        try {
            long below = routine(function).call(address, access.ordinal());
            return over == null ? below : core.mmu(over).physical(below, access);
        } finally {
            busy = false;
        }
    }

    private Routine routine(Function translate) {
        if (routine == null) {
            routine = core.routine(translate);
        }
        return routine;
    }

    /** The translations for the state as it is. */
    Tlb current() {
        if (current == null) {
            current = known.computeIfAbsent(key(), k -> none.another());
            if (known.size() > KEYS) {
                known.remove(known.keySet().iterator().next());
            }
        }
        return current;
    }

    private List<Long> key() {
        List<Long> values = new ArrayList<>(key.size());
        for (Part part : key) {
            values.add(Operations.extract(core.hart.state().slots()[part.slot], part.low, part.width));
        }
        return values;
    }

    /** The key may have changed; tables without translations, to be used until somebody asks. */
    Tlb rekey() {
        if (!key.isEmpty()) {
            current = null;
        }
        return current == null ? none : current;
    }

    void flush() {
        known.clear();
        current = null;
    }
}
