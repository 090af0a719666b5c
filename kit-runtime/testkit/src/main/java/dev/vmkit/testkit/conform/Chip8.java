package dev.vmkit.testkit.conform;

import dev.vmkit.language.text.MistakeException;
import dev.vmkit.machine.hart.Hart;
import dev.vmkit.machine.hart.Stop;
import dev.vmkit.machine.memory.AddressSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A CHIP-8 program and what is to be on the screen after some frames, as text beside it. */
final class Chip8 implements Adapter {
    private static final Comparison SCREEN = new Comparison("the screen", "row", 0, "the screen shows");

    private static final long START = 0x200;
    private static final long MOST = 1_000_000;

    @Override
    public String name() {
        return "chip8";
    }

    @Override
    public String about() {
        return "A CHIP-8 program (.ch8) with the expected screen in a text file of the same name (.txt), a letter a"
                + " pixel.";
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.of("frames", "600", "How many sixtieths of a second it runs."),
                Setting.of("speed", "11", "Instructions a frame."),
                Setting.of(
                        "keys", "", "When which key is down: '60=1 120=A+30', for ten frames or as many as are said."),
                Setting.of("screen", "", "The text file, if it has another name."));
    }

    @Override
    public boolean reads(String fileName) {
        return fileName.endsWith(".ch8");
    }

    @Override
    public FileResult run(Material material, Processor processor, Settings settings, Progress progress) {
        Chip8Ports ports = new Chip8Ports(Chip8Ports.keys(settings.text("keys")));
        Hart hart = processor.hart(Map.of("io", Map.of(0L, ports)));
        if (!hart.space(processor.memory()).install(START, material.content())) {
            throw MistakeException.of(
                    ConformProblem.MATERIAL, material.name() + ": the program does not fit into memory", "");
        }
        hart.reset(START);
        long frames = settings.number("frames", MOST);
        long speed = settings.number("speed", MOST);
        Stop stop = new Stop.Budget();
        for (int frame = 0; frame < frames && stop instanceof Stop.Budget; frame++) {
            ports.begin(frame);
            stop = hart.run(speed);
            progress.at("%,d frames".formatted(frame));
        }
        List<String> screen = screen(hart, processor.space(hart, "video"));
        String detail = "%,d instructions".formatted(hart.retired());
        if (!(stop instanceof Stop.Budget || stop instanceof Stop.Halted)) {
            String at = processor.shown(hart, hart.state().pc());
            return FileResult.failed(material.name(), "the run", List.of(stop.message() + " at " + at), detail);
        }
        return SCREEN.of(material, Beside.of(material, settings.text("screen"), ".txt"), screen, detail);
    }

    /** A letter for each pixel: a point, or a cross, a circle or an at-sign for those lit in the first, the second or both planes. */
    private static List<String> screen(Hart hart, AddressSpace video) {
        int columns = Math.toIntExact(hart.isa().model().params().getOrDefault("COLUMNS", 64L));
        int plane = columns / 8 * columns / 2;
        byte[] bits = new byte[2 * plane];
        boolean there = video.readBytes(0, bits, 0, bits.length);
        List<String> rows = new ArrayList<>();
        for (int y = 0; there && y < columns / 2; y++) {
            StringBuilder row = new StringBuilder();
            for (int x = 0; x < columns; x++) {
                int at = y * columns / 8 + x / 8;
                int number = bits[at] >> 7 - x % 8 & 1 | (bits[plane + at] >> 7 - x % 8 & 1) << 1;
                row.append(".#o@".charAt(number));
            }
            rows.add(row.toString());
        }
        return rows;
    }
}
