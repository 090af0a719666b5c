package dev.vmkit.tools.screen;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a terminal says of itself. Sources: VT420 Programmer Reference Manual, EK-VT420-RM, "Primary device attributes"; xterm
 * control sequences, "Window manipulation".
 *
 * @param answered whether the answer is complete: the one to the last question has come
 * @param sixels whether it understands sixels
 * @param cellWidth, cellHeight pixels of a letter, those of a VT340 unless it says so
 * @param typed what came with the answer and is no part of it
 */
public record TerminalTraits(boolean answered, boolean sixels, int cellWidth, int cellHeight, String typed) {
    /** Asks how large a letter is, and then, what every terminal answers, what the terminal is. */
    public static final String QUESTION = "\033[16t\033[c";

    private static final Pattern ATTRIBUTES = Pattern.compile("\033\\[\\?([0-9;]{1,99})c");
    private static final Pattern CELL = Pattern.compile("\033\\[6;([0-9]{1,3});([0-9]{1,3})t");
    private static final String SIXELS = "4";

    /** What an answer says, as far as it has come, a character a byte. */
    public static TerminalTraits of(String answer) {
        Matcher attributes = ATTRIBUTES.matcher(answer);
        boolean answered = attributes.find();
        boolean sixels = answered
                && List.of(attributes.group(1).split(";")).stream().skip(1).anyMatch(SIXELS::equals);
        Matcher cell = CELL.matcher(answer);
        boolean told = cell.find() && pixels(cell, 1) > 0 && pixels(cell, 2) > 0;
        return new TerminalTraits(
                answered,
                sixels,
                told ? pixels(cell, 2) : 10,
                told ? pixels(cell, 1) : 20,
                CELL.matcher(ATTRIBUTES.matcher(answer).replaceAll("")).replaceAll(""));
    }

    private static int pixels(Matcher cell, int group) {
        return Integer.parseInt(cell.group(group));
    }

    /** How pictures are drawn on it best. */
    public Drawing drawing(Map<String, String> environment) {
        return sixels ? new Sixels(cellWidth, cellHeight) : new HalfBlocks(Colours.of(environment));
    }
}
