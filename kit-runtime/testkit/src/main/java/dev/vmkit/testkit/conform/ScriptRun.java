package dev.vmkit.testkit.conform;

import dev.vmkit.api.Image;
import dev.vmkit.api.ImageLoader;
import dev.vmkit.language.codec.Assembler;
import dev.vmkit.language.codec.Program;
import dev.vmkit.language.isa.RegisterFile;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.MistakeException;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.layers.image.ImageFormats;
import dev.vmkit.machine.hart.Hart;
import dev.vmkit.machine.hart.Stop;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One run of a nand2tetris script: the Hack computer, its clock and its reset button, and the lines that it put out. */
final class ScriptRun {
    private static final Pattern WORD = Pattern.compile("(?:RAM|RAM16K)\\[(\\d{1,5})]");
    private static final int BITS = 16;
    private static final long WORD_MASK = 0xFFFF;
    private static final long WORDS = 1 << 15;

    /** Commands for each cycle that a script may take: loops that never come to a cycle end, too. */
    private static final long COMMANDS_A_CYCLE = 64;

    /** Characters of output, more than any file to compare with has. */
    private static final long MOST_OUTPUT = 8 << 20;

    private final String script;
    private final Processor processor;
    private final Function<String, SourceFile> files;
    private final long most;
    private final Progress progress;
    private final Hart hart;
    private final List<String> lines = new ArrayList<>();
    private List<OutputColumn> columns = List.of();
    private boolean reset;
    private boolean between;
    private boolean cut;
    private long cycles;
    private long commands;
    private long output;

    /**
     * A run.
     *
     * @param script what the file is called
     * @param files those that the script names
     * @param most cycles that it may take
     */
    ScriptRun(String script, Processor processor, Function<String, SourceFile> files, long most, Progress progress) {
        this.script = script;
        this.processor = processor;
        this.files = files;
        this.most = most;
        this.progress = progress;
        this.hart = processor.hart(Map.of());
        hart.reset(0);
    }

    List<String> lines() {
        return lines;
    }

    long cycles() {
        return cycles;
    }

    /** Whether repetitions ended before their time, for there were as many cycles as there may be. */
    boolean cut() {
        return cut;
    }

    void execute(TestScript.Command command) {
        count();
        switch (command) {
            case TestScript.Load(String name) -> load(name);
            case TestScript.CompareTo _ -> {}
            case TestScript.OutputList(List<OutputColumn> list) -> {
                columns = list;
                line(OutputColumn::head);
            }
            case TestScript.Set(String name, long value) -> set(name, value);
            case TestScript.Half(boolean works) -> half(works);
            case TestScript.Output _ ->
                line(column -> column.format() == 'S' ? column.cell(time()) : column.cell(get(column.name())));
            case TestScript.Repeat(long count, List<TestScript.Command> body) -> {
                long i = 0;
                for (; i < count && cycles < most; i++) {
                    count();
                    body.forEach(this::execute);
                }
                cut |= i < count;
            }
        }
    }

    private void count() {
        if (++commands / COMMANDS_A_CYCLE > most) {
            throw mistake("the script does more than " + COMMANDS_A_CYCLE + " things for each of " + most + " cycles");
        }
    }

    /** A chip is this computer already; a program is put into its memory. */
    private void load(String name) {
        if (name.endsWith(".hdl")) {
            return;
        }
        SourceFile file = files.apply(name);
        if (name.endsWith(".asm")) {
            assembled(file).segments().forEach(s -> install(s.space(), s.address(), s.bytes()));
        } else {
            image(name, file).segments().forEach(s -> install(processor.memory(), s.address(), s.bytes()));
        }
        hart.state().pc(0);
    }

    private Program assembled(SourceFile file) {
        Diagnostics diagnostics = new Diagnostics();
        Optional<Program> program = Assembler.of(processor.isa()).assemble(file, diagnostics);
        diagnostics.throwIfErrors();
        return program.orElseThrow();
    }

    private Image image(String name, SourceFile file) {
        byte[] content = file.content().getBytes(StandardCharsets.ISO_8859_1);
        ImageLoader loader = ImageFormats.builtIn().stream()
                .filter(format -> format.recognises(name, content))
                .findFirst()
                .orElseThrow(() -> mistake("'" + name + "' is no program for the Hack computer"));
        try {
            return loader.load(name, content);
        } catch (IllegalArgumentException malformed) {
            throw mistake(name + ": " + malformed.getMessage());
        }
    }

    private void install(String space, long address, byte[] bytes) {
        if (!processor.space(hart, space).install(address, bytes)) {
            throw mistake(bytes.length + " bytes do not fit into '" + space + "' at " + address);
        }
    }

    private void half(boolean works) {
        between = works;
        if (!works) {
            cycles++;
            progress.at("%,d cycles".formatted(cycles));
            return;
        }
        Stop stop = hart.run(1);
        if (!(stop instanceof Stop.Budget)) {
            throw mistake("cycle " + cycles + ": " + stop.message());
        }
        if (reset) {
            hart.state().pc(0);
        }
    }

    private String time() {
        return cycles + (between ? "+" : "");
    }

    private void line(Function<OutputColumn, String> cell) {
        output += columns.stream().mapToLong(column -> column.width() + 1).sum() + 1;
        if (output > MOST_OUTPUT) {
            throw mistake("the script puts out more than 8 MiB");
        }
        lines.add(columns.stream().map(cell).collect(Collectors.joining("|", "|", "|")));
    }

    private long get(String name) {
        Matcher word = WORD.matcher(name);
        if (word.matches()) {
            return processor.space(hart, "ram").load(address(word), BITS);
        }
        return name.equals("reset") ? (reset ? 1 : 0) : hart.state().get(register(name), 0);
    }

    private void set(String name, long value) {
        Matcher word = WORD.matcher(name);
        if (word.matches()) {
            processor.space(hart, "ram").store(address(word), BITS, value & WORD_MASK);
        } else if (name.equals("reset")) {
            reset = value != 0;
        } else {
            RegisterFile file = register(name);
            hart.state().set(file, 0, value & -1L >>> Long.SIZE - file.width());
        }
    }

    private long address(Matcher word) {
        long address = Long.parseLong(word.group(1));
        if (address >= WORDS) {
            throw mistake(
                    "there is no word " + address + " in memory, which has " + WORDS + " words, numbered from 0 on");
        }
        return address;
    }

    /** {@code A} of the CPU emulator, {@code ARegister[]} of the hardware simulator. */
    private RegisterFile register(String name) {
        String plain = name.replaceFirst("\\[0?]$", "").replaceFirst("Register$", "");
        return processor.isa().model().registers().stream()
                .filter(file -> file.name().equalsIgnoreCase(plain))
                .findFirst()
                .orElseThrow(() -> MistakeException.of(
                        ConformProblem.NAME,
                        "'" + name + "' stands for nothing here",
                        "RAM[0], A, D, PC, reset, time"));
    }

    private MistakeException mistake(String message) {
        return MistakeException.of(ConformProblem.MATERIAL, script + ": " + message, "");
    }
}
