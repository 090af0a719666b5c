package dev.vmkit.testkit.conform;

import dev.vmkit.language.text.MistakeException;
import dev.vmkit.machine.hart.Hart;
import dev.vmkit.machine.hart.Stop;
import dev.vmkit.machine.memory.AddressSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A CP/M program that tests the processor it runs on and prints what came of it: an exerciser of the 8080 or Z80. It finds
 * what it needs of CP/M 2.2, which is little: to print by calls 2 and 9, and to end by call 0 or a jump to address 0.
 */
final class Cpm implements Adapter {
    private static final long PROGRAM = 0x100;
    private static final long WARM_BOOT = 0;
    private static final long CALL = 5;

    /** Where the jump at address 5 leads, which programs take for the end of their memory. */
    private static final int TOP = 0xFE00;

    private static final byte JUMP = (byte) 0xC3;
    private static final byte RETURN = (byte) 0xC9;

    /** Instructions between two looks at how far it is. */
    private static final long CHUNK = 50_000_000;

    @Override
    public String name() {
        return "cpm";
    }

    @Override
    public String about() {
        return "A CP/M program (.COM) that tests an 8080 or Z80 and prints what came of it.";
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.of("failure", "ERROR,FAIL", "Words of lines that tell of failure, in any case of letters."),
                Setting.of("success", "OK", "The word of lines that tell of success."),
                Setting.of("expect", "", "What must be printed, besides."),
                Setting.of("instructions", "100000000000", "How many it may execute."));
    }

    @Override
    public boolean reads(String fileName) {
        return fileName.toLowerCase(Locale.ROOT).endsWith(".com");
    }

    @Override
    public FileResult run(Material material, Processor processor, Settings settings, Progress progress) {
        Hart hart = processor.hart(Map.of());
        load(material, hart.space(processor.memory()));
        hart.reset(PROGRAM);
        hart.breakpoints().addAll(List.of(WARM_BOOT, CALL));
        CpmCalls calls = new CpmCalls(hart, hart.space(processor.memory()));
        Optional<String> wrong = untilItEnds(hart, calls, settings.number("instructions"), progress);
        String detail = "%,d instructions, %,d cycles".formatted(hart.retired(), hart.cycles());
        return new CpmOutput(calls.printed(), settings).result(material.name(), wrong, detail);
    }

    private static void load(Material material, AddressSpace memory) {
        byte[] program = material.content();
        byte[] call = {JUMP, (byte) TOP, (byte) (TOP >> 8)};
        if (memory.unitBits() != Byte.SIZE
                || program.length > TOP - PROGRAM
                || !memory.install(PROGRAM, program)
                || !memory.install(CALL, call)
                || !memory.install(TOP, new byte[] {RETURN})) {
            throw MistakeException.of(
                    ConformProblem.MATERIAL,
                    material.name() + ": " + program.length + " bytes do not fit into memory from 0x100 to 0xfe00",
                    "");
        }
    }

    /** What went wrong, if it did not end by itself. */
    private static Optional<String> untilItEnds(Hart hart, CpmCalls calls, long most, Progress progress) {
        List<String> wrong = new ArrayList<>();
        while (wrong.isEmpty()) {
            if (hart.retired() >= most) {
                return Optional.of("it did not end within %,d instructions".formatted(most));
            }
            Stop stop = hart.run(Math.min(CHUNK, most - hart.retired()));
            switch (stop) {
                case Stop.Budget _ ->
                    progress.at("%,d million instructions; %s".formatted(hart.retired() / 1_000_000, calls.lastLine()));
                case Stop.Breakpoint(long pc)
                when pc == WARM_BOOT -> {
                    return Optional.empty();
                }
                case Stop.Breakpoint _ -> {
                    if (calls.ends()) {
                        return Optional.empty();
                    }
                    calls.answer().ifPresent(wrong::add);
                }
                default -> wrong.add(stop.message());
            }
        }
        return Optional.of(wrong.getFirst());
    }
}
