package dev.vmkit.plugins.devices;

import dev.vmkit.api.Device;
import dev.vmkit.api.DeviceContext;
import dev.vmkit.api.DeviceModel;
import org.pf4j.Extension;

/** The host-target interface of RISC-V test programs. Its parameters stand in {@code htif.yaml}. */
@Extension
public final class HtifModel implements DeviceModel {
    @Override
    public Device create(DeviceContext context) {
        return new Htif(context);
    }
}
