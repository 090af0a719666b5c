package dev.vmkit.tools.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How processes are started.
 *
 * @param kit a fresh kit: its JVM with all options, and what runs in it
 * @param qemu the program, if it is installed
 */
public record Starts(List<String> kit, Optional<String> qemu) {
    public Starts {
        kit = List.copyOf(kit);
    }

    /** The whole command line. */
    List<String> command(Contender contender, Board.Prepared prepared) {
        return switch (contender) {
            case Contender.Engine engine -> {
                List<String> command = new ArrayList<>(kit);
                command.addAll(List.of("run", "--engine", engine.name(), "--stats"));
                if (prepared.scene().isEmpty()) {
                    command.add("--json");
                }
                command.addAll(prepared.kit());
                yield command;
            }
            case Contender.Qemu _ ->
                Stream.concat(qemu.stream(), prepared.qemu().orElseThrow().stream())
                        .toList();
        };
    }
}
