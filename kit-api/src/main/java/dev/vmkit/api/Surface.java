package dev.vmkit.api;

import java.util.function.Supplier;

/**
 * Where a device shows a picture to people: a screen, lamps, digits. Whoever looks asks for it, as often as they like or
 * never, and a machine nobody looks at does exactly the same; so a picture belongs to no state and takes no virtual time.
 */
@Experimental(Use.CALL)
public interface Surface {
    /**
     * Has {@code painter} asked, between two instructions, whenever somebody looks. It makes a picture of the device as it is
     * then and changes nothing.
     */
    void show(Supplier<Picture> painter);

    /** Pixels by columns from the left and rows from the top. A colour is {@code 0xRRGGBB}; at first all are black. */
    final class Picture {
        /** Pixels of the longest side. */
        public static final int LONGEST = 2048;

        private final int width;
        private final int height;
        private final int[] colours;

        /**
         * A black picture.
         *
         * @param width, height within [1, {@link #LONGEST}]
         * @throws IllegalArgumentException if they are not
         */
        public Picture(int width, int height) {
            if (Math.min(width, height) < 1 || Math.max(width, height) > LONGEST) {
                throw new IllegalArgumentException(
                        "a picture has 1 to " + LONGEST + " pixels a side, not " + width + " x " + height);
            }
            this.width = width;
            this.height = height;
            this.colours = new int[width * height];
        }

        public int width() {
            return width;
        }

        public int height() {
            return height;
        }

        /** The colour of a pixel within the picture. */
        public int at(int x, int y) {
            return colours[y * width + x];
        }

        /** Colours a pixel within the picture. */
        public void set(int x, int y, int colour) {
            colours[y * width + x] = colour & 0xFFFFFF;
        }

        /** Colours a rectangle; what of it lies outside the picture is left out. */
        public void fill(int left, int top, int columns, int rows, int colour) {
            for (int y = Math.max(0, top); y < Math.min(height, (long) top + rows); y++) {
                for (int x = Math.max(0, left); x < Math.min(width, (long) left + columns); x++) {
                    set(x, y, colour);
                }
            }
        }
    }
}
