package dev.vmkit.plugins.devices.riscv;

import dev.vmkit.api.Device;
import dev.vmkit.api.DeviceContext;
import dev.vmkit.api.DeviceModel;
import org.pf4j.Extension;

/** Makes a timer for each hart. Its registers and connections stand in {@code riscv-aclint-mtimer.yaml}. */
@Extension
public final class MachineTimersModel implements DeviceModel {
    @Override
    public Device create(DeviceContext context) {
        return new MachineTimers(context);
    }
}
