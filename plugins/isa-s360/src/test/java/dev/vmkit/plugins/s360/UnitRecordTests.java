package dev.vmkit.plugins.s360;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.testkit.device.BenchStore;
import dev.vmkit.testkit.device.DeviceBench;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Cards and paper, as the channel's microcode sees their control units. */
class UnitRecordTests {
    private static final int COMMAND = 1;
    private static final int DATA = 2;
    private static final int ACT = 3;
    private static final int CARD = 60_000_000;
    private static final int LINE = 100_000_000;
    private static final int ENDED = 0x0C;
    private static final Charset EBCDIC = Charset.forName("IBM1047");

    private static DeviceBench reader(String deck, String binary) {
        return DeviceBench.of(
                UnitRecordTests.class,
                "/card-reader-2540.yaml",
                Optional.empty(),
                Map.of("binary", binary),
                Map.of("deck", BenchStore.of(deck)));
    }

    private static int status(DeviceBench unit) {
        long condition = unit.read(0, 32);
        assertThat(condition >> 29 & 1).as("it has ended").isEqualTo(1);
        return (int) condition & 0xFF;
    }

    private static String columns(DeviceBench reader, int count) {
        byte[] codes = new byte[count];
        for (int i = 0; i < count; i++) {
            assertThat(reader.raised("channel")).isTrue();
            codes[i] = (byte) reader.read(DATA, 32);
        }
        return new String(codes, EBCDIC);
    }

    private static String card(DeviceBench reader) {
        reader.write(COMMAND, 32, 0x02);
        assertThat(reader.raised("channel")).isFalse();
        reader.pass(CARD);
        String card = columns(reader, 80);
        assertThat(status(reader)).isEqualTo(ENDED);
        reader.write(ACT, 32, 0);
        return card.stripTrailing();
    }

    @Test
    void aLineIsACardWithBlanksBehindIt() {
        DeviceBench reader = reader("FIRST card\r\n\nlast", "false");
        assertThat(card(reader)).isEqualTo("FIRST card");
        assertThat(card(reader)).isEmpty();
        assertThat(card(reader)).isEqualTo("last");
        reader.write(COMMAND, 32, 0x02);
        assertThat(status(reader)).as("channel end, device end, unit exception").isEqualTo(0x0D);
    }

    @Test
    void whatALineHasBeyondEightyColumnsIsOnTheNextCard() {
        DeviceBench reader = reader("a".repeat(80) + "\n" + "b".repeat(81) + "\nc", "false");
        assertThat(card(reader)).isEqualTo("a".repeat(80));
        assertThat(card(reader)).isEqualTo("b".repeat(80));
        assertThat(card(reader)).isEqualTo("b");
        assertThat(card(reader)).isEqualTo("c");
    }

    @Test
    void aChannelThatWantsLessLetsTheRestOfTheCardGoBy() {
        DeviceBench reader = reader("0123456789\nnext", "false");
        reader.write(COMMAND, 32, 0x02);
        reader.pass(CARD);
        assertThat(columns(reader, 3)).isEqualTo("012");
        reader.write(ACT, 32, 1);
        assertThat(status(reader)).isEqualTo(ENDED);
        reader.write(ACT, 32, 0);
        assertThat(card(reader)).isEqualTo("next");
    }

    @Test
    void aBinaryDeckHasEightyBytesACardAsTheyAre() {
        DeviceBench reader = reader("\n".repeat(80) + "A", "true");
        reader.write(COMMAND, 32, 0x02);
        reader.pass(CARD);
        assertThat(reader.read(DATA, 32)).isEqualTo(10);
        reader.write(ACT, 32, 1);
        reader.write(ACT, 32, 0);
        reader.write(COMMAND, 32, 0x02);
        reader.pass(CARD);
        assertThat(reader.read(DATA, 32)).isEqualTo('A');
        assertThat(reader.read(DATA, 32)).as("blank").isEqualTo(0x40);
    }

    @Test
    void aSavedReaderGoesOnInTheMiddleOfACard() {
        DeviceBench reader = reader("abc", "false");
        reader.write(COMMAND, 32, 0x02);
        reader.pass(CARD);
        columns(reader, 1);
        DeviceBench other = reader("abc", "false");
        other.takeOver(reader);
        assertThat(columns(other, 2)).isEqualTo("bc");
    }

    @Test
    void aCommandThatAUnitDoesNotHaveIsRejectedAndSensedOnce() {
        for (DeviceBench unit : new DeviceBench[] {reader("a", "false"), printer()}) {
            unit.write(COMMAND, 32, 0x3F);
            assertThat(status(unit)).isEqualTo(0x02);
            unit.write(ACT, 32, 3);
            assertThat(unit.raised("irq")).isTrue();
            unit.write(ACT, 32, 0);
            assertThat(unit.raised("irq")).isFalse();
            for (int sense : new int[] {0x80, 0}) {
                unit.write(COMMAND, 32, 0x04);
                assertThat(unit.read(DATA, 32)).isEqualTo(sense);
                assertThat(status(unit)).isEqualTo(ENDED);
                unit.write(ACT, 32, 0);
            }
        }
    }

    private static DeviceBench printer() {
        return DeviceBench.of(UnitRecordTests.class, "/printer-1403.yaml");
    }

    private static void print(DeviceBench printer, int command, String text) {
        printer.write(COMMAND, 32, command);
        for (byte code : text.getBytes(EBCDIC)) {
            assertThat(printer.raised("channel")).isTrue();
            printer.write(DATA, 32, code & 0xFF);
        }
        if (!text.isEmpty() && text.length() < 132) {
            printer.write(ACT, 32, 1);
        }
        assertThat(printer.raised("channel")).as("the paper moves").isFalse();
        printer.pass(LINE);
        assertThat(status(printer)).isEqualTo(ENDED);
        printer.write(ACT, 32, 0);
    }

    @Test
    void aCommandSaysHowFarThePaperMovesAfterTheLine() {
        DeviceBench printer = printer();
        print(printer, 0x01, "A");
        print(printer, 0x09, "_");
        print(printer, 0x11, "b!");
        print(printer, 0x19, "c\u001b\u00e9");
        print(printer, 0x13, "");
        print(printer, 0x89, "end");
        assertThat(printer.shown()).isEqualTo("A\r_\nb!\n\nc  \n\n\n\n\nend\f");
    }

    @Test
    void aLineEndsAfter132Columns() {
        DeviceBench printer = printer();
        print(printer, 0x09, "x".repeat(132));
        assertThat(printer.shown()).isEqualTo("x".repeat(132) + "\n");
    }
}
