package dev.vmkit.tools.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vmkit.tools.images.ElfObject.Section;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A module loses what nobody refers to, and nothing else. */
class StrippedTests {
    private static final byte[] MODULE = ObjectFile.module("crc16,jbd2", "fs-test", 1000);

    private static ElfObject stripped(byte[] module) {
        return ElfObject.read(Stripped.of(ElfObject.read(module)));
    }

    private static List<String> symbols(ElfObject module) {
        Section table = module.section(".symtab").orElseThrow();
        List<String> names = new ArrayList<>();
        for (int at = 0; at < table.stored(); at += 24) {
            names.add(module.text(module.section(table.link()), module.bytes().getInt(table.offset() + at)));
        }
        return names;
    }

    @Test
    void labelsThatNobodyRefersToAreGone() {
        assertThat(symbols(ElfObject.read(MODULE))).hasSize(1003);
        assertThat(symbols(stripped(MODULE))).containsExactly("", ".L1000", "static_function", "printk");
        assertThat(stripped(MODULE).bytes().capacity()).isLessThan(MODULE.length / 20);
    }

    @Test
    void relocationsReferToTheSameSymbols() {
        ElfObject module = stripped(MODULE);
        Section relocations = module.section(".rela.text").orElseThrow();
        int symbol = module.bytes().getInt(relocations.offset() + 12);
        assertThat(symbols(module).get(symbol)).isEqualTo(".L1000");
        assertThat(module.bytes().getInt(relocations.offset() + 8)).isEqualTo(23);
        assertThat(module.bytes().getLong(relocations.offset() + 16)).isEqualTo(4);
    }

    @Test
    void theTableSaysWhereGlobalSymbolsBegin() {
        ElfObject module = stripped(MODULE);
        assertThat(module.section(".symtab").orElseThrow().info()).isEqualTo(3);
    }

    @Test
    void codeAndDescriptionStay() {
        ElfObject module = stripped(MODULE);
        byte[] code = module.content(module.section(".text").orElseThrow());
        assertThat(new String(code, StandardCharsets.US_ASCII)).isEqualTo("code of the module");
        assertThat(ModuleInfo.of(module)).isEqualTo(new ModuleInfo(List.of("crc16", "jbd2"), List.of("fs-test")));
    }

    @Test
    void theSignatureBehindTheModuleIsGone() {
        byte[] signed = Arrays.copyOf(MODULE, MODULE.length + 600);
        assertThat(stripped(signed).bytes()).isEqualTo(stripped(MODULE).bytes());
    }

    @Test
    void strippingTwiceChangesNothingMore() {
        byte[] once = Stripped.of(ElfObject.read(MODULE));
        assertThat(Stripped.of(ElfObject.read(once))).isEqualTo(once);
    }

    @Test
    void aDamagedModuleIsRefusedOrRead() {
        Random random = new Random(36);
        byte[] small = ObjectFile.module("", "", 3);
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = small.clone();
            for (int flips = random.nextInt(4); flips >= 0; flips--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            int length = random.nextInt(8) == 0 ? random.nextInt(damaged.length) : damaged.length;
            try {
                stripped(Arrays.copyOf(damaged, length));
            } catch (IndexOutOfBoundsException outside) {
                refused++;
            }
        }
        assertThat(refused).isBetween(5_000, 15_000);
    }

    private static void refused(byte[] module, String reason) {
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> stripped(module))
                .withMessageContaining(reason);
    }

    @Test
    void sectionsThatShareTheirBytesDoNotMultiplyThem() {
        byte[] module = MODULE.clone();
        ByteBuffer file = ByteBuffer.wrap(module).order(ByteOrder.LITTLE_ENDIAN);
        int text = (int) file.getLong(40) + ElfObject.SECTION_HEADER;
        file.putLong(text + 24, 0).putLong(text + 32, module.length);
        refused(module, "its sections have more bytes than the file");
    }

    @Test
    void symbolsThatShareTheirNamesDoNotMultiplyThem() {
        byte[] module = ObjectFile.module("", "", 100);
        ByteBuffer file = ByteBuffer.wrap(module).order(ByteOrder.LITTLE_ENDIAN);
        Section symbols = ElfObject.read(module).section(".symtab").orElseThrow();
        Section names = ElfObject.read(module).section(".strtab").orElseThrow();
        Arrays.fill(module, names.offset(), names.offset() + names.stored() - 1, (byte) 'x');
        for (int i = 1; i < symbols.stored() / 24; i++) {
            file.putInt(symbols.offset() + 24 * i, i).put(symbols.offset() + 24 * i + 4, (byte) 2);
        }
        refused(module, "its symbols share their names too much");
    }

    @Test
    void whatIsNoModuleIsRefused() {
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> ElfObject.read("#!/bin/sh\n".repeat(10).getBytes(StandardCharsets.US_ASCII)));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> ElfObject.read(new byte[2]));
    }
}
