package dev.vmkit.plugins.devices.riscv;

import dev.vmkit.api.Device;
import dev.vmkit.api.DeviceContext;
import dev.vmkit.api.DeviceModel;
import org.pf4j.Extension;

/** Makes the platform-level interrupt controller. Its registers and connections stand in {@code riscv-plic.yaml}. */
@Extension
public final class PlicModel implements DeviceModel {
    @Override
    public Device create(DeviceContext context) {
        return new Plic(context);
    }
}
