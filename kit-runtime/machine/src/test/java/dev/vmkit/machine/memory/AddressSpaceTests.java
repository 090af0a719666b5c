package dev.vmkit.machine.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmkit.language.isa.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AddressSpaceTests {
    private final AddressSpace little = new AddressSpace("mem", 16, 8, ByteOrder.LITTLE, true);
    private final AddressSpace words = new AddressSpace("mem", 16, 16, ByteOrder.BIG, false);

    @Test
    void aValueLiesInTheByteOrderOfTheSpace() {
        little.map(0, new Ram(0x100, 1, true));
        little.store(0x10, 32, 0x11223344);

        assertThat(little.load(0x10, 8)).isEqualTo(0x44);
        assertThat(little.load(0x12, 16)).isEqualTo(0x1122);
        assertThat(little.load(0x11, 16)).as("unaligned").isEqualTo(0x2233);
        assertThat(little.load(0x10, 24)).as("three bytes").isEqualTo(0x223344);
    }

    @Test
    void anAddressOfAWordMachineNamesTwoBytes() {
        Ram ram = new Ram(0x10000, 2, true);
        words.map(0, ram);
        words.store(0x3000, 16, 0xABCD);
        words.store(0x3001, 16, 0x1234);

        assertThat(ram.bytes()[0x6000]).isEqualTo((byte) 0xAB);
        assertThat(words.load(0x3000, 32)).isEqualTo(0xABCD1234L);
    }

    @Test
    void addressesWrapAtTheEndOfTheSpace() {
        little.map(0, new Ram(0x10, 1, true));
        little.map(0xFFF0, new Ram(0x10, 1, true));
        little.store(0xFFFE, 32, 0x44332211);

        assertThat(little.load(0x0, 16)).isEqualTo(0x4433);
        assertThat(little.load(0x1FFFE, 16)).isEqualTo(0x2211);
    }

    @Test
    void aValueMayReachFromOneRegionIntoTheNext() {
        Recorder device = new Recorder();
        little.map(0, new Ram(0x10, 1, true));
        little.map(0x10, device);
        little.store(0xE, 32, 0x44332211);

        assertThat(little.load(0xE, 16)).isEqualTo(0x2211);
        assertThat(device.log).containsExactly("write 0 8 33", "write 1 8 44");
    }

    @Test
    void aStoreThatCannotBeDoneWhollyIsNotDoneInPart() {
        little.map(0, new Ram(0x10, 1, true));

        assertThatThrownBy(() -> little.store(0xE, 32, -1)).isInstanceOfSatisfying(AccessFault.class, fault -> {
            assertThat(fault.access()).isEqualTo(Access.STORE);
            assertThat(fault.address()).isEqualTo(0x10);
        });
        assertThat(little.load(0xE, 16)).isZero();
    }

    @Test
    void regionsMayNotOverlapAndTheMessageNamesBoth() {
        little.map(0x100, new Ram(0x100, 1, true));

        assertThatThrownBy(() -> little.map(0x80, new Ram(0x81, 1, true)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("0x80..0x100 overlaps 0x100..0x1ff");
        assertThatThrownBy(() -> little.map(0xFFFF, new Ram(2, 1, true))).hasMessageContaining("16 bits of address");
        assertThatThrownBy(() -> little.map(0x1000, new Ram(2, 2, true))).hasMessageContaining("units of 8 bits");
    }

    @Test
    void aStoreToRomFaultsOrDoesNothingAsTheSpaceSays() {
        Ram rom = new Ram(0x10, 1, false);
        little.map(0, rom);
        words.map(0, new Ram(0x10, 2, false));

        assertThatThrownBy(() -> little.store(0, 8, 1)).isInstanceOf(AccessFault.class);
        words.store(0, 16, 1);
        assertThat(words.load(0, 16)).isZero();
        assertThat(little.writeBytes(0, new byte[] {1}, 0, 1)).isFalse();
        assertThat(little.install(0, new byte[] {1})).isTrue();
        assertThat(rom.bytes()[0]).isEqualTo((byte) 1);
    }

    @Test
    void instructionsAreNotFetchedFromDevices() {
        little.map(0, new Recorder());

        assertThat(little.load(4, 16)).isEqualTo(0x1234);
        assertThatThrownBy(() -> little.fetch(4, 16)).hasMessage("fetch at 0x4");
    }

    @Test
    void aBlockIsCopiedWhollyOrNotAtAll() {
        little.map(0, new Ram(0x10, 1, true));
        little.map(0x10, new Ram(0x10, 1, true));
        little.map(0x20, new Recorder());
        byte[] eight = {1, 2, 3, 4, 5, 6, 7, 8};
        byte[] back = new byte[8];

        assertThat(little.writeBytes(0xC, eight, 0, 8)).isTrue();
        assertThat(little.readBytes(0xC, back, 0, 8)).isTrue();
        assertThat(back).containsExactly(eight);
        assertThat(little.writeBytes(0x1C, eight, 0, 8)).isFalse();
        assertThat(little.load(0x1C, 32)).isZero();
    }

    @Test
    void whatDevicesCopyDoesNotWrapAroundAtTheEndOfTheSpace() {
        long last = little.mask() & ~0xFL;
        little.map(0, new Ram(0x10, 1, true));
        little.map(last, new Ram(0x10, 1, true));
        byte[] bytes = new byte[0x20];

        assertThat(little.writeBytes(last, bytes, 0, 0x10)).isTrue();
        assertThat(little.writeBytes(last, bytes, 0, 0x11)).isFalse();
        assertThat(little.readBytes(-1, bytes, 0, 2)).isFalse();
        assertThat(little.readBytes(little.mask() + 1, bytes, 0, 1)).isFalse();
    }

    @Test
    void whoWatchesAPageIsToldOfTheNextWriteByWhomeverBeforeItHappens() {
        Ram ram = new Ram(0x3000, 1, true);
        little.map(0, ram);
        List<String> told = new ArrayList<>();
        ram.observe((r, offset, length) -> told.add(offset + "+" + length + " was " + r.bytes()[offset]));

        ram.watch(1);
        little.store(0x2000, 64, 1);
        little.store(0xFFE, 32, 0x05050505);
        little.store(0x1000, 8, 9);
        ram.watch(1);
        little.writeBytes(0x800, new byte[0x2000], 0, 0x2000);

        assertThat(told).containsExactly("4094+4 was 0", "2048+8192 was 0");
    }

    @Test
    void aWatchMayBeAsNarrowAsALine() {
        Ram ram = new Ram(0x20000, 1, true);
        List<Integer> told = new ArrayList<>();
        ram.observe((r, offset, length) -> told.add(offset));
        ram.watch(0x1040, 0x41);

        ram.touch(0x103F, 1);
        ram.touch(0x103F, 2);
        ram.touch(0x1050, 8);
        ram.touch(0x10C0, 8);
        ram.touch(0x10BF, 1);

        assertThat(told).containsExactly(0x103F, 0x10BF);
    }

    @Test
    void aWatchOfASmallMemoryMayBeAsNarrowAsAByte() {
        Ram ram = new Ram(0x100, 1, true);
        List<Integer> told = new ArrayList<>();
        ram.observe((r, offset, length) -> told.add(offset));
        ram.watch(0x41, 2);

        ram.touch(0x40, 1);
        ram.touch(0x43, 8);
        ram.touch(0x40, 2);
        ram.touch(0x41, 1);
        ram.touch(0x3E, 8);

        assertThat(told).containsExactly(0x40, 0x3E);
    }

    /** A device that reads 0x1234 and writes down what is written. */
    private static final class Recorder implements Window {
        private final List<String> log = new ArrayList<>();

        @Override
        public long size() {
            return 0x10;
        }

        @Override
        public long read(long offset, int width) {
            return 0x1234;
        }

        @Override
        public void write(long offset, int width, long value) {
            log.add("write " + offset + " " + width + " " + Long.toHexString(value));
        }
    }
}
