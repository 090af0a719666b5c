package dev.vmkit.machine.state;

import dev.vmkit.api.StateTree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One place where two states differ.
 *
 * @param path the names that lead there, such as {@code hart 0 registers x[5]}
 * @param left, right what is there, for people; {@code nothing} if there is nothing
 */
public record StateDifference(String path, String left, String right) {
    private static final String NOTHING = "nothing";

    /** All differences, in the order of their paths; of byte strings the first byte that differs. */
    public static List<StateDifference> between(StateTree left, StateTree right) {
        List<StateDifference> found = new ArrayList<>();
        compare("", left, right, found);
        return found;
    }

    private static void compare(String path, StateTree left, StateTree right, List<StateDifference> found) {
        TreeSet<String> names = new TreeSet<>(left.values().keySet());
        names.addAll(right.values().keySet());
        Map<String, Object> l = left.values();
        Map<String, Object> r = right.values();
        names.forEach(name -> compare((path + " " + name).strip(), l.get(name), r.get(name), found));
    }

    private static void compare(
            String path, @Nullable Object left, @Nullable Object right, List<StateDifference> found) {
        if (left instanceof StateTree l && right instanceof StateTree r) {
            compare(path, l, r, found);
        } else if (isBytes(left) && isBytes(right)) {
            compareBytes(path, bytes(left), bytes(right), found);
        } else if (left == null || !left.equals(right)) {
            found.add(new StateDifference(path, print(left), print(right)));
        }
    }

    /** A page that is not there holds zeros. */
    private static boolean isBytes(@Nullable Object value) {
        return value == null || value instanceof byte[];
    }

    private static byte[] bytes(@Nullable Object value) {
        return value instanceof byte[] bytes ? bytes : new byte[0];
    }

    private static void compareBytes(String path, byte[] left, byte[] right, List<StateDifference> found) {
        int length = Math.max(left.length, right.length);
        byte[] l = Arrays.copyOf(left, length);
        byte[] r = Arrays.copyOf(right, length);
        int first = Arrays.mismatch(l, r);
        if (first >= 0) {
            found.add(new StateDifference(path + " + 0x" + Integer.toHexString(first), hex(l[first]), hex(r[first])));
        }
    }

    private static String print(@Nullable Object value) {
        return switch (value) {
            case null -> NOTHING;
            case Long number -> hex(number);
            case StateTree tree -> tree.values().size() + " values";
            case byte[] bytes -> bytes.length + " bytes";
            default -> value.toString();
        };
    }

    private static String hex(byte value) {
        return hex(value & 0xFFL);
    }

    private static String hex(long value) {
        return "0x" + Long.toHexString(value);
    }

    @Override
    public String toString() {
        return path + ": " + left + " / " + right;
    }
}
