package dev.vmkit.testkit.conform;

import dev.vmkit.language.codec.Decoder;
import dev.vmkit.language.codec.Decoding;
import dev.vmkit.language.codec.Disassembler;
import dev.vmkit.language.codec.Symbols;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.Space;
import dev.vmkit.language.text.MistakeException;
import dev.vmkit.machine.hart.Engine;
import dev.vmkit.machine.hart.ExternBinding;
import dev.vmkit.machine.hart.Hart;
import dev.vmkit.machine.memory.AccessFault;
import dev.vmkit.machine.memory.AddressSpace;
import dev.vmkit.machine.memory.Ram;
import dev.vmkit.machine.memory.Region;
import dev.vmkit.testkit.example.BareExterns;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What is tried: an instruction set on an engine. */
public final class Processor {
    /** The most address units of memory in a space. */
    private static final long MOST_UNITS = 1 << 24;

    private final Isa isa;
    private final Supplier<Map<String, ExternBinding>> externs;
    private final Engine.Factory engine;
    private final Decoder decoder;

    /** @param externs what the plugin has for externs of the instruction set, made anew for each hart */
    public Processor(Isa isa, Supplier<Map<String, ExternBinding>> externs, Engine.Factory engine) {
        this.isa = isa;
        this.externs = externs;
        this.engine = engine;
        this.decoder = Decoder.of(isa);
    }

    Isa isa() {
        return isa;
    }

    /**
     * A hart with nothing but memory in each of its spaces.
     *
     * @param instead what lies in the spaces of these names, by its address, and no other memory with it
     */
    Hart hart(Map<String, Map<Long, Region>> instead) {
        Map<String, AddressSpace> spaces = new HashMap<>();
        for (Space space : isa.model().spaces().values()) {
            if (space.over().isEmpty()) {
                AddressSpace memory = AddressSpace.of(isa.model(), space);
                instead.getOrDefault(space.name(), Map.of(0L, ram(space))).forEach(memory::map);
                spaces.put(space.name(), memory);
            }
        }
        return new Hart(isa, spaces, BareExterns.of(isa, externs.get()), engine);
    }

    /** Memory for the space that instructions come from, up to an address. */
    Ram memory(long end) {
        return new Ram(end, isa.model().fetch().unit() / Byte.SIZE, true);
    }

    /** Memory that fills a space, if it is not too large. */
    static Ram ram(Space space) {
        long units = space.addressWidth() >= Long.numberOfTrailingZeros(MOST_UNITS)
                ? MOST_UNITS
                : 1L << space.addressWidth();
        return new Ram(units, space.unit() / Byte.SIZE, true);
    }

    /**
     * A space of a hart that a format needs.
     *
     * @throws MistakeException if the definition has none of that name
     */
    AddressSpace space(Hart hart, String name) {
        if (!isa.model().spaces().containsKey(name)) {
            throw MistakeException.of(
                    ConformProblem.NAME,
                    "the material needs a space called '" + name + "', and " + isa.name() + " has none",
                    "");
        }
        return hart.space(name);
    }

    /** The physical space that instructions come from. */
    String memory() {
        Space fetch = isa.model().fetch();
        return fetch.over().orElse(fetch.name());
    }

    /** The instruction at an address of a hart, if there is one. */
    Optional<Decoding.Decoded> instruction(Hart hart, long address) {
        AddressSpace space = hart.space(memory());
        try {
            Decoding decoding = decoder.decode(i -> space.fetch(address + i, space.unitBits()));
            return decoding instanceof Decoding.Decoded decoded ? Optional.of(decoded) : Optional.empty();
        } catch (AccessFault nothingThere) {
            return Optional.empty();
        }
    }

    /** That instruction in assembly, or that there is none. */
    String shown(Hart hart, long address) {
        return instruction(hart, address)
                .map(decoded -> Disassembler.of(isa).print(decoded, address, Symbols.NONE))
                .orElse("no instruction");
    }
}
