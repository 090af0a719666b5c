package dev.vmkit.testkit.differential;

import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.Space;
import dev.vmkit.machine.memory.AddressSpace;
import dev.vmkit.machine.memory.Mapping;
import dev.vmkit.machine.memory.Ram;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** What memory holds at the start: numbers and, often, addresses; so whatever reads a pointer or a vector gets somewhere. */
final class Contents {
    private Contents() {}

    /** Fills all RAM of a space with what the scenario's seed says. */
    static void fill(AddressSpace memory, Layout layout, Isa isa, Scenario scenario) {
        long seed = scenario.start().memory();
        if (seed == 0) {
            return;
        }
        RandomGenerator random =
                new SplittableRandom(Mix.of(seed, layout.space().addressWidth()));
        Addresses addresses = Addresses.of(layout.space(), scenario.code());
        CodeWords words = CodeWords.of(isa, scenario.code());
        int width = pointer(isa, layout.space());
        int units = width / layout.space().unit();
        for (Mapping mapping : memory.mappings()) {
            if (mapping.region() instanceof Ram ram && ram.writable()) {
                for (long at = 0; at + units <= ram.size(); at += units) {
                    memory.store(mapping.start() + at, width, value(random, addresses, words, width));
                }
            }
        }
    }

    private static long value(RandomGenerator random, Addresses addresses, CodeWords words, int width) {
        return switch (random.nextInt(8)) {
            case 0, 1 -> addresses.inCode(random);
            case 2, 3 -> addresses.any(random);
            case 4 -> words.any(random, width);
            default -> Values.corner(random, width);
        };
    }

    /** The width of a word that holds an address of code: a power of two, and at least a unit. */
    private static int pointer(Isa isa, Space space) {
        int least = Math.max(isa.model().fetch().addressWidth(), space.unit());
        return least <= 1 ? 1 : 1 << (32 - Integer.numberOfLeadingZeros(least - 1));
    }
}
