package dev.vmkit.layers.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.vmkit.api.Image;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElfLoaderTests {
    private static final int FUNCTION = 2;
    private static final int GLOBAL = 0x10;

    private final ElfLoader loader = new ElfLoader();

    @ParameterizedTest
    @CsvSource({"true, false", "true, true", "false, false", "false, true"})
    void readsSegmentsEntryAndSymbolsInBothSizesAndByteOrders(boolean wide, boolean big) {
        ElfFile file = new ElfFile(wide, big)
                .data((byte) 1, (byte) 2, (byte) 3)
                .load(0, 0x1000, 3, 8)
                .symbol("main", 0x1002, GLOBAL | FUNCTION)
                .symbol("$x", 0x1000, 0);

        Image image = loader.load("a.elf", file.bytes());

        assertThat(image.isa()).isEqualTo(wide ? "RISC-V 64-bit" : "RISC-V 32-bit");
        assertThat(image.entry()).hasValue(0x1000);
        assertThat(image.symbols()).containsOnlyKeys("main").containsEntry("main", 0x1002L);
        assertThat(image.segments()).singleElement().satisfies(s -> {
            assertThat(s.address()).isEqualTo(0x1000);
            assertThat(s.bytes()).containsExactly(1, 2, 3);
            assertThat(s.size()).isEqualTo(8);
        });
    }

    @Test
    void namesTheMachineInWords() {
        ElfFile file = ElfFile.riscv().data((byte) 1).load(0, 0x1000, 1, 1);
        file.machine = 62;
        assertThat(loader.load("a", file.bytes()).isa()).isEqualTo("x86-64 64-bit");
        file.machine = 9999;
        assertThat(loader.load("a", file.bytes()).isa()).isEqualTo("machine 9999 64-bit");
    }

    @Test
    void aGlobalNameWinsOverALocalOne() {
        ElfFile file = ElfFile.riscv()
                .data((byte) 1)
                .load(0, 0x1000, 1, 1)
                .symbol("loop", 1, 0)
                .symbol("loop", 2, GLOBAL)
                .symbol("loop", 3, 0);
        assertThat(loader.load("a", file.bytes()).symbols()).containsEntry("loop", 2L);
    }

    @Test
    void saysWhereATruncatedFileEnds() {
        byte[] whole =
                ElfFile.riscv().data(new byte[64]).load(0, 0x1000, 64, 64).bytes();
        refuses(
                Arrays.copyOf(whole, 20),
                "the file ends after 20 bytes, but the ELF header takes 64 bytes from byte 0 on");
        refuses(
                Arrays.copyOf(whole, 100),
                "the file ends after 100 bytes, but the program header table takes 56 bytes from byte 64 on");
    }

    @Test
    void refusesASegmentThatTheFileDoesNotHold() {
        refuses(ElfFile.riscv().load(0, 0x1000, 1L << 40, 1L << 40), "segment 0 takes 1099511627776 bytes");
        refuses(ElfFile.riscv().load(-200, 0x1000, 4, 4), "from byte 18446744073709551536 on");
    }

    @Test
    void refusesSegmentsThatClaimOneAddressTwice() {
        ElfFile file = ElfFile.riscv().data(new byte[8]).load(0, 0x1000, 4, 16).load(4, 0x100F, 4, 4);
        refuses(file, "the segments at 0x1000 (16 bytes) and at 0x100F overlap");
    }

    @Test
    void refusesMoreMemoryThanAddressesFollow() {
        refuses(ElfFile.riscv().load(0, -16, 0, 17), "a segment at 0xFFFFFFFFFFFFFFF0 claims 17 bytes");
        refuses(ElfFile.riscv().load(0, 0x1000, 0, -1), "claims 18446744073709551615 bytes");
        refuses(new ElfFile(false, false).load(0, 0xFFFF_FFF0L, 0, 17), "a segment at 0xFFFFFFF0 claims 17 bytes");
    }

    @Test
    void refusesLessMemoryThanBytes() {
        refuses(
                ElfFile.riscv().data(new byte[8]).load(0, 0x1000, 8, 4),
                "segment 0 has 8 bytes in the file but room for only 4 in memory");
    }

    @Test
    void refusesToMultiplyBytesOfTheFile() {
        ElfFile file = ElfFile.riscv().data(new byte[10_000]);
        for (int i = 0; i < 100; i++) {
            file.load(0, i * 0x10_0000L, 10_000, 10_000);
        }
        refuses(file, "the segments together have more bytes than the file");
    }

    @Test
    void saysWhatIsWrongWithFilesThatAreNoPrograms() {
        ElfFile object = ElfFile.riscv();
        object.type = 1;
        refuses(object, "not linked yet");
        refuses(ElfFile.riscv(), "no loadable segment");
        refuses(ElfFile.riscv().header(3, 0, 0, 0, 0), "link it with -static");
        refuses(new byte[] {'#', '!'}, "does not start with the bytes 7F 45 4C 46");
        byte[] odd = ElfFile.riscv().bytes();
        odd[4] = 3;
        refuses(odd, "class is 3, not 1 (32-bit) or 2 (64-bit)");
    }

    @Test
    void damagedFilesAreReadOrRefusedAndNothingElse() {
        byte[] whole = ElfFile.riscv()
                .data(new byte[32])
                .load(0, 0x1000, 32, 64)
                .symbol("main", 0x1000, GLOBAL)
                .bytes();
        Random random = new Random(42);
        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = whole.clone();
            for (int n = random.nextInt(4); n >= 0; n--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            try {
                assertThat(loader.load("a", damaged).segments()).isNotEmpty();
            } catch (IllegalArgumentException refused) {
                assertThat(refused).hasMessageMatching("(?s)[a-z].+");
            }
        }
    }

    private void refuses(ElfFile file, String message) {
        refuses(file.bytes(), message);
    }

    private void refuses(byte[] file, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> loader.load("a.elf", file))
                .withMessageContaining(message);
    }
}
