package dev.vmkit.testkit.conform;

import dev.vmkit.api.Image;
import dev.vmkit.api.ImageLoader;
import dev.vmkit.language.isa.Space;
import dev.vmkit.language.text.MistakeException;
import dev.vmkit.layers.image.ImageFormats;
import dev.vmkit.machine.hart.Hart;
import dev.vmkit.machine.hart.Stop;
import dev.vmkit.machine.memory.AddressSpace;
import dev.vmkit.machine.memory.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An LC-3 object file that runs to its HALT, and what it should print, as a file beside it; what is typed is another. */
final class Lc3 implements Adapter {
    private static final int WORD = 16;

    /** Instructions between two looks at how far it is. */
    private static final long CHUNK = 10_000_000;

    private static final Comparison OUTPUT = new Comparison("what it prints", "line", 1, "it printed");

    @Override
    public String name() {
        return "lc3";
    }

    @Override
    public String about() {
        return "An LC-3 program (.obj) with what it should print (.out) and what is typed (.in) in files of the same"
                + " name.";
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.of("output", "", "What it should print: the file, if it has another name."),
                Setting.of("input", "", "What is typed: the file, if it has another name."),
                Setting.of("prompt", "Input a character> ", "What IN prints, on a line of its own."),
                Setting.of(
                        "supervisor", "no", "Whether it runs as the supervisor, who may reach the devices' registers."),
                Setting.of("instructions", "100000000", "How many it may execute."));
    }

    @Override
    public boolean reads(String fileName) {
        return fileName.endsWith(".obj");
    }

    @Override
    public FileResult run(Material material, Processor processor, Settings settings, Progress progress) {
        Space fetch = processor.isa().model().fetch();
        if (fetch.unit() != WORD || fetch.addressWidth() != WORD) {
            throw refused(material, "an LC-3 has 65,536 words of 16 bits, and this processor has not");
        }
        String named = settings.text("input");
        String input = Beside.of(material, named, ".in").textOr("", named);
        Lc3Console console = new Lc3Console(input);
        Map<Long, Region> memoryMap = Map.of(0L, processor.memory(Lc3Console.FROM), Lc3Console.FROM, console);
        Hart hart = processor.hart(Map.of(processor.memory(), memoryMap));
        AddressSpace memory = hart.space(processor.memory());
        Image image = image(material);
        hart.reset(image.entry().orElse(0));
        Lc3Services services = new Lc3Services(hart, memory, console, "\n" + settings.text("prompt"));
        if (settings.flag("supervisor")) {
            services.promote();
        }
        image.segments().forEach(segment -> load(material, segment, memory, services));
        console.onStop(hart::halt);
        Optional<String> wrong = untilItEnds(hart, services, console, settings.number("instructions"), progress);
        String detail = "%,d instructions".formatted(hart.retired());
        List<String> printed = Comparison.lines(console.printed());
        if (wrong.isPresent()) {
            List<String> lines = new ArrayList<>(List.of(wrong.get(), "it printed"));
            lines.addAll(Comparison.shown(printed));
            return FileResult.failed(material.name(), "the run", lines, detail);
        }
        return OUTPUT.of(material, Beside.of(material, settings.text("output"), ".out"), printed, detail);
    }

    private static Image image(Material material) {
        ImageLoader loader = ImageFormats.builtIn().stream()
                .filter(format -> format.recognises("program.obj", material.content()))
                .findFirst()
                .orElseThrow();
        try {
            return loader.load(material.name(), material.content());
        } catch (IllegalArgumentException malformed) {
            throw refused(material, String.valueOf(malformed.getMessage()));
        }
    }

    private static void load(Material material, Image.Segment segment, AddressSpace memory, Lc3Services services) {
        byte[] bytes = segment.bytes();
        if (segment.address() + bytes.length / 2 > Lc3Console.FROM) {
            throw refused(material, "there is no memory from xFE00 on, where devices are");
        }
        for (int i = 0; i < bytes.length; i += 2) {
            long address = segment.address() + i / 2;
            memory.store(address, WORD, (bytes[i] & 0xFF) << Byte.SIZE | bytes[i + 1] & 0xFF);
            services.leave(address);
        }
    }

    private static MistakeException refused(Material material, String why) {
        return MistakeException.of(ConformProblem.MATERIAL, material.name() + ": " + why, "");
    }

    /** What went wrong, if it did not end by itself. */
    private static Optional<String> untilItEnds(
            Hart hart, Lc3Services services, Lc3Console console, long most, Progress progress) {
        Optional<String> wrong = Optional.empty();
        while (wrong.isEmpty() && !services.ended() && !console.stopped()) {
            if (hart.retired() >= most) {
                return Optional.of("it did not end within %,d instructions".formatted(most));
            }
            Stop stop = hart.run(Math.min(CHUNK, most - hart.retired()));
            progress.at("%,d million instructions".formatted(hart.retired() / 1_000_000));
            if (stop instanceof Stop.Breakpoint(long pc)) {
                wrong = services.answer(pc);
            } else if (!(stop instanceof Stop.Budget || console.stopped())) {
                wrong = Optional.of(stop.message());
            }
            if (console.overflows()) {
                return Optional.of("it prints for ever");
            }
        }
        return wrong;
    }
}
