package dev.vmkit.tools.bench;

import dev.vmkit.tools.images.ImageFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Debian's kernel and first file system, with a blank disk, on QEMU and on the kit: the same devices, and the same command
 * line. The clock stops when the shell asks for a command; then the machine is switched off.
 *
 * @param image where the kernel and the first file system lie
 */
record DebianBoard(ImageFolder image) implements Board {
    private static final String PROMPT = "# ";
    private static final String OFF = "poweroff -f";

    @Override
    public Prepared prepare(Path folder, long rounds) throws IOException {
        ImageFolder copy = new ImageFolder(folder);
        if (!copy.complete()) {
            copy.borrow(image);
        }
        Path dialogue = folder.resolve("dialogue.yaml");
        Files.writeString(dialogue, "dialogue:\n  - { see: \"" + PROMPT + "\", enter: " + OFF + " }\n");
        long ram = dev.vmkit.tools.images.Board.USUAL.memory();
        return new Prepared(
                List.of("--dialogue", dialogue.toString(), copy.machine().toString()),
                Optional.of(qemu(copy, ram)),
                0,
                Optional.of(new Scene(PROMPT, OFF + "\n", ram)));
    }

    private static List<String> qemu(ImageFolder image, long ram) {
        return List.of(
                "-M", "virt",
                "-m", (ram >> 20) + "M",
                "-display", "none",
                "-monitor", "none",
                "-serial", "stdio",
                "-global", "virtio-mmio.force-legacy=false",
                "-drive", "file=" + image.disk() + ",format=raw,if=none,id=disk",
                "-device", "virtio-blk-device,drive=disk",
                "-netdev", "user,id=net",
                "-device", "virtio-net-device,netdev=net",
                "-device", "virtio-rng-device",
                "-kernel", image.kernel().toString(),
                "-initrd", image.initrd().toString(),
                "-append", "console=ttyS0 cryptomgr.notests");
    }
}
