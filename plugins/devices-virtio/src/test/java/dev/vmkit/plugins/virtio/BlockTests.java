package dev.vmkit.plugins.virtio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.machine.memory.Ram;
import dev.vmkit.testkit.device.DeviceBench;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockTests {
    private static final int IN = 0;
    private static final int OUT = 1;
    private static final int FLUSH = 4;
    private static final int GET_ID = 8;
    private static final int DISCARD = 11;
    private static final int WRITE_ZEROES = 13;

    private static final int OK = 0;
    private static final int IOERR = 1;
    private static final int UNSUPP = 2;

    private static final long FLUSHES = 1L << 9;
    private static final int SECTORS = 128;

    private final MemoryStore store = new MemoryStore(SECTORS * 512);
    private final DeviceBench bench = Benches.disk(store);
    private final GuestDriver driver =
            new GuestDriver(bench).start(GuestDriver.VERSION_1 | GuestDriver.INDIRECT | FLUSHES, 1, 16);
    private final Ring ring = driver.ring(0);

    private static byte[] random(int bytes) {
        byte[] all = new byte[bytes];
        new Random(bytes).nextBytes(all);
        return all;
    }

    @Test
    void says_how_large_the_disk_is_and_that_a_sector_has_512_bytes() {
        assertThat(bench.read(GuestDriver.CONFIGURATION, 64)).isEqualTo(SECTORS);
        assertThat(driver.get(GuestDriver.CONFIGURATION)).isEqualTo(SECTORS);
        assertThat(driver.get(GuestDriver.CONFIGURATION + 20)).isEqualTo(512);
    }

    @Test
    void writes_sectors_and_reads_them_back() {
        byte[] sectors = random(3 * 512);
        Request write = Request.block(OUT, 5).reads(sectors).writes(1);
        ring.send(write);
        assertThat(write.status()).isEqualTo(OK);
        assertThat(ring.written()).isEqualTo(1);
        assertThat(Arrays.copyOfRange(store.bytes, 5 * 512, 8 * 512)).isEqualTo(sectors);

        Request read = Request.block(IN, 5).writes(3 * 512).writes(1);
        ring.send(read);
        assertThat(read.status()).isEqualTo(OK);
        assertThat(read.buffer(0)).isEqualTo(sectors);
        assertThat(ring.written()).isEqualTo(3 * 512 + 1);
        assertThat(driver.acknowledge()).isEqualTo(1);
        assertThat(bench.raised("irq")).isFalse();
    }

    @Test
    void does_not_care_how_a_request_is_cut_into_descriptors() {
        byte[] sector = random(512);
        byte[] head = ByteBuffer.allocate(16)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0, OUT)
                .putLong(8, 7)
                .array();
        Request write = new Request()
                .reads(Arrays.copyOf(head, 3))
                .reads(Arrays.copyOfRange(head, 3, 16))
                .reads(Arrays.copyOf(sector, 100))
                .reads(new byte[0])
                .reads(Arrays.copyOfRange(sector, 100, 512))
                .writes(1);
        ring.send(write);
        assertThat(write.status()).isEqualTo(OK);

        Request read = Request.block(IN, 7).writes(1).writes(510).writes(2);
        ring.send(read);
        assertThat(read.buffer(0)[0]).isEqualTo(sector[0]);
        assertThat(read.buffer(1)).isEqualTo(Arrays.copyOfRange(sector, 1, 511));
        assertThat(read.buffer(2)).containsExactly(sector[511], OK);
    }

    @Test
    void takes_a_request_from_an_indirect_table() {
        store.bytes[512] = 77;
        int data = ring.room(513);
        int table = ring.room(3 * 16);
        int head = ring.holding(new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0});
        ring.entry(table, head, 16, Ring.NEXT, 2);
        ring.entry(table + 32, data, 513, Ring.WRITE, 0);
        ring.descriptor(4, table, 48, Ring.INDIRECT, 0);
        ring.offer(4);
        ring.kick();
        assertThat(ring.written()).isEqualTo(513);
        assertThat(bench.memory().number(data, 8)).isEqualTo(77);
    }

    @ParameterizedTest
    @ValueSource(longs = {SECTORS, SECTORS - 1, 1L << 55, (1L << 55) - 1, Long.MIN_VALUE, -1, -2})
    void refuses_what_is_not_on_the_disk_and_goes_on(long sector) {
        Request read = Request.block(IN, sector).writes(1024).writes(1);
        Request write = Request.block(OUT, sector).reads(new byte[1024]).writes(1);
        ring.send(read);
        ring.send(write);
        assertThat(read.status()).isEqualTo(IOERR);
        assertThat(write.status()).isEqualTo(IOERR);
        assertThat(store.notes).isEmpty();
        assertThat(driver.needsReset()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 511, 513})
    void refuses_parts_of_sectors(int bytes) {
        Request read = Request.block(IN, 0).writes(bytes).writes(1);
        ring.send(read);
        assertThat(read.status()).isEqualTo(IOERR);
        assertThat(ring.written()).isEqualTo(1);
    }

    @Test
    void refuses_requests_that_do_not_exist() {
        Request strange = Request.block(99, 0).writes(512).writes(1);
        ring.send(strange);
        assertThat(strange.status()).isEqualTo(UNSUPP);
        assertThat(strange.buffer(0)).containsOnly(0xAA);
    }

    @Test
    void flushes_when_asked_and_only_then() {
        ring.send(Request.block(OUT, 0).reads(new byte[512]).writes(1));
        assertThat(store.notes).containsExactly("write 512 at 0");
        ring.send(Request.block(FLUSH, 0).writes(1));
        assertThat(store.notes).endsWith("flush");
    }

    @Test
    void flushes_every_write_of_a_driver_that_cannot_ask_for_it() {
        driver.start(GuestDriver.VERSION_1, 1, 16);
        driver.ring(0).send(Request.block(OUT, 0).reads(new byte[512]).writes(1));
        assertThat(store.notes).containsExactly("write 512 at 0", "flush");
    }

    @Test
    void reports_a_disk_that_fails() {
        store.broken = true;
        Request read = Request.block(IN, 0).writes(512).writes(1);
        ring.send(read);
        assertThat(read.status()).isEqualTo(IOERR);
    }

    @Test
    void tells_its_name_in_the_machine_file() {
        Request who = Request.block(GET_ID, 0).writes(20).writes(1);
        ring.send(who);
        assertThat(new String(who.buffer(0), StandardCharsets.UTF_8).strip()).startsWith("bench\0");
    }

    private static byte[] range(long sector, int sectors, int flags) {
        return ByteBuffer.allocate(16)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(sector)
                .putInt(sectors)
                .putInt(flags)
                .array();
    }

    private int clear(int type, long sector, int sectors, int flags) {
        Request clear =
                Request.block(type, 0).reads(range(sector, sectors, flags)).writes(1);
        ring.send(clear);
        return clear.status();
    }

    @Test
    void discards_sectors() {
        Arrays.fill(store.bytes, (byte) 1);
        assertThat(clear(DISCARD, 2, 3, 0)).isEqualTo(OK);
        assertThat(store.notes).containsExactly("discard 1536 at 1024");
    }

    @Test
    void sets_sectors_to_zero_with_or_without_their_room() {
        Arrays.fill(store.bytes, (byte) 1);
        assertThat(clear(WRITE_ZEROES, 1, 1, 0)).isEqualTo(OK);
        assertThat(clear(WRITE_ZEROES, 3, 1, 1)).isEqualTo(OK);
        assertThat(store.notes).containsExactly("write 512 at 512", "discard 512 at 1536");
        assertThat(store.bytes[511]).isEqualTo((byte) 1);
        assertThat(Arrays.copyOfRange(store.bytes, 512, 1024)).containsOnly(0);
        assertThat(store.bytes[1024]).isEqualTo((byte) 1);
    }

    @Test
    void refuses_to_clear_what_it_may_not() {
        assertThat(clear(DISCARD, 0, 1, 1)).isEqualTo(UNSUPP);
        assertThat(clear(WRITE_ZEROES, 0, 1, 2)).isEqualTo(UNSUPP);
        assertThat(clear(DISCARD, SECTORS, 1, 0)).isEqualTo(IOERR);
        assertThat(clear(DISCARD, -1, -1, 0)).isEqualTo(IOERR);
        Request two = Request.block(DISCARD, 0).reads(new byte[32]).writes(1);
        ring.send(two);
        assertThat(two.status()).isEqualTo(IOERR);
        assertThat(store.notes).isEmpty();
    }

    @Test
    void offers_a_disk_that_cannot_be_written_as_such() {
        MemoryStore image = new MemoryStore(1024);
        image.writable = false;
        DeviceBench other = Benches.disk(image);
        GuestDriver reader = new GuestDriver(other).start(GuestDriver.VERSION_1 | 1 << 5, 1, 8);
        assertThat(reader.offered() & (1 << 5 | 1 << 13 | 1 << 14)).isEqualTo(1 << 5);
        Request write = Request.block(OUT, 0).reads(new byte[512]).writes(1);
        reader.ring(0).send(write);
        assertThat(write.status()).isEqualTo(IOERR);
        assertThat(image.notes).isEmpty();
    }

    /** Whoever keeps copies of memory, such as decoded instructions, must hear of what devices write. */
    @Test
    void tells_those_who_watch_the_memory_it_writes() {
        List<Integer> lengths = new ArrayList<>();
        ring.offer(Request.block(IN, 0).writes(512).writes(1));
        Ram memory = bench.memory().ram();
        memory.observe((ram, offset, length) -> lengths.add(length));
        for (int page = 0; page < memory.pages(); page++) {
            memory.watch(page);
        }
        ring.kick();
        assertThat(lengths).contains(512);
    }
}
