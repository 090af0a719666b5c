package dev.vmkit.tools.screen;

import dev.vmkit.api.Surface.Picture;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures as PNG files. */
public final class Png {
    private Png() {}

    /**
     * The bytes of the file.
     *
     * @param scale pixels a side that each pixel of the picture becomes, at least 1
     */
    public static byte[] of(Picture picture, int scale) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        // In memory: the other stream's file is removed by a hook that a process which ends already cannot add.
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(file)) {
            ImageIO.write(enlarged(picture, scale), "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    private static BufferedImage enlarged(Picture picture, int scale) {
        int width = picture.width() * scale;
        int height = picture.height() * scale;
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, picture.at(x / scale, y / scale));
            }
        }
        return image;
    }
}
