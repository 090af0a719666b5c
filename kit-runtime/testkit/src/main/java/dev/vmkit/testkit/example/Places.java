package dev.vmkit.testkit.example;

import dev.vmkit.language.isa.BitRange;
import dev.vmkit.language.isa.RegisterFile;
import dev.vmkit.language.isa.RegisterView;
import dev.vmkit.language.isa.Space;
import dev.vmkit.language.text.Suggestion;
import dev.vmkit.machine.hart.Hart;
import dev.vmkit.machine.memory.AccessFault;
import dev.vmkit.testkit.subject.Bits;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The places of a hart by name: registers ({@code R0}), several side by side that have a name ({@code BC}), fields of
 * registers ({@code psr.N}, {@code N}), words of memory ({@code mem[0x3000]}, {@code mem16[label]}). Where assembly does not tell upper from lower case, names do not either.
 */
public final class Places {
    private static final Pattern MEMORY = Pattern.compile("([A-Za-z_]+?)(8|16|32|64)?\\[(.+)]");

    private final Hart hart;
    private final Map<String, Long> labels;
    private final Map<String, Place> registers;
    private final Map<String, List<Place>> views;

    /** @param labels addresses that may be written by name */
    public Places(Hart hart, Map<String, Long> labels) {
        this.hart = hart;
        this.labels = labels;
        this.registers = names();
        this.views = names();
        hart.isa().model().registers().forEach(this::add);
        hart.isa().model().views().values().forEach(this::add);
    }

    /** Bits of a register. */
    private record Place(RegisterFile file, int index, int low, int width) {
        Bits read(Hart hart) {
            return new Bits(hart.state().get(file, index) >>> low & mask(), width);
        }

        void write(Hart hart, long value) {
            long others = hart.state().get(file, index) & ~(mask() << low);
            hart.state().set(file, index, others | (value & mask()) << low);
        }

        private long mask() {
            return -1L >>> (Long.SIZE - width);
        }
    }

    private void add(RegisterFile file) {
        for (int i = 0; i < file.count(); i++) {
            registers.putIfAbsent(file.names().get(i), new Place(file, i, 0, file.width()));
        }
        file.also().forEach((name, index) -> registers.putIfAbsent(name, new Place(file, index, 0, file.width())));
        if (file.count() == 1) {
            file.fields().forEach((name, range) -> add(file, name, range));
        }
    }

    private void add(RegisterFile file, String name, BitRange range) {
        Place place = new Place(file, 0, range.low(), range.width());
        registers.putIfAbsent(file.name() + "." + name, place);
        if (file.exposed()) {
            registers.putIfAbsent(name, place);
        }
    }

    private <T> Map<String, T> names() {
        return hart.isa().model().asm().caseSensitive()
                ? new TreeMap<>()
                : new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    }

    /** Only views of whole registers have a place; others are left to the semantics. */
    private void add(RegisterView view) {
        List<Place> parts = new ArrayList<>();
        for (String name : view.expression().value().split("@", -1)) {
            Place part = registers.get(name.strip());
            if (part == null) {
                return;
            }
            parts.addFirst(part);
        }
        views.putIfAbsent(view.name(), parts);
    }

    private Bits read(List<Place> parts) {
        long value = 0;
        int width = 0;
        for (Place part : parts) {
            value |= part.read(hart).value() << width;
            width += part.width();
        }
        return new Bits(value, width);
    }

    private void write(List<Place> parts, long value) {
        long left = value;
        for (Place part : parts) {
            part.write(hart, left);
            left >>>= part.width();
        }
    }

    /** What is there; nothing if there is no such place. */
    public Optional<Bits> read(String place) {
        Place register = registers.get(place);
        if (register != null) {
            return Optional.of(register.read(hart));
        }
        List<Place> view = views.get(place);
        if (view != null) {
            return Optional.of(read(view));
        }
        Matcher memory = MEMORY.matcher(place);
        return memory.matches() ? readMemory(memory) : Optional.empty();
    }

    private Optional<Bits> readMemory(Matcher place) {
        Space space = hart.isa().model().spaces().get(place.group(1));
        OptionalLong address = number(place.group(3));
        if (space == null || address.isEmpty()) {
            return Optional.empty();
        }
        int width = width(space, place.group(2));
        try {
            return Optional.of(new Bits(hart.space(space.name()).load(address.getAsLong(), width), width));
        } catch (AccessFault nothingThere) {
            return Optional.empty();
        }
    }

    private static int width(Space space, String written) {
        return written == null ? space.unit() : Integer.parseInt(written);
    }

    /** Puts something there; whether there is such a place. */
    public boolean write(String place, long value) {
        Place register = registers.get(place);
        if (register != null) {
            register.write(hart, value);
            return true;
        }
        List<Place> view = views.get(place);
        if (view != null) {
            write(view, value);
            return true;
        }
        Matcher memory = MEMORY.matcher(place);
        return memory.matches() && writeMemory(memory, value);
    }

    private boolean writeMemory(Matcher place, long value) {
        Space space = hart.isa().model().spaces().get(place.group(1));
        OptionalLong address = number(place.group(3));
        if (space == null || address.isEmpty()) {
            return false;
        }
        try {
            hart.space(space.name()).store(address.getAsLong(), width(space, place.group(2)), value);
            return true;
        } catch (AccessFault nothingThere) {
            return false;
        }
    }

    /** What to write in place of a name that stands for nothing. */
    public String hint(String place) {
        Set<String> known = new TreeSet<>(registers.keySet());
        known.addAll(views.keySet());
        return place.contains("[") ? "write mem[label] or mem16[0x10]" : Suggestion.didYouMean(place, known);
    }

    /** What is wrong with an expectation, if anything. */
    Optional<String> compare(Expectation.Value expected) {
        String head = "line " + expected.line() + ": " + expected.place();
        OptionalLong wanted = number(expected.value());
        if (wanted.isEmpty()) {
            return Optional.of(head + ": '" + expected.value() + "' is neither a number nor a label");
        }
        Optional<Bits> found = read(expected.place());
        if (found.isEmpty()) {
            String what = expected.place().contains("[") ? "place" : "register";
            return Optional.of(head + ": there is no such " + what + "; " + hint(expected.place()));
        }
        if (!found.get().fits(BigInteger.valueOf(wanted.getAsLong()))) {
            return Optional.of(head + ": " + shown(wanted.getAsLong()) + " does not fit into its "
                    + found.get().width() + " bits");
        }
        Bits wish = found.get().alike(wanted.getAsLong());
        return wish.equals(found.get())
                ? Optional.empty()
                : Optional.of(head + ": expected " + shown(wish.value()) + ", found "
                        + shown(found.get().value()));
    }

    private static String shown(long value) {
        return value + " (0x" + Long.toHexString(value) + ")";
    }

    private OptionalLong number(String text) {
        Long label = labels.get(text);
        if (label != null) {
            return OptionalLong.of(label);
        }
        try {
            return OptionalLong.of(
                    text.startsWith("0x") ? Long.parseUnsignedLong(text.substring(2), 16) : Long.decode(text));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }
}
