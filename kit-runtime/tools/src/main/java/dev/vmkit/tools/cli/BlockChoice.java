package dev.vmkit.tools.cli;

import dev.vmkit.assembly.assemble.Construction;
import dev.vmkit.assembly.assemble.ResolvedMachine;
import dev.vmkit.language.codec.Symbols;
import dev.vmkit.language.text.Suggestion;
import dev.vmkit.machine.board.Machine;
import dev.vmkit.machine.hart.Hart;
import dev.vmkit.machine.translate.Objection;
import dev.vmkit.machine.translate.RegionInspector;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** The address that {@code kit show --block} names, in a machine that was just switched on. */
final class BlockChoice {
    private final String written;

    /** @param written a label of the program or a number */
    BlockChoice(String written) {
        this.written = written;
    }

    /** Why the address cannot be shown; a sentence for the person who wrote it. */
    static final class Unknown extends Exception {
        private static final long serialVersionUID = 1;

        private Unknown(String message) {
            super(message);
        }
    }

    /**
     * The page about the region there.
     *
     * @throws Unknown if no region begins there
     */
    RegionPage page(ResolvedMachine resolved, Surroundings surroundings, int width) throws IOException, Unknown {
        try (GuestConnection guest = GuestConnection.piped(surroundings, Optional.empty(), surroundings.err());
                Machine machine = Construction.build(resolved, guest.input(), guest.output(), Optional.empty())) {
            machine.powerOn();
            Hart hart = machine.harts().getFirst().hart();
            long address = address(machine.symbols()) & hart.isa().model().pc().mask();
            RegionInspector inspector = new RegionInspector(hart);
            Optional<Objection> objection = inspector.objection(address);
            if (objection.isPresent()) {
                throw new Unknown(
                        "no region begins at '" + written + "': the instruction there is for the interpreter, because "
                                + objection.get().reason());
            }
            return new RegionPage(inspector.inspect(address), hart.isa(), new Symbols(machine.symbols()), width);
        }
    }

    private long address(Map<String, Long> symbols) throws Unknown {
        Long known = symbols.get(written);
        if (known != null) {
            return known;
        }
        try {
            return written.startsWith("0x")
                    ? Long.parseUnsignedLong(written.substring(2), 16)
                    : Long.parseLong(written);
        } catch (NumberFormatException e) {
            throw new Unknown("'" + written + "' is no address such as 0x3000, and the program has no such label"
                    + Suggestion.nearest(written, symbols.keySet())
                            .map(near -> "; did you mean '" + near + "'?")
                            .orElse(""));
        }
    }
}
