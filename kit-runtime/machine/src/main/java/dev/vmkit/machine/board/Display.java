package dev.vmkit.machine.board;

import dev.vmkit.api.Surface;
import java.util.Optional;
import java.util.function.Supplier;

/** What people see of a device. A look changes nothing of the machine: no state, no time. */
public final class Display implements Surface {
    private Supplier<Optional<Picture>> painter = Optional::empty;

    @Override
    public void show(Supplier<Picture> newPainter) {
        painter = () -> Optional.of(newPainter.get());
    }

    /**
     * The picture as it is now, on the thread of the machine, between two runs or by {@link Machine#ask}.
     *
     * @return nothing if the device shows nothing
     * @throws dev.vmkit.machine.device.PluginFault if the device throws
     */
    public Optional<Picture> look() {
        return painter.get();
    }
}
