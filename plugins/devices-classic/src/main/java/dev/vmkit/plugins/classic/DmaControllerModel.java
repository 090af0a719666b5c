package dev.vmkit.plugins.classic;

import dev.vmkit.api.Device;
import dev.vmkit.api.DeviceContext;
import dev.vmkit.api.DeviceModel;
import org.pf4j.Extension;

/** Moves bytes by itself. Its registers stand in {@code dma-controller.yaml}. */
@Extension
public final class DmaControllerModel implements DeviceModel {
    @Override
    public Device create(DeviceContext context) {
        return new DmaController(context, context.parameters().number("byte"));
    }
}
