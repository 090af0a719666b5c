package dev.vmkit.plugins.classic;

import dev.vmkit.api.Device;
import dev.vmkit.api.DeviceContext;
import dev.vmkit.api.DmaPort;
import dev.vmkit.api.StateTree;
import dev.vmkit.api.Surface.Picture;

/** Shows memory as a picture. It is asked for one when somebody looks, and so has no state and takes no time. */
final class Framebuffer implements Device {
    private final DmaPort memory;
    private final long from;
    private final PixelLayout layout;
    private final Palette palette;

    Framebuffer(DeviceContext context, long from, PixelLayout layout, Palette palette) {
        this.memory = context.dma();
        this.from = from;
        this.layout = layout;
        this.palette = palette;
        context.surface("screen").show(this::picture);
    }

    /** Where there is no memory, or none that was granted, all is black. */
    private Picture picture() {
        Picture picture = new Picture(layout.width(), layout.height());
        byte[] bytes = new byte[layout.bytes()];
        if (memory.read(from, bytes, 0, bytes.length)) {
            for (int y = 0; y < layout.height(); y++) {
                for (int x = 0; x < layout.width(); x++) {
                    picture.set(x, y, palette.of(layout.pixel(bytes, x, y)));
                }
            }
        }
        return picture;
    }

    @Override
    public long read(long offset, int width) {
        return 0; // there are no registers
    }

    @Override
    public void write(long offset, int width, long value) {}

    @Override
    public void reset() {}

    @Override
    public StateTree save() {
        return StateTree.EMPTY;
    }

    @Override
    public void load(StateTree state) {}
}
