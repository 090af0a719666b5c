package dev.vmkit.testkit.junit;

import dev.vmkit.assembly.assemble.Construction;
import dev.vmkit.assembly.assemble.Resolution;
import dev.vmkit.assembly.assemble.ResolvedMachine;
import dev.vmkit.assembly.catalog.Catalog;
import dev.vmkit.assembly.config.MachineReader;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.machine.board.Limits;
import dev.vmkit.machine.board.Machine;
import dev.vmkit.machine.board.Outcome;
import dev.vmkit.testkit.example.Places;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A machine in a test, which says what it does in sentences: it types, runs, and looks. */
public final class TestedMachine implements AutoCloseable {
    private final Catalog catalog;
    private final Machine machine;
    private final TypedInput typed = new TypedInput();
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private Optional<Outcome> outcome = Optional.empty();

    private TestedMachine(Path file, List<Path> plugins) {
        this.catalog = Catalog.open(plugins);
        try {
            this.machine = Construction.build(resolve(file.toAbsolutePath()), typed, shown::write, Optional.empty());
            machine.powerOn();
        } catch (RuntimeException mistaken) {
            catalog.close();
            throw mistaken;
        }
    }

    /**
     * A machine that is switched on and has executed nothing.
     *
     * @throws dev.vmkit.language.text.MistakeException if its file, or one that it names, has mistakes
     */
    public static TestedMachine of(Path file, List<Path> plugins) {
        return new TestedMachine(file, plugins);
    }

    private ResolvedMachine resolve(Path file) {
        try {
            Diagnostics mistakes = new Diagnostics();
            SourceFile source = new SourceFile(file.toString(), Files.readString(file));
            Optional<ResolvedMachine> resolved = MachineReader.read(source, mistakes)
                    .flatMap(m -> Resolution.resolve(m, Objects.requireNonNull(file.getParent()), catalog, mistakes));
            mistakes.throwIfErrors();
            return resolved.orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Types at its console, behind what was typed before. */
    public TestedMachine type(String text) {
        typed.add(text);
        return this;
    }

    /** Puts something into a place: {@code R0}, {@code psr.N}, {@code mem[0x3000]}. */
    public TestedMachine with(String place, long value) {
        if (!places().write(place, value)) {
            throw new AssertionError("the machine has no '" + place + "'; " + places().hint(place));
        }
        machine.harts().getFirst().hart().engine().flush();
        return this;
    }

    /** Runs until it ends, for at most so many instructions. */
    public TestedMachine runs(long most) {
        outcome = Optional.of(machine.run(Limits.instructions(most)));
        return this;
    }

    /** Its console has shown this somewhere. */
    public TestedMachine shows(String text) {
        String all = shown.toString(StandardCharsets.UTF_8);
        if (!all.contains(text)) {
            throw new AssertionError("the console should show '" + text + "', and shows '" + all + "'");
        }
        return this;
    }

    /** It ended of its own accord, and well. */
    public TestedMachine endsWell() {
        boolean well = outcome.filter(o -> o instanceof Outcome.Halted || o.equals(new Outcome.PoweredOff(0)))
                .isPresent();
        if (!well) {
            throw new AssertionError("the machine should have ended well: "
                    + outcome.map(Outcome::message).orElse("it did not run"));
        }
        return this;
    }

    /** A place to look at. */
    public TestedPlace at(String place) {
        return new TestedPlace(
                this,
                place,
                places().read(place)
                        .orElseThrow(() ->
                                new AssertionError("the machine has no '" + place + "'; " + places().hint(place))));
    }

    /** The machine itself, for all else. */
    public Machine machine() {
        return machine;
    }

    private Places places() {
        return new Places(machine.harts().getFirst().hart(), machine.symbols());
    }

    @Override
    public void close() {
        machine.close();
        catalog.close();
    }
}
