package dev.vmkit.plugins.virtio.network;

import dev.vmkit.api.Device;
import dev.vmkit.api.DeviceContext;
import dev.vmkit.api.DeviceModel;
import dev.vmkit.plugins.virtio.transport.MmioTransport;
import org.pf4j.Extension;

/** A network card. Its registers, parameters and connections stand in {@code virtio-net.yaml}. */
@Extension
public final class NetworkModel implements DeviceModel {
    @Override
    public Device create(DeviceContext context) {
        MacAddress mac = MacAddress.parse(context.parameters().text("mac"));
        return new MmioTransport(context, new NetworkCard(context.network("cable"), mac));
    }
}
