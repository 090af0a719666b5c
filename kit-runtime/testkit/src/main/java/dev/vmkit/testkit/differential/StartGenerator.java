package dev.vmkit.testkit.differential;

import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.RegisterFile;
import dev.vmkit.language.isa.Space;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Draws registers: corner values and addresses. Single registers, which are often modes, mostly begin as reset leaves them;
 * those on which translation depends more often still.
 */
final class StartGenerator {
    private final Isa isa;
    private final Scenario.Code code;
    private final RandomGenerator random;
    private final Addresses addresses;
    private final Set<String> keys = new HashSet<>();
    private final CodeWords words;
    private final boolean wild;
    private final boolean changesItself;

    StartGenerator(Isa isa, Scenario.Code code, RandomGenerator random) {
        this.isa = isa;
        this.code = code;
        this.random = random;
        this.addresses = Addresses.of(isa.model().fetch(), code);
        for (Space space : isa.model().spaces().values()) {
            space.key().forEach(key -> keys.add(key.replaceFirst("[.].*", "")));
        }
        this.words = CodeWords.of(isa, code);
        this.wild = random.nextInt(8) == 0;
        this.changesItself = random.nextInt(4) == 0;
    }

    Scenario.Start draw() {
        List<Long> registers = new ArrayList<>(Collections.nCopies(isa.model().slots(), 0L));
        for (RegisterFile file : isa.model().registers()) {
            for (int i = 0; i < file.count(); i++) {
                registers.set(file.slot() + i, value(file));
            }
        }
        return new Scenario.Start(registers, random.nextLong() | 1);
    }

    private long value(RegisterFile file) {
        return switch (file.role()) {
            case PC -> start();
            case LINES -> 0;
            case RESERVATION -> random.nextInt(4) > 0 ? 0 : addresses.any(random) | 1;
            case TIMER -> random.nextInt(2) == 0 ? file.reset() : random.nextLong(3000);
            case NONE -> file.count() == 1 ? single(file) : number(file);
        };
    }

    private long start() {
        return code.prologue()
                .map(p -> p.entry().orElse(p.segments().getFirst().address()))
                .orElse(code.origin());
    }

    /** While translation goes by the prologue, so do the modes. */
    private long single(RegisterFile file) {
        if (code.prologue().isPresent() || !wild && (keys.contains(file.name()) || random.nextInt(3) > 0)) {
            return file.reset();
        }
        return file.width() >= isa.model().pc().width() && random.nextBoolean()
                ? addresses.inCode(random)
                : number(file);
    }

    /** Programs that change themselves need addresses of code, and code to put there. */
    private long number(RegisterFile file) {
        return switch (random.nextInt(changesItself ? 4 : 10)) {
            case 0, 4, 5, 6 -> addresses.any(random);
            case 1 -> words.any(random, file.width());
            case 2 -> addresses.inCode(random);
            default -> Values.corner(random, file.width());
        };
    }
}
