package dev.vmkit.layers.image;

import dev.vmkit.api.Image;
import dev.vmkit.api.ImageLoader;
import java.util.OptionalLong;

/**
 * An ELF program, 32 or 64 bits, either byte order (System V gABI, chapters 4 and 5). Segments go to their physical
 * addresses; nothing is relocated.
 */
final class ElfLoader implements ImageLoader {
    @Override
    public String format() {
        return "elf";
    }

    @Override
    public boolean recognises(String fileName, byte[] content) {
        return ElfHeader.magic(content) || ImageFormats.endsWith(fileName, ".elf");
    }

    @Override
    public Image load(String fileName, byte[] content) {
        ElfHeader header = ElfHeader.read(content);
        return new Image(
                ElfMachine.words(header.machine(), header.bytes().wide()),
                ElfSegments.read(header),
                OptionalLong.of(header.entry()),
                ElfSymbols.read(header));
    }
}
