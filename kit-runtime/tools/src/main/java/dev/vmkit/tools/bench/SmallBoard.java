package dev.vmkit.tools.bench;

import dev.vmkit.tools.starter.Starter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A processor with nothing but memory, for programs that have no end: they are stopped after so many instructions, and the
 * digest of the machine's state is what must be equal. QEMU knows no such machine.
 *
 * @param isa the instruction set
 * @param program the name of its source
 */
record SmallBoard(Isa isa, String program) implements Board {
    private static final int LIMIT_REACHED = 4;

    enum Isa {
        MOS6502,
        STUDENT
    }

    @Override
    public Prepared prepare(Path folder, long rounds) throws IOException {
        Path plugin = folder.resolve("plugin");
        Path source = switch (isa) {
            case MOS6502 -> mos6502(plugin);
            case STUDENT -> student(plugin);
        };
        return new Prepared(
                List.of(
                        "--plugins",
                        plugin.toString(),
                        "--hash",
                        "--instructions",
                        Long.toString(rounds),
                        plugin.resolve("machine.yaml").toString(),
                        source.toString()),
                Optional.empty(),
                LIMIT_REACHED,
                Optional.empty());
    }

    private Path mos6502(Path plugin) throws IOException {
        for (String file : List.of("plugin.yaml", "mos6502.yaml", "machine.yaml")) {
            Supply.copy("mos6502/" + file, plugin);
        }
        return Supply.copy("mos6502/" + program, plugin);
    }

    private Path student(Path plugin) throws IOException {
        if (!Files.exists(plugin)) {
            Starter.ISA.write(plugin, "student");
        }
        return Supply.copy("student/" + program, plugin);
    }
}
