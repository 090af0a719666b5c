package dev.vmkit.plugins.s360;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.testkit.device.DeviceBench;
import dev.vmkit.testkit.device.DeviceTests;
import dev.vmkit.testkit.report.Case;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The operator's console and the interval timer, as the channel's microcode sees them. */
class DevicesTests {
    private static final int COMMAND = 1;
    private static final int DATA = 2;
    private static final int ACT = 3;
    private static final int WRITE = 0x01;
    private static final int WRITE_LINE = 0x09;
    private static final int READ = 0x0A;
    private static final int SENSE = 0x04;
    private static final long FREE = 0x80000000L;
    private static final long ENDED = 0xA000000CL;
    private static final long SENDS = 0xCC000000L;

    private final DeviceBench console =
            DeviceBench.of(getClass(), "/console-1052.yaml", Optional.empty(), Map.of("character", "0"));
    private final DeviceBench timer = DeviceBench.of(getClass(), "/interval-timer.yaml");

    private long condition() {
        return console.read(0, 32);
    }

    private void send(int register, int value) {
        console.write(register, 32, value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"console-1052", "interval-timer", "card-reader-2540", "printer-1403"})
    void everyDevicePassesTheTestsThatFollowFromItsDefinition(String device) {
        assertThat(DeviceTests.run(
                        DeviceBench.definition(getClass(), "/" + device + ".yaml"), Optional.empty(), test -> {}))
                .isNotEmpty()
                .allMatch(Case::passed);
    }

    @Test
    void whatIsWrittenIsPrintedCharacterByCharacterUntilTheChannelStops() {
        send(COMMAND, WRITE_LINE);
        assertThat(console.raised("channel")).isTrue();
        for (int letter : new int[] {0xC8, 0x89, 0x6B, 0x40, 0xF3, 0x5A}) {
            send(DATA, letter);
        }
        send(ACT, 1);
        assertThat(console.shown()).isEqualTo("Hi, 3!\n");
        assertThat(condition()).isEqualTo(ENDED);
        send(ACT, 0);
        assertThat(condition()).isEqualTo(FREE);
        assertThat(console.raised("channel")).isFalse();
    }

    @Test
    void aStatusForTheProgramIsAnotherLineThanWhatIsForTheChannel() {
        send(COMMAND, WRITE_LINE);
        send(ACT, 1);
        assertThat(console.raised("channel")).isTrue();
        assertThat(console.raised("irq")).isFalse();
        send(ACT, 3);
        assertThat(console.raised("channel")).isFalse();
        assertThat(console.raised("irq")).isTrue();
    }

    @Test
    void aCharacterTakesItsTime() {
        DeviceBench slow = DeviceBench.of(getClass(), "/console-1052.yaml");
        slow.write(COMMAND, 32, WRITE);
        slow.write(DATA, 32, 0xC1);
        assertThat(slow.raised("channel")).isFalse();
        slow.pass(67_000_000);
        assertThat(slow.raised("channel")).isTrue();
    }

    @Test
    void aKeyStruckWhileNothingGoesOnIsARequest() {
        console.type("x\n");
        assertThat(condition()).isEqualTo(0xA0000080L);
        send(ACT, 3);
        assertThat(condition()).isEqualTo(0x90000080L);
        send(ACT, 0);
        assertThat(condition()).isEqualTo(FREE);
        send(COMMAND, READ);
        assertThat(condition()).isEqualTo(SENDS);
        assertThat(console.read(DATA, 32)).isEqualTo(0xA7);
        assertThat(condition() & 0xF00000FFL).isEqualTo(ENDED);
    }

    @Test
    void aLineIsReadInEbcdicWhenItEnds() {
        send(COMMAND, READ);
        console.type("Ab");
        assertThat(console.raised("channel")).isFalse();
        console.type("c\u0008Z\n");
        assertThat(console.raised("channel")).isTrue();
        assertThat(console.read(DATA, 32)).isEqualTo(0xC1);
        assertThat(console.read(DATA, 32)).isEqualTo(0x82);
        assertThat(console.read(DATA, 32)).isEqualTo(0xE9);
        assertThat(console.shown()).isEqualTo("Abc\b \bZ\n");
        assertThat(condition() & 0xF00000FFL).isEqualTo(ENDED);
    }

    @Test
    void whatCanBePrintedCanBeTypedAndComesBack() {
        String all = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 !\"#$%&'()*+,-./:;<=>?@_|^";
        send(COMMAND, READ);
        console.type(all + "\n");
        int[] letters = new int[all.length()];
        for (int i = 0; i < letters.length; i++) {
            letters[i] = (int) console.read(DATA, 32);
        }
        send(ACT, 0);
        send(COMMAND, WRITE);
        for (int letter : letters) {
            send(DATA, letter);
        }
        assertThat(console.shown()).isEqualTo(all + "\n" + all);
    }

    @Test
    void aCommandItDoesNotHaveIsRejectedAndSensed() {
        send(COMMAND, 0x02);
        assertThat(condition() & 0xFF).isEqualTo(0x02);
        send(ACT, 0);
        send(COMMAND, SENSE);
        assertThat(console.read(DATA, 32)).isEqualTo(0x80);
    }

    @Test
    void whatIsSavedGoesOnElsewhere() {
        send(COMMAND, READ);
        console.type("Ab");
        DeviceBench other =
                DeviceBench.of(getClass(), "/console-1052.yaml", Optional.empty(), Map.of("character", "0"));
        other.takeOver(console);
        other.type("\n");
        assertThat(other.read(DATA, 32)).isEqualTo(0xC1);
        assertThat(other.read(DATA, 32)).isEqualTo(0x82);
    }

    @Test
    void theTimerTicksWithTheMainsAndCountsThreeHundredASecond() {
        timer.pass(16_666_666);
        assertThat(timer.raised("tick")).isTrue();
        assertThat(timer.read(0, 32) * 60).isEqualTo(300 << 8);
        timer.write(0, 32, 0);
        assertThat(timer.raised("tick")).isFalse();
        timer.write(0, 32, 1);
        assertThat(timer.raised("expired")).isTrue();
        timer.write(0, 32, 2);
        assertThat(timer.raised("expired")).isFalse();
    }
}
