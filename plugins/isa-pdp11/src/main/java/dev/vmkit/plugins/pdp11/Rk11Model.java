package dev.vmkit.plugins.pdp11;

import dev.vmkit.api.Device;
import dev.vmkit.api.DeviceContext;
import dev.vmkit.api.DeviceModel;
import org.pf4j.Extension;

/** The RK11 disk controller. Its registers and parameters stand in {@code rk11.yaml}. */
@Extension
public final class Rk11Model implements DeviceModel {
    @Override
    public Device create(DeviceContext context) {
        return new Rk11(context);
    }
}
