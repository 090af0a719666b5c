package dev.vmkit.machine.device;

import dev.vmkit.api.Surface.Picture;

/**
 * What the body of a device in YAML paints on. Sizes may come from what a guest wrote, so one that no picture has becomes the
 * nearest that it can have.
 */
final class Canvas {
    private Picture picture = new Picture(1, 1);

    /** The picture that {@code body} paints. */
    Picture painted(Runnable body) {
        picture = new Picture(1, 1);
        body.run();
        return picture;
    }

    void size(long columns, long rows) {
        picture = new Picture(side(columns), side(rows));
    }

    private static int side(long pixels) {
        return Math.clamp(pixels, 1, Picture.LONGEST);
    }

    /** Colours a rectangle, given by 16-bit numbers. */
    void fill(long left, long top, long columns, long rows, long colour) {
        picture.fill((int) left, (int) top, (int) columns, (int) rows, (int) colour);
    }
}
