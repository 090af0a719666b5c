package dev.vmkit.testkit.differential;

import dev.vmkit.language.codec.Program;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.ir.Trap;
import dev.vmkit.language.isa.Space;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;

/** Draws scenarios: the same one for the same seed. */
final class ScenarioGenerator {
    private static final long[] BASES = {0, 0x1_0000, 0x8000_0000L};
    private static final long[] BUDGETS = {1, 1, 2, 3, 7, 20, 100, 1000, 5000};
    private static final long PAGE = 4096;

    /** Every so many programs one runs for long and is hardly ever looked at. */
    private static final int LONG_EVERY = 24;

    private static final long LONGEST = 8_000;

    /** Instructions within which a prologue is through. */
    private static final long PROLOGUE = 400;

    /** A prologue leaves the first pages to itself. */
    private static final long AFTER_PROLOGUE = 2 * PAGE;

    private final Isa isa;
    private final InstructionPool pool;
    private final List<Program> prologues;

    /**
     * Scenarios of an instruction set.
     *
     * @param prologues programs of which one may run first; each jumps to its label {@code code}
     */
    ScenarioGenerator(Isa isa, List<Program> prologues) {
        this.isa = isa;
        this.pool = new InstructionPool(isa);
        this.prologues = List.copyOf(prologues);
    }

    InstructionPool pool() {
        return pool;
    }

    Scenario draw(long seed) {
        RandomGenerator random = new SplittableRandom(Mix.of(seed));
        Optional<Program> prologue = prologues.isEmpty() || random.nextInt(4) == 0
                ? Optional.empty()
                : Optional.of(prologues.get(random.nextInt(prologues.size())));
        CodeGenerator generator = new CodeGenerator(pool, random);
        Scenario.Code code = code(prologue, generator, random);
        Scenario.Start start = new StartGenerator(isa, code, random).draw();
        long before = prologue.isPresent() ? PROLOGUE : 0;
        Scenario.Slices slices = slices(before, random);
        List<Event> events = new EventGenerator(isa, code, generator, random).draw(before, slices.instructions());
        return new Scenario(seed, code, start, events, stops(code, random), slices);
    }

    private Scenario.Code code(Optional<Program> prologue, CodeGenerator generator, RandomGenerator random) {
        Space fetch = isa.model().fetch();
        long base = prologue.map(p -> p.segments().getFirst().address())
                .orElseGet(() -> BASES[random.nextInt(BASES.length)]);
        Layout layout = Layout.of(fetch, base);
        long origin = prologue.map(p -> p.labels().getOrDefault("code", layout.ram() + AFTER_PROLOGUE))
                .orElseGet(() -> origin(layout, random));
        long room = layout.rom() - origin;
        long instructions =
                Math.min(room / 16, random.nextInt(3) == 0 ? random.nextInt(1, 12) : random.nextInt(12, 160));
        return generator.at(
                new Scenario.Code(layout.base(), prologue, origin, List.of()), (int) Math.max(1, instructions));
    }

    /** At the start of a page, shortly before its end, or anywhere in the first half of memory. */
    private static long origin(Layout layout, RandomGenerator random) {
        long page = PAGE * Byte.SIZE / layout.space().unit();
        long pages = Math.max(1, layout.ramUnits() / 2 / page);
        long start = layout.ram() + random.nextLong(pages) * page;
        return switch (random.nextInt(3)) {
            case 0 -> start;
            case 1 -> layout.ramUnits() > page ? start + page - random.nextInt(1, 40) : start;
            default -> layout.ram() + random.nextLong(Math.max(1, layout.ramUnits() / 2)) & -4;
        };
    }

    static Scenario.Slices slices(long before, RandomGenerator random) {
        if (random.nextInt(LONG_EVERY) == 0) {
            List<Long> budget = List.of(random.nextLong(100, LONGEST));
            return new Scenario.Slices(
                    budget, before + Math.max(1, random.nextLong(LONGEST))); // something may happen within
        }
        long most = random.nextInt(3) == 0 ? random.nextLong(10, 200) : random.nextLong(200, 6000);
        int from = random.nextInt(BUDGETS.length);
        int to = random.nextInt(from, BUDGETS.length) + 1;
        List<Long> budgets = LongStream.generate(() -> BUDGETS[random.nextInt(from, to)])
                .limit(1 + random.nextInt(24))
                .boxed()
                .toList();
        return new Scenario.Slices(budgets, before + most);
    }

    private Scenario.Stops stops(Scenario.Code code, RandomGenerator random) {
        Set<Long> breakpoints = new HashSet<>();
        for (int i = random.nextInt(6) == 0 ? random.nextInt(1, 4) : 0; i > 0; i--) {
            breakpoints.add(code.address(random.nextInt()));
        }
        Set<Trap> exits = new HashSet<>();
        for (int i = random.nextInt(6) == 0 ? random.nextInt(1, 4) : 0; i > 0; i--) {
            exits.add(isa.traps().get(random.nextInt(isa.traps().size())));
        }
        return new Scenario.Stops(breakpoints, exits);
    }
}
