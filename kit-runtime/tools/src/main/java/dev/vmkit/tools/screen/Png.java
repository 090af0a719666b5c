package dev.vmkit.tools.screen;

import dev.vmkit.api.Surface.Picture;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** Writes pictures as PNG files (W3C, Portable Network Graphics, third edition): 8 bits a sample, red, green, blue. */
public final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int DEPTH = 8;
    private static final int TRUE_COLOUR = 2;
    private static final int NO_FILTER = 0;

    private Png() {}

    /**
     * The bytes of the file.
     *
     * @param scale pixels a side that each pixel of the picture becomes, at least 1
     */
    public static byte[] of(Picture picture, int scale) {
        try {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            file.write(SIGNATURE);
            DataOutputStream out = new DataOutputStream(file);
            chunk(out, "IHDR", header(picture, scale));
            chunk(out, "IDAT", rows(picture, scale));
            chunk(out, "IEND", new byte[0]);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] header(Picture picture, int scale) throws IOException {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(header);
        out.writeInt(picture.width() * scale);
        out.writeInt(picture.height() * scale);
        out.write(DEPTH);
        out.write(TRUE_COLOUR);
        out.write(new byte[3]); // the one compression and the one filtering there are; not interlaced
        return header.toByteArray();
    }

    private static byte[] rows(Picture picture, int scale) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            for (int y = 0; y < picture.height(); y++) {
                byte[] row = row(picture, y, scale);
                for (int i = 0; i < scale; i++) {
                    out.write(row);
                }
            }
        }
        return packed.toByteArray();
    }

    private static byte[] row(Picture picture, int y, int scale) {
        ByteArrayOutputStream row = new ByteArrayOutputStream();
        row.write(NO_FILTER);
        for (int x = 0; x < picture.width() * scale; x++) {
            int colour = picture.at(x / scale, y);
            row.write(colour >> 16);
            row.write(colour >> 8);
            row.write(colour);
        }
        return row.toByteArray();
    }

    private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(data);
        out.writeInt(data.length);
        out.write(name);
        out.write(data);
        out.writeInt((int) sum.getValue());
    }
}
