package dev.vmkit.plugins.devices.riscv;

import dev.vmkit.api.Device;
import dev.vmkit.api.DeviceContext;
import dev.vmkit.api.DeviceModel;
import org.pf4j.Extension;

/** Makes the core-local interruptor. Its registers and connections stand in {@code riscv-clint.yaml}. */
@Extension
public final class ClintModel implements DeviceModel {
    @Override
    public Device create(DeviceContext context) {
        return new Clint(context);
    }
}
