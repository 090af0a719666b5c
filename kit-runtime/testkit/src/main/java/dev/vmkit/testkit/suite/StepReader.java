package dev.vmkit.testkit.suite;

import dev.vmkit.api.ParameterInfo.Type;
import dev.vmkit.language.device.Quantity;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.Suggestion;
import dev.vmkit.language.text.Text;
import dev.vmkit.testkit.device.BenchMemory;
import dev.vmkit.testkit.subject.DeviceAction;
import dev.vmkit.testkit.suite.Step.Wish;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the lines of a device's script. */
record StepReader(Diagnostics diagnostics) {
    private static final String NUMBER = "(-?(?:0x[0-9A-Fa-f]{1,16}|0b[01]{1,64}|[0-9]{1,18}))";
    private static final Pattern READ =
            Pattern.compile("(read|peek) %1$s %1$s(?: & %1$s)?(?: = %1$s)?".formatted(NUMBER));
    private static final Pattern WRITE = Pattern.compile("(write|poke) %1$s %1$s %1$s".formatted(NUMBER));
    private static final Pattern TEXT = Pattern.compile("(type|shown) \"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern OUTPUT = Pattern.compile("(raised|lowered) (\\S+(?: [0-9]+)?)");
    private static final Pattern LINE = Pattern.compile("line ([0-9]{1,6}) (up|down)");
    private static final Pattern PASS = Pattern.compile("pass (.+)");
    private static final Set<Long> WIDTHS = Set.of(8L, 16L, 32L, 64L);

    /** By their first words. */
    private static final Map<String, String> FORMS = Map.ofEntries(
            Map.entry("read", "read OFFSET WIDTH & MASK = VALUE, of 8, 16, 32 or 64 bits: read 5 8 & 0x20 = 0x20"),
            Map.entry("write", "write OFFSET WIDTH VALUE, of 8, 16, 32 or 64 bits: write 0 8 0x41"),
            Map.entry("peek", "peek ADDRESS WIDTH = VALUE, in 1 MiB of memory: peek 0x100 32 = 7"),
            Map.entry("poke", "poke ADDRESS WIDTH VALUE, in 1 MiB of memory: poke 0x100 32 7"),
            Map.entry("type", "'type \"text\"', the whole step in single quotes"),
            Map.entry("shown", "'shown \"text\"', the whole step in single quotes"),
            Map.entry("raised", "raised OUTPUT: raised interrupt"),
            Map.entry("lowered", "lowered OUTPUT: lowered interrupt"),
            Map.entry("line", "line NUMBER up, or line NUMBER down: line 3 up"),
            Map.entry("pass", "pass TIME, in ns, us, ms or s: pass 5 ms"),
            Map.entry("refused", "refused read OFFSET WIDTH: refused read 9 8"),
            Map.entry("reset", "reset"),
            Map.entry("resume", "resume"));

    Optional<Step> read(Text line) {
        String written = line.value().strip();
        boolean refused = written.startsWith("refused ");
        String rest = refused ? written.substring("refused ".length()) : written;
        Optional<Step> step = access(written, rest, refused);
        if (step.isEmpty() && !refused) {
            step = other(written);
        }
        if (step.isEmpty()) {
            diagnostics.report(SuiteProblem.STEP, line.span(), "'" + line + "' is no step", hint(rest));
        }
        return step;
    }

    /** How steps with that word are written, or the nearest word. */
    private static String hint(String line) {
        String word = line.split(" ", 2)[0];
        String near = Suggestion.nearest(word, FORMS.keySet()).orElse("read");
        return FORMS.getOrDefault(FORMS.containsKey(word) ? word : near, "");
    }

    private static Optional<Step> access(String written, String line, boolean refused) {
        Matcher read = READ.matcher(line);
        if (read.matches() && fits(read)) {
            boolean peek = read.group(1).equals("peek");
            long place = number(read.group(2));
            int width = (int) number(read.group(3));
            DeviceAction action = peek ? new DeviceAction.Peek(place, width) : new DeviceAction.Read(place, width);
            return Optional.of(new Step(written, action, refused ? new Wish.Refusal() : wish(read)));
        }
        Matcher write = WRITE.matcher(line);
        if (write.matches() && fits(write)) {
            boolean poke = write.group(1).equals("poke");
            long place = number(write.group(2));
            int width = (int) number(write.group(3));
            long value = number(write.group(4));
            DeviceAction action =
                    poke ? new DeviceAction.Poke(place, width, value) : new DeviceAction.Write(place, width, value);
            return Optional.of(new Step(written, action, refused ? new Wish.Refusal() : new Wish.Anything()));
        }
        return Optional.empty();
    }

    private static Wish wish(Matcher read) {
        long mask = read.group(4) == null ? -1 : number(read.group(4));
        return read.group(5) == null ? new Wish.Anything() : new Wish.Value(number(read.group(5)), mask);
    }

    private static Optional<Step> other(String line) {
        Matcher text = TEXT.matcher(line);
        if (text.matches()) {
            String value = unescaped(text.group(2));
            return Optional.of(
                    text.group(1).equals("type")
                            ? new Step(line, new DeviceAction.Type(value), new Wish.Anything())
                            : new Step(line, new DeviceAction.Look(), new Wish.Shown(value)));
        }
        Matcher output = OUTPUT.matcher(line);
        if (output.matches()) {
            Wish wish = new Wish.Raised(output.group(2), output.group(1).equals("raised"));
            return Optional.of(new Step(line, new DeviceAction.Look(), wish));
        }
        return action(line).map(action -> new Step(line, action, new Wish.Anything()));
    }

    private static Optional<DeviceAction> action(String line) {
        Matcher wire = LINE.matcher(line);
        if (wire.matches()) {
            return Optional.of(new DeviceAction.Line(
                    Integer.parseInt(wire.group(1)), wire.group(2).equals("up")));
        }
        Matcher pass = PASS.matcher(line);
        if (pass.matches()) {
            return Quantity.parse(Type.DURATION, pass.group(1)).map(DeviceAction.Pass::new);
        }
        return switch (line) {
            case "reset" -> Optional.of(new DeviceAction.Reset());
            case "resume" -> Optional.of(new DeviceAction.Resume());
            default -> Optional.empty();
        };
    }

    /** Widths are those of memory; there is so much memory that a device can reach, and no more. */
    private static boolean fits(Matcher access) {
        long place = number(access.group(2));
        boolean memory = access.group(1).startsWith("p");
        return WIDTHS.contains(number(access.group(3)))
                && place >= 0
                && (!memory || place <= BenchMemory.SIZE - Long.BYTES);
    }

    private static long number(String written) {
        boolean minus = written.startsWith("-");
        String digits = minus ? written.substring(1) : written;
        long value = digits.startsWith("0x")
                ? Long.parseUnsignedLong(digits.substring(2), 16)
                : digits.startsWith("0b") ? Long.parseUnsignedLong(digits.substring(2), 2) : Long.parseLong(digits);
        return minus ? -value : value;
    }

    private static String unescaped(String quoted) {
        return quoted.replace("\\n", "\n")
                .replace("\\r", "\r")
                .replace("\\t", "\t")
                .replace("\\\"", "\"");
    }
}
