package dev.vmkit.tools.screen;

import dev.vmkit.api.Surface.Picture;
import java.util.List;

/** A way in which a terminal shows pictures. */
public sealed interface Drawing permits HalfBlocks, Sixels {
    /**
     * What to write at the beginning of each line that the picture takes, at most {@code rows} of them. A picture that is too
     * large is shown smaller.
     *
     * @param columns, rows of letters
     */
    List<String> lines(Picture picture, int columns, int rows);
}
