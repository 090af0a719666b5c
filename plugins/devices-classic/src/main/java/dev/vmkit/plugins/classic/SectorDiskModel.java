package dev.vmkit.plugins.classic;

import dev.vmkit.api.Device;
import dev.vmkit.api.DeviceContext;
import dev.vmkit.api.DeviceModel;
import org.pf4j.Extension;

/** A disk of sectors. Its registers stand in {@code sector-disk.yaml}. */
@Extension
public final class SectorDiskModel implements DeviceModel {
    @Override
    public Device create(DeviceContext context) {
        return new SectorDisk(context.store("image"), (int) context.parameters().number("sector"));
    }
}
