package dev.vmkit.assembly.assemble;

import dev.vmkit.assembly.config.CpuConfig.Named;
import dev.vmkit.assembly.config.MachineProblem;
import dev.vmkit.language.isa.BitRange;
import dev.vmkit.language.isa.IsaModel;
import dev.vmkit.language.isa.RegisterFile;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.Suggestion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds the registers that a machine file gives values to: those of the definition, or fields of them. */
record RegisterResolver(IsaModel model, Diagnostics diagnostics) {

    /** Bits of a register. */
    private record Place(RegisterFile file, int index, int low, int width) {
        int slot() {
            return file.slot() + index;
        }

        long mask() {
            return -1L >>> (Long.SIZE - width);
        }

        /** Whether it holds the value, taken with a sign or without. */
        boolean fits(long value) {
            return (value & ~mask()) == 0 || value >= -1L << (width - 1) && value < 0;
        }
    }

    /** The value of each register that has one, by its slot; of one given by fields, the others are as after power-on. */
    Map<Integer, Long> resolve(List<Named<Long>> registers) {
        Map<Integer, Long> values = new TreeMap<>();
        Map<String, Place> known = places();
        for (Named<Long> register : registers) {
            Optional<Place> place =
                    Optional.ofNullable(known.get(register.name().value()));
            if (place.isEmpty()) {
                unknown(register, known);
            } else if (!place.get().fits(register.value())) {
                report(register, "'" + register.name() + "' has " + place.get().width() + " bits", "");
            } else {
                put(place.get(), register.value(), values);
            }
        }
        return values;
    }

    private static void put(Place place, long value, Map<Integer, Long> values) {
        long before = values.getOrDefault(place.slot(), place.file().reset());
        long others = before & ~(place.mask() << place.low());
        values.put(place.slot(), others | (value & place.mask()) << place.low());
    }

    private void unknown(Named<Long> register, Map<String, Place> known) {
        String name = register.name().value();
        report(
                register,
                "instruction set '" + model.name() + "' has no register '" + name + "'",
                Suggestion.didYouMean(name, known.keySet()));
    }

    private void report(Named<Long> register, String message, String hint) {
        diagnostics.report(MachineProblem.UNKNOWN_NAME, register.name().span(), message, hint);
    }

    private Map<String, Place> places() {
        Map<String, Place> places =
                model.asm().caseSensitive() ? new TreeMap<>() : new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (RegisterFile file : model.registers()) {
            for (int i = 0; i < file.count() && !file.isLeftOut(); i++) {
                places.putIfAbsent(file.names().get(i), new Place(file, i, 0, file.width()));
            }
            file.also().forEach((name, i) -> places.putIfAbsent(name, new Place(file, i, 0, file.width())));
        }
        model.registers().stream()
                .filter(file -> file.count() == 1 && !file.isLeftOut())
                .forEach(file -> file.fields().forEach((name, range) -> add(places, file, name, range)));
        return places;
    }

    private static void add(Map<String, Place> places, RegisterFile file, String name, BitRange range) {
        Place place = new Place(file, 0, range.low(), range.width());
        places.putIfAbsent(file.name() + "." + name, place);
        if (file.exposed()) {
            places.putIfAbsent(name, place);
        }
    }
}
