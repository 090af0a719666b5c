package dev.vmkit.tools.screen;

import dev.vmkit.api.Surface.Picture;

/** Makes pictures small enough for a terminal. */
public final class Shrunk {
    private static final int SAMPLES = 3;

    private Shrunk() {}

    /** The picture, or if it is larger one whose pixels are the mean of as many as it takes, squares of them. */
    public static Picture to(int columns, int rows, Picture picture) {
        int square = Math.max(1, Math.max(parts(picture.width(), columns), parts(picture.height(), rows)));
        if (square == 1) {
            return picture;
        }
        Picture small = new Picture(parts(picture.width(), square), parts(picture.height(), square));
        for (int y = 0; y < small.height(); y++) {
            for (int x = 0; x < small.width(); x++) {
                small.set(x, y, mean(picture, x * square, y * square, square));
            }
        }
        return small;
    }

    private static int parts(int whole, int part) {
        return (whole + Math.max(1, part) - 1) / Math.max(1, part);
    }

    private static int mean(Picture picture, int left, int top, int square) {
        int[] sums = new int[SAMPLES];
        int count = 0;
        for (int y = top; y < Math.min(top + square, picture.height()); y++) {
            for (int x = left; x < Math.min(left + square, picture.width()); x++) {
                for (int i = 0; i < SAMPLES; i++) {
                    sums[i] += picture.at(x, y) >> 8 * i & 0xFF;
                }
                count++;
            }
        }
        int colour = 0;
        for (int i = 0; i < SAMPLES; i++) {
            colour |= sums[i] / count << 8 * i;
        }
        return colour;
    }
}
