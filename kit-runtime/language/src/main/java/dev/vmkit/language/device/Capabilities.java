package dev.vmkit.language.device;

import dev.vmkit.language.isa.ExternDeclaration;
import dev.vmkit.language.text.Span;
import dev.vmkit.language.text.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the body of a device may ask of its surroundings, as functions of the semantics language. */
public final class Capabilities {
    /** Nanoseconds of virtual time. */
    public static final String NOW = "now";

    /** Has {@code on-timer} run after some nanoseconds, instead of when it was asked for before. */
    public static final String TIMER_AFTER = "timer_after";

    /** Has {@code on-timer} not run. */
    public static final String TIMER_STOP = "timer_stop";

    /** Switches the machine off with a status. */
    public static final String POWER_OFF = "power_off";

    /** Resets the machine. */
    public static final String POWER_RESET = "power_reset";

    /** How many harts the machine has. */
    public static final String HARTS = "harts";

    /** The EBCDIC code of a character of ISO 8859-1. */
    public static final String TO_EBCDIC = "to_ebcdic";

    /** The character of ISO 8859-1 that an EBCDIC code stands for. */
    public static final String FROM_EBCDIC = "from_ebcdic";

    /** After the name of a surface: begins a picture of that size. */
    public static final String SIZE = "_size";

    /** After the name of a surface: colours a rectangle of the picture. */
    public static final String FILL = "_fill";

    /** After the name of a sound: has a pattern of 128 bits heard, each for some nanoseconds. */
    public static final String PLAY = "_play";

    /** After the name of a sound: ends what is heard. */
    public static final String SILENCE = "_silence";

    /** After the name of a store: the byte at a position, or {@link #NO_BYTE}. */
    public static final String BYTE = "_byte";

    /** What stands for a byte that a store does not have. */
    public static final int NO_BYTE = 0xFFFF;

    private static final List<String> ALWAYS = List.of(
            "b64 " + NOW + "()",
            TIMER_AFTER + "(b64 nanoseconds)",
            TIMER_STOP + "()",
            POWER_OFF + "(b32 status)",
            POWER_RESET + "()",
            "b16 " + HARTS + "()",
            "b8 " + TO_EBCDIC + "(b8 character)",
            "b8 " + FROM_EBCDIC + "(b8 code)");

    private static final Set<String> CHANGE_NOTHING = Set.of(NOW, HARTS, TO_EBCDIC, FROM_EBCDIC);

    private Capabilities() {}

    /** Whether a function that every device has only tells something. */
    static boolean onlyTells(String name) {
        return CHANGE_NOTHING.contains(name);
    }

    /** The heads of the functions a connection brings. */
    private static List<String> heads(Connection connection) {
        String name = connection.name();
        return switch (connection.kind()) {
            case STREAM -> List.of("bool " + name + "_ready()", "b8 " + name + "_read()", name + "_write(b8 value)");
            case INTERRUPT ->
                List.of(name + (connection.perHart() ? "_set(b16 hart, bool raised)" : "_set(bool raised)"));
            case SURFACE ->
                List.of(
                        name + SIZE + "(b16 columns, b16 rows)",
                        name + FILL + "(b16 left, b16 top, b16 columns, b16 rows, b24 colour)");
            case SOUND -> List.of(name + PLAY + "(b64 first, b64 second, b64 nanoseconds)", name + SILENCE + "()");
            case STORE -> List.of("b16 " + name + BYTE + "(b64 position)");
            case NETWORK -> List.of();
        };
    }

    /** All functions that come with these connections, by name. */
    static Map<String, ExternDeclaration> externs(Collection<Connection> connections) {
        Map<String, ExternDeclaration> externs = new LinkedHashMap<>();
        ALWAYS.forEach(head -> add(head, "", externs));
        connections.forEach(c -> heads(c).forEach(head -> add(head, c.name(), externs)));
        return externs;
    }

    private static void add(String head, String device, Map<String, ExternDeclaration> externs) {
        Text text = Text.synthetic("the kit", head);
        Span span = text.span();
        String name = nameOf(head);
        externs.put(name, new ExternDeclaration(name, text, device, List.of(), List.of(), false, false, span));
    }

    /** The names that these connections take. */
    static List<String> names(Collection<Connection> connections) {
        return new ArrayList<>(externs(connections).keySet());
    }

    /** The last word before the parenthesis of a head; the whole head, for the checker to refuse, if there is none. */
    static String nameOf(String head) {
        int open = head.indexOf('(');
        String before = (open < 0 ? head : head.substring(0, open)).strip();
        return before.substring(before.lastIndexOf(' ') + 1);
    }
}
