package dev.vmkit.plugins.virtio.console;

import dev.vmkit.api.Device;
import dev.vmkit.api.DeviceContext;
import dev.vmkit.api.DeviceModel;
import dev.vmkit.api.Parameters;
import dev.vmkit.plugins.virtio.transport.MmioTransport;
import org.pf4j.Extension;

/** A console. Its registers, parameters and connections stand in {@code virtio-console.yaml}. */
@Extension
public final class ConsoleModel implements DeviceModel {
    @Override
    public Device create(DeviceContext context) {
        Parameters parameters = context.parameters();
        return new MmioTransport(context, new Console(context.stream("port"), (int) parameters.number("columns"), (int)
                parameters.number("rows")));
    }
}
