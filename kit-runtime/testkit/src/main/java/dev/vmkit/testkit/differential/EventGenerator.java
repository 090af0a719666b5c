package dev.vmkit.testkit.differential;

import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.RegisterFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/** Draws what happens to a hart from outside. */
final class EventGenerator {
    private static final int LINES = 12;
    private static final int LEVELS = 8;

    private final Isa isa;
    private final Scenario.Code code;
    private final RandomGenerator random;
    private final List<Piece> patches;

    EventGenerator(Isa isa, Scenario.Code code, CodeGenerator generator, RandomGenerator random) {
        this.isa = isa;
        this.code = code;
        this.random = random;
        this.patches = generator.pieces(4);
    }

    /** Events at counts of instructions within [from, to). */
    List<Event> draw(long from, long to) {
        List<Event> events = new ArrayList<>();
        int count = random.nextInt(3) == 0 ? 0 : random.nextInt(1, 12);
        for (int i = 0; i < count; i++) {
            events.add(event(random.nextLong(from, to)));
        }
        events.sort(Comparator.comparingLong(Event::at));
        return events;
    }

    private Event event(long at) {
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> new Event.Line(at, line(), random.nextInt(LEVELS), random.nextInt(3) > 0);
            case 3, 4 -> new Event.Patch(at, address(), patches.get(random.nextInt(patches.size())));
            case 5, 6, 7 -> new Event.Jump(at, address());
            case 8 -> set(at);
            default -> new Event.Reload(at);
        };
    }

    private int line() {
        int most = isa.model().registers().stream()
                .filter(r -> r.role() == RegisterFile.Role.LINES)
                .mapToInt(RegisterFile::width)
                .findFirst()
                .orElse(LINES);
        return random.nextInt(Math.min(LINES, most));
    }

    private long address() {
        return code.address(random.nextInt());
    }

    private Event set(long at) {
        List<RegisterFile> files = isa.model().registers().stream()
                .filter(r -> r.role() == RegisterFile.Role.NONE && r.count() > 1)
                .toList();
        if (files.isEmpty()) {
            return new Event.Reload(at);
        }
        RegisterFile file = files.get(random.nextInt(files.size()));
        return new Event.Set(
                at, file.slot() + random.nextInt(file.count()), Values.corner(random, file.width()) & file.mask());
    }
}
