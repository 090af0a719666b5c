package dev.vmkit.tools.cli;

import dev.vmkit.api.ParameterInfo.Type;
import dev.vmkit.language.device.Quantity;
import dev.vmkit.tools.images.Board;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What the machine of an image is to have. */
final class BoardOptions {
    private static final long MIB = 1 << 20;

    @Option(names = "--harts", paramLabel = "N", description = "Processors, 1 to 8. Default: 1.")
    private Optional<Integer> harts = Optional.empty();

    @Option(
            names = "--memory",
            paramLabel = "SIZE",
            converter = Size.class,
            description = "Memory, 96 MiB to 1984 MiB. Default: 256 MiB.")
    private Optional<Long> memory = Optional.empty();

    @Option(
            names = "--disk",
            paramLabel = "SIZE",
            converter = Size.class,
            description = "The size of a new blank disk, 1 MiB to 1024 GiB. Default: 256 MiB.")
    private Optional<Long> disk = Optional.empty();

    /** Whether the machine file is to be other than it would be anyway. */
    boolean chosen() {
        return harts.isPresent() || memory.isPresent();
    }

    /** What was chosen, and the usual for the rest; refuses what no machine can have. */
    Board board(KitCommand command) {
        Board board = new Board(
                harts.orElse(Board.USUAL.harts()),
                memory.orElse(Board.USUAL.memory()),
                disk.orElse(Board.USUAL.disk()));
        require(command, board.harts(), 1, 8, "--harts: 1 to 8 processors");
        require(command, board.memory(), 96 * MIB, 1984 * MIB, "--memory: 96 MiB to 1984 MiB");
        require(command, board.disk(), MIB, MIB << 20, "--disk: 1 MiB to 1024 GiB");
        return board;
    }

    private static void require(KitCommand command, long value, long least, long most, String range) {
        if (value < least || value > most) {
            throw command.wrongUsage(range);
        }
    }

    /** A size in whole MiB. */
    static final class Size implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            return Quantity.parse(Type.SIZE, text)
                    .filter(size -> size % MIB == 0)
                    .orElseThrow(() -> new TypeConversionException(
                            "'" + text + "' is no size in whole MiB; write \"256 MiB\" or 256MiB"));
        }
    }
}
