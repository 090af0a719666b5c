package dev.vmkit.plugins.classic;

import dev.vmkit.api.Device;
import dev.vmkit.api.DeviceContext;
import dev.vmkit.api.DeviceModel;
import dev.vmkit.api.Parameters;
import org.pf4j.Extension;

/** A screen that shows what lies in memory. Its parameters stand in {@code framebuffer.yaml}. */
@Extension
public final class FramebufferModel implements DeviceModel {
    @Override
    public Device create(DeviceContext context) {
        Parameters given = context.parameters();
        int depth = (int) given.number("depth");
        int planes = (int) given.number("planes");
        if (depth * planes > 8) {
            throw new IllegalArgumentException(planes + " planes of " + depth + " bits are more than 8 bits a pixel");
        }
        PixelLayout layout = PixelLayout.of(given);
        Palette palette = Palette.of(given.text("palette"), 1 << depth * planes);
        return new Framebuffer(context, given.number("from"), layout, palette);
    }
}
