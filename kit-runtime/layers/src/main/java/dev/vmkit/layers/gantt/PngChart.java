package dev.vmkit.layers.gantt;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** A scene as pixels; twice as fine as its points. */
public final class PngChart {
    private static final int SCALE = 2;
    private static final int MOST_HEIGHT = 20_000;

    private PngChart() {}

    /**
     * The picture, in PNG.
     *
     * @throws IOException if it would be too high, or this computer has no font to label it with
     */
    public static byte[] of(Scene scene) throws IOException {
        if (scene.height() * SCALE > MOST_HEIGHT) {
            throw new IOException("the picture would be higher than " + MOST_HEIGHT + " pixels; SVG has no such limit");
        }
        BufferedImage image =
                new BufferedImage(scene.width() * SCALE, scene.height() * SCALE, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        canvas.scale(SCALE, SCALE);
        canvas.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        try {
            canvas.setFont(new Font(Font.MONOSPACED, Font.PLAIN, 12));
            scene.shapes().forEach(shape -> draw(canvas, shape));
        } catch (RuntimeException | InternalError | LinkageError noFont) {
            throw new IOException("this computer has no font to label a picture with; SVG needs none", noFont);
        } finally {
            canvas.dispose();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private static void draw(Graphics2D canvas, Scene.Shape shape) {
        switch (shape) {
            case Scene.Shape.Box b -> {
                canvas.setColor(Color.decode(b.colour()));
                canvas.fillRect(b.x(), b.y(), b.width(), b.height());
            }
            case Scene.Shape.Label l -> {
                canvas.setColor(Color.decode(l.colour()));
                canvas.drawString(l.text(), l.x(), l.y());
            }
        }
    }
}
