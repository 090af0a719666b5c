package dev.vmkit.tools.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * QEMU's "virt" board with nothing but memory, a UART and a finisher, and the same of the kit's. The program finds the number
 * of its rounds in a word that the loader puts into memory, prints a checksum and switches the machine off.
 *
 * @param program the name of an ELF file
 */
record VirtBoard(String program) implements Board {
    private static final String ROUNDS_AT = "0x83FFF000";

    @Override
    public Prepared prepare(Path folder, long rounds) throws IOException {
        Path elf = Supply.copy("rv64/" + program, folder);
        Path machine = Supply.copy("rv64/machine.yaml", folder);
        byte[] word = ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(rounds)
                .array();
        Files.write(folder.resolve("rounds.bin"), word);
        Files.writeString(machine, Files.readString(machine).replace("@program@", program));
        return new Prepared(List.of(machine.toString()), Optional.of(qemu(elf, rounds)), 0, Optional.empty());
    }

    private static List<String> qemu(Path elf, long rounds) {
        return List.of(
                "-M", "virt",
                "-m", "128M",
                "-display", "none",
                "-monitor", "none",
                "-serial", "stdio",
                "-bios", "none",
                "-kernel", elf.toString(),
                "-device", "loader,addr=" + ROUNDS_AT + ",data=" + rounds + ",data-len=8");
    }
}
