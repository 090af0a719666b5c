package dev.vmkit.plugins.devices.riscv;

import dev.vmkit.api.Device;
import dev.vmkit.api.DeviceContext;
import dev.vmkit.api.DeviceModel;
import org.pf4j.Extension;

/** Makes machine-level software interrupts for harts. Its registers and connections stand in {@code riscv-aclint-mswi.yaml}. */
@Extension
public final class SoftwareInterruptsModel implements DeviceModel {
    @Override
    public Device create(DeviceContext context) {
        return new SoftwareInterrupts(context);
    }
}
