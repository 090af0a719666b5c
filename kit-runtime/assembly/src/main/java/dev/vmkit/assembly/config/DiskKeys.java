package dev.vmkit.assembly.config;

import dev.vmkit.api.ParameterInfo;
import dev.vmkit.api.ParameterInfo.Type;
import dev.vmkit.language.device.Connection;
import dev.vmkit.language.device.DeviceDefinition;
import java.util.List;
import java.util.Optional;

/** The keys of a device with a disk that say how its file is used; the file itself stands behind the name of the store. */
public final class DiskKeys {
    /** Where the guest's writes go. */
    public static final ParameterInfo OVERLAY = key(
            "overlay",
            Type.FILE,
            "A file that takes what the guest writes, so that the image stays as it is; made if there is none.");

    /** Whether the guest may write. */
    public static final ParameterInfo READ_ONLY = key("read-only", Type.FLAG, "Whether the guest cannot write.");

    private DiskKeys() {}

    private static ParameterInfo key(String name, Type type, String doc) {
        return new ParameterInfo(name, type, Optional.empty(), 0, 1, List.of(), doc);
    }

    /** Those of a device: none if it has no store that it writes, or several, or parameters of these names. */
    public static List<ParameterInfo> of(DeviceDefinition device) {
        long stores = device.connections().values().stream()
                .filter(connection -> connection.kind() == Connection.Kind.STORE && !connection.fixed())
                .count();
        return stores != 1
                ? List.of()
                : List.of(OVERLAY, READ_ONLY).stream()
                        .filter(key -> device.parameter(key.name()).isEmpty())
                        .toList();
    }
}
