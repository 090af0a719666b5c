package dev.vmkit.testkit.conform;

import dev.vmkit.language.isa.RegisterFile;
import dev.vmkit.language.text.MistakeException;
import dev.vmkit.machine.hart.Hart;
import dev.vmkit.machine.hart.Stop;
import dev.vmkit.testkit.example.Places;
import dev.vmkit.testkit.subject.Bits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A program that tests the processor it runs on and says what came of it by where it stays: in a jump to itself at one
 * address if all is well, at another one if not.
 */
final class SuccessTrap implements Adapter {
    /** Instructions between two looks at where it is. */
    private static final long CHUNK = 1_000_000;

    /** More rounds than an instruction that repeats itself, such as one that moves a block, makes on 16-bit machines. */
    private static final int ROUNDS = 70_000;

    @Override
    public String name() {
        return "success-trap";
    }

    @Override
    public String about() {
        return "A flat binary that jumps to itself at one address if all is well, elsewhere if not.";
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.of("at", "0", "Where the file is loaded."),
                Setting.required("start", "The address of its first instruction."),
                Setting.required("success", "The address at which it stays if all is well."),
                Setting.of("expect", "", "What must hold then, such as 'mem[0x0B]=0'."),
                Setting.of("instructions", "2000000000", "How many it may execute."));
    }

    @Override
    public boolean reads(String fileName) {
        return fileName.endsWith(".bin");
    }

    @Override
    public FileResult run(Material material, Processor processor, Settings settings, Progress progress) {
        Hart hart = processor.hart(Map.of());
        if (!hart.space(processor.memory()).install(settings.number("at"), material.content())) {
            throw MistakeException.of(
                    ConformProblem.MATERIAL,
                    material.name() + ": " + material.content().length + " bytes do not fit into memory at "
                            + hex(settings.number("at")),
                    "");
        }
        hart.reset(settings.number("start"));
        long success = settings.number("success");
        hart.breakpoints().add(success);
        Stop stop = untilItStays(hart, settings.number("instructions"), progress);
        String detail = "%,d instructions, %,d cycles".formatted(hart.retired(), hart.cycles());
        hart.breakpoints().clear();
        boolean there = hart.state().pc() == success && stays(hart);
        Optional<String> wrong = there
                ? unexpected(hart, settings.text("expect"))
                : Optional.of(where(processor, hart, stop) + "; success is at " + hex(success));
        return wrong.map(text ->
                        FileResult.failed(material.name(), material.name(), List.of(text, registers(hart)), detail))
                .orElseGet(() -> FileResult.passed(material.name(), detail));
    }

    private static Stop untilItStays(Hart hart, long most, Progress progress) {
        Stop stop = new Stop.Budget();
        while (stop instanceof Stop.Budget && hart.retired() < most) {
            stop = hart.run(Math.min(CHUNK, most - hart.retired()));
            progress.at("%,d instructions".formatted(hart.retired()));
            if (stop instanceof Stop.Budget && stays(hart)) {
                return stop;
            }
        }
        return stop;
    }

    /** Whether it never leaves the instruction it is at. */
    private static boolean stays(Hart hart) {
        long pc = hart.state().pc();
        for (int i = 0; i < ROUNDS; i++) {
            if (!(hart.run(1) instanceof Stop.Budget) || hart.state().pc() != pc) {
                return false;
            }
        }
        return true;
    }

    private static String where(Processor processor, Hart hart, Stop stop) {
        long pc = hart.state().pc();
        String at = hex(pc) + ": " + processor.shown(hart, pc);
        return stop instanceof Stop.Budget ? "it is at " + at : stop.message() + "; at " + at;
    }

    private static Optional<String> unexpected(Hart hart, String expected) {
        if (expected.isEmpty()) {
            return Optional.empty();
        }
        int equals = expected.lastIndexOf('=');
        String place = equals < 0 ? expected : expected.substring(0, equals).strip();
        Places places = new Places(hart, Map.of());
        Bits found = places.read(place)
                .orElseThrow(() -> MistakeException.of(
                        ConformProblem.NAME, "'" + place + "' stands for nothing here", places.hint(place)));
        long wanted = wanted(expected.substring(equals + 1).strip());
        return found.value() == wanted
                ? Optional.empty()
                : Optional.of(place + ": expected " + hex(wanted) + ", found " + hex(found.value()));
    }

    private static long wanted(String number) {
        try {
            return Long.decode(number);
        } catch (NumberFormatException e) {
            throw Settings.mistake("'expect' is PLACE=NUMBER; '" + number + "' is no number", "");
        }
    }

    private static String registers(Hart hart) {
        List<String> shown = new ArrayList<>();
        for (RegisterFile file : hart.isa().model().registers()) {
            for (int i = 0; i < file.count(); i++) {
                shown.add(file.names().get(i) + "="
                        + Long.toHexString(hart.state().get(file, i)));
            }
        }
        return String.join(" ", shown);
    }

    private static String hex(long value) {
        return "0x" + Long.toHexString(value);
    }
}
