package dev.vmkit.plugins.virtio.entropy;

import dev.vmkit.api.Device;
import dev.vmkit.api.DeviceContext;
import dev.vmkit.api.DeviceModel;
import dev.vmkit.plugins.virtio.transport.MmioTransport;
import org.pf4j.Extension;

/** A source of random numbers. Its registers and parameters stand in {@code virtio-entropy.yaml}. */
@Extension
public final class EntropyModel implements DeviceModel {
    @Override
    public Device create(DeviceContext context) {
        return new MmioTransport(context, new Entropy(context.parameters().number("seed")));
    }
}
