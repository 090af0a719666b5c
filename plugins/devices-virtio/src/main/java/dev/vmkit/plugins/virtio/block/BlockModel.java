package dev.vmkit.plugins.virtio.block;

import dev.vmkit.api.Device;
import dev.vmkit.api.DeviceContext;
import dev.vmkit.api.DeviceModel;
import dev.vmkit.plugins.virtio.transport.MmioTransport;
import org.pf4j.Extension;

/** A disk. Its registers and connections stand in {@code virtio-block.yaml}. */
@Extension
public final class BlockModel implements DeviceModel {
    @Override
    public Device create(DeviceContext context) {
        return new MmioTransport(context, new Block(context.store("image"), context.name()));
    }
}
