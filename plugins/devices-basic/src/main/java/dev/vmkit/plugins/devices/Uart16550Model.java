package dev.vmkit.plugins.devices;

import dev.vmkit.api.Device;
import dev.vmkit.api.DeviceContext;
import dev.vmkit.api.DeviceModel;
import org.pf4j.Extension;

/** The serial port of PCs and of many boards. Its registers and parameters stand in {@code uart-16550.yaml}. */
@Extension
public final class Uart16550Model implements DeviceModel {
    @Override
    public Device create(DeviceContext context) {
        return new Uart16550(context);
    }
}
