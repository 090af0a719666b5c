package dev.vmkit.tools.screen;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a terminal says of itself. Sources: VT420 Programmer Reference Manual, EK-VT420-RM, "Primary device attributes"; xterm
 * control sequences, "Window manipulation" and "Set or request graphics attribute".
 *
 * @param answered whether the answer is complete: the one to the last question has come
 * @param sixels whether it understands sixels
 * @param cellWidth, cellHeight pixels of a letter, those of a VT340 unless it says so
 * @param typed what came with the answer and is no part of it
 */
public record TerminalTraits(boolean answered, boolean sixels, int cellWidth, int cellHeight, String typed) {
    /** Asks how large a letter is, how large pictures are, and then, what every terminal answers, what the terminal is. */
    public static final String QUESTION = "\033[16t\033[?2;1;0S\033[c";

    private static final Pattern ATTRIBUTES = Pattern.compile("\033\\[\\?([0-9;]{1,99})c");
    private static final Pattern CELL = Pattern.compile("\033\\[6;([1-9][0-9]{0,2});([1-9][0-9]{0,2})t");
    private static final Pattern ALL = Pattern.compile("\033\\[\\?2;0;([1-9][0-9]{1,4});([1-9][0-9]{1,4})S");
    private static final Pattern REFUSED = Pattern.compile("\033\\[\\?2;[0-9;]{1,99}S");
    private static final String SIXELS = "4";

    /**
     * What an answer says, as far as it has come, a character a byte.
     *
     * @param columns, rows letters on the terminal, at least 1
     */
    public static TerminalTraits of(String answer, int columns, int rows) {
        Matcher attributes = ATTRIBUTES.matcher(answer);
        boolean answered = attributes.find();
        boolean sixels = answered
                && List.of(attributes.group(1).split(";")).stream().skip(1).anyMatch(SIXELS::equals);
        Matcher cell = CELL.matcher(answer);
        Matcher all = ALL.matcher(answer);
        String typed = answer;
        for (Pattern part : List.of(ATTRIBUTES, CELL, REFUSED)) {
            typed = part.matcher(typed).replaceAll("");
        }
        if (cell.find()) {
            return new TerminalTraits(answered, sixels, pixels(cell, 2), pixels(cell, 1), typed);
        }
        return all.find()
                ? new TerminalTraits(
                        answered,
                        sixels,
                        Math.max(1, pixels(all, 1) / columns),
                        Math.max(1, pixels(all, 2) / rows),
                        typed)
                : new TerminalTraits(answered, sixels, 10, 20, typed);
    }

    private static int pixels(Matcher told, int group) {
        return Integer.parseInt(told.group(group));
    }

    /** How pictures are drawn on it best. */
    public Drawing drawing(Map<String, String> environment) {
        return sixels ? new Sixels(cellWidth, cellHeight) : new HalfBlocks(Colours.of(environment));
    }
}
