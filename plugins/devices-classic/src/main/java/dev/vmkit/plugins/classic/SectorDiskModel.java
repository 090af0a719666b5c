package dev.vmkit.plugins.classic;

import dev.vmkit.api.BlockStore;
import dev.vmkit.api.Device;
import dev.vmkit.api.DeviceContext;
import dev.vmkit.api.DeviceModel;
import org.pf4j.Extension;

/** A disk of sectors. Its registers stand in {@code sector-disk.yaml}. */
@Extension
public final class SectorDiskModel implements DeviceModel {
    /** Sectors that have a number. */
    private static final int MOST = 1 << 16;

    @Override
    public Device create(DeviceContext context) {
        BlockStore image = context.store("image");
        int sector = (int) context.parameters().number("sector");
        if (image.size() % sector != 0 || image.size() / sector > MOST) {
            throw new IllegalArgumentException("the image has %,d bytes, and not up to %,d whole sectors of %d"
                    .formatted(image.size(), MOST, sector));
        }
        return new SectorDisk(image, sector);
    }
}
