package dev.vmkit.tools.cli;

import dev.vmkit.api.Image;
import dev.vmkit.api.ImageLoader;
import dev.vmkit.assembly.catalog.Catalog;
import dev.vmkit.language.codec.Listing;
import dev.vmkit.language.codec.Symbols;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.ByteOrder;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.layers.image.ImageFormats;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kit dis}: disassembles a program. */
@Command(name = "dis", description = "Disassemble a program: ELF, Intel HEX, LC-3 objects, raw bytes.")
final class DisCommand extends KitCommand {
    private static final int MOST_BYTES = 64 << 20;

    @Mixin
    private final Parts parts = new Parts();

    @Option(
            names = {"-i", "--isa"},
            required = true,
            paramLabel = "ISA",
            description = "An instruction set: a part (lc3), a part with a variant (riscv:rv64imac), or a file.")
    private String isa = "";

    @Option(names = "--at", paramLabel = "ADDRESS", description = "Where a raw file begins. Default: 0.")
    private String at = "0";

    @Option(names = "--source", description = "Print a source that assembles to the same bytes.")
    private boolean source;

    @Parameters(paramLabel = "FILE", description = "The program.")
    private String file = "";

    @Override
    int run() throws IOException {
        Surroundings surroundings = kit().surroundings();
        try (Catalog catalog = parts.open(surroundings)) {
            Isa checked = Parts.isa(catalog, surroundings, isa, new Diagnostics());
            Image image = image(SourceFiles.bytes(surroundings, file, MOST_BYTES));
            Symbols symbols = new Symbols(image.symbols());
            for (Image.Segment segment : image.segments()) {
                show(checked, segment, symbols);
            }
        }
        return ExitCode.SUCCESS;
    }

    private Image image(byte[] content) throws IOException {
        ImageLoader loader = ImageFormats.builtIn().stream()
                .filter(format -> format.recognises(file, content))
                .findFirst()
                .orElseThrow(
                        () -> new IOException("'" + file + "' has no format the kit knows; raw bytes are called .bin"));
        try {
            return loader.load(file, content);
        } catch (IllegalArgumentException malformed) {
            throw new IOException(file + ": " + malformed.getMessage(), malformed);
        }
    }

    private void show(Isa checked, Image.Segment segment, Symbols symbols) {
        long address = segment.address() == Image.Segment.ANYWHERE ? start() : segment.address();
        Listing listing = Listing.of(checked, address, units(checked, segment.bytes()), symbols);
        if (source) {
            screen().print(listing.source());
        } else {
            listing.lines().forEach(line -> show(checked, line));
        }
    }

    private void show(Isa checked, Listing.Line line) {
        int addressDigits = Math.min(8, (checked.model().fetch().addressWidth() + 3) / 4);
        String unitFormat = "%0" + checked.model().fetch().unit() / 4 + "x";
        line.label().ifPresent(label -> screen().line(screen().bold(label + ":")));
        String units = line.units().stream().map(unitFormat::formatted).collect(Collectors.joining(" "));
        screen().line(("%0" + addressDigits + "x  %-24s %s").formatted(line.address(), units, line.text()));
    }

    private long start() {
        try {
            return Long.decode(at);
        } catch (NumberFormatException e) {
            throw wrongUsage("--at takes an address such as 0x3000, not '" + at + "'");
        }
    }

    /** The bytes as address units, in the byte order of the instruction set. */
    private static long[] units(Isa isa, byte[] bytes) {
        int unitBytes = isa.model().fetch().unit() / 8;
        boolean big = isa.model().byteOrder() == ByteOrder.BIG;
        return LongStream.range(0, bytes.length / unitBytes)
                .map(i -> unit(bytes, (int) i * unitBytes, unitBytes, big))
                .toArray();
    }

    private static long unit(byte[] bytes, int from, int count, boolean big) {
        long unit = 0;
        for (int i = 0; i < count; i++) {
            int shift = 8 * (big ? count - 1 - i : i);
            unit |= (bytes[from + i] & 0xFFL) << shift;
        }
        return unit;
    }
}
