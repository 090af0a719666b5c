package dev.vmkit.testkit.conform;

import dev.vmkit.machine.memory.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ports of a CHIP-8 console: two timers, the number of the frame, and sixteen keys that are down when they are told to be. */
final class Chip8Ports implements Window {
    private static final Pattern KEY = Pattern.compile("(\\d{1,6})=([0-9A-Fa-f])(?:\\+(\\d{1,6}))?");
    private static final String USUAL = "10";
    private static final int DELAY = 0;
    private static final int SOUND = 1;
    private static final int FRAME = 2;
    private static final int KEYS = 4;

    private final List<Press> presses;
    private int frame;
    private long delayEnd;
    private long soundEnd;

    /** A key that goes down at a frame, for some frames. */
    record Press(int frame, int key, int held) {}

    Chip8Ports(List<Press> presses) {
        this.presses = presses;
    }

    /** What a setting says of keys: {@code 60=1 120=A+30}. */
    static List<Press> keys(String written) {
        List<Press> presses = new ArrayList<>();
        for (String one : written.isBlank() ? new String[0] : written.strip().split("[\\s,]+")) {
            Matcher matcher = KEY.matcher(one);
            if (!matcher.matches()) {
                throw Settings.mistake("'" + one + "' is no FRAME=KEY or FRAME=KEY+FRAMES, as 60=A", "");
            }
            presses.add(new Press(
                    Integer.parseInt(matcher.group(1)),
                    Integer.parseInt(matcher.group(2), 16),
                    Integer.parseInt(Optional.ofNullable(matcher.group(3)).orElse(USUAL))));
        }
        return presses;
    }

    void begin(int newFrame) {
        frame = newFrame;
    }

    @Override
    public long size() {
        return 1 << 8;
    }

    @Override
    public long read(long offset, int width) {
        return switch ((int) offset) {
            case DELAY -> Math.max(0, delayEnd - frame);
            case SOUND -> Math.max(0, soundEnd - frame);
            case FRAME -> frame & 0xFF;
            case KEYS -> pressed();
            default -> 0;
        };
    }

    private long pressed() {
        return presses.stream()
                .filter(press -> frame >= press.frame() && frame < press.frame() + press.held())
                .mapToLong(press -> 1L << press.key())
                .reduce(0, (a, b) -> a | b);
    }

    @Override
    public void write(long offset, int width, long value) {
        if (offset == DELAY) {
            delayEnd = frame + value;
        } else if (offset == SOUND) {
            soundEnd = frame + value;
        }
    }
}
