package dev.vmkit.plugins.classic;

import dev.vmkit.api.Parameters;

/**
 * Where the bits of a pixel lie.
 *
 * @param width, height pixels, within [1, 2048]
 * @param depth bits of a pixel that lie together: 1, 2, 4 or 8
 * @param planes pictures that lie one after another, within [1, 4]
 * @param stride bytes from one row to the next
 * @param highFirst whether the left pixel has the highest bits of its byte
 */
record PixelLayout(int width, int height, int depth, int planes, int stride, boolean highFirst) {

    /** The layout that some parameters describe. */
    static PixelLayout of(Parameters given) {
        int width = (int) given.number("width");
        int depth = (int) given.number("depth");
        int row = (width * depth + 7) / 8;
        int stride = (int) given.number("stride");
        if (stride != 0 && stride < row) {
            throw new IllegalArgumentException("a row has " + row + " bytes, so 'stride' cannot be " + stride);
        }
        return new PixelLayout(
                width,
                (int) given.number("height"),
                depth,
                (int) given.number("planes"),
                stride == 0 ? row : stride,
                given.text("bit-order").equals("high-first"));
    }

    /** Bytes of all planes. */
    int bytes() {
        return planes * plane();
    }

    private int plane() {
        return stride * height;
    }

    /** The number of a pixel, within [0, 2 to the power of the bits of a pixel). */
    int pixel(byte[] memory, int x, int y) {
        int bit = x * depth;
        int at = y * stride + bit / 8;
        int shift = highFirst ? 8 - depth - bit % 8 : bit % 8;
        int number = 0;
        for (int plane = 0; plane < planes; plane++) {
            int bits = memory[plane * plane() + at] >> shift & (1 << depth) - 1;
            number |= bits << plane * depth;
        }
        return number;
    }
}
