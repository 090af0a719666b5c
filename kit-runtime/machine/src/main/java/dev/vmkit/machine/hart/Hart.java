package dev.vmkit.machine.hart;

import dev.vmkit.language.ir.Isa;
import dev.vmkit.machine.memory.AddressSpace;
import java.util.Map;
import java.util.Objects;

/** One processor: its state, what it is connected to, and the engine that runs it. */
public final class Hart {
    private final Isa isa;
    private final HartState state;
    private final Map<String, AddressSpace> spaces;
    private long retired;
    private long limit;

    public Hart(Isa isa, Map<String, AddressSpace> spaces) {
        this.isa = isa;
        this.state = new HartState(isa.model());
        this.spaces = Map.copyOf(spaces);
    }

    public Isa isa() {
        return isa;
    }

    public HartState state() {
        return state;
    }

    /** The physical space behind a name of the definition; a translated space and the one it is over are the same. */
    public AddressSpace space(String name) {
        return Objects.requireNonNull(spaces.get(name), name);
    }

    /** Instructions executed since power-on; a trapping instruction counts as one. */
    public long retired() {
        return retired;
    }

    /** The count of instructions at which the engine must return. May be lowered while it runs. */
    public long limit() {
        return limit;
    }
}
