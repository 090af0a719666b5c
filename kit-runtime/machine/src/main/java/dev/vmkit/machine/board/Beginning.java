package dev.vmkit.machine.board;

import dev.vmkit.api.Image;
import dev.vmkit.machine.hart.Hart;
import dev.vmkit.machine.hart.Stop;
import dev.vmkit.machine.memory.AddressSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Where harts begin after power-on and reset, and what memory and registers hold then. */
final class Beginning {
    private final List<NamedHart> harts;
    private final Map<String, AddressSpace> spaces;
    private final Map<String, Long> symbols;
    private final List<Image> programs = new ArrayList<>();
    private OptionalLong start = OptionalLong.empty();
    private List<Map<Integer, Long>> registers = List.of();

    /** As the harts' definitions say, with nothing in memory. */
    Beginning(List<NamedHart> harts, Map<String, AddressSpace> spaces, Map<String, Long> symbols) {
        this.harts = harts;
        this.spaces = spaces;
        this.symbols = symbols;
    }

    /** Addresses of the installed programs' symbols. */
    Map<String, Long> symbols() {
        return Map.copyOf(symbols);
    }

    /** Puts a program into memory, now and at each {@link #reload}; the segments that did not fit. */
    List<Image.Segment> install(Image image) {
        symbols.putAll(image.symbols());
        programs.add(image);
        return put(image);
    }

    /** Has every hart begin at an address. */
    void at(long address) {
        start = OptionalLong.of(address);
    }

    /** Has registers of the first harts hold something, values by slot. */
    void with(List<Map<Integer, Long>> some) {
        registers = List.copyOf(some);
    }

    /** Memory holds the programs as they were. */
    void reload() {
        programs.forEach(this::put);
    }

    private List<Image.Segment> put(Image image) {
        Hart first = harts.getFirst().hart();
        AddressSpace instructions = first.space(first.isa().model().fetch().name());
        return new ProgramLoading(spaces, instructions).install(image);
    }

    /** Resets the harts; why one of them cannot start. */
    Optional<Outcome> reset() {
        for (NamedHart named : harts) {
            Optional<Stop> stop = start.isPresent()
                    ? named.hart().reset(start.getAsLong())
                    : named.hart().reset();
            if (stop.isPresent()) {
                return Optional.of(new Outcome.Stuck(named.name(), stop.get()));
            }
        }
        for (int i = 0; i < registers.size(); i++) {
            registers.get(i).forEach(harts.get(i).hart().state()::set);
        }
        return Optional.empty();
    }
}
