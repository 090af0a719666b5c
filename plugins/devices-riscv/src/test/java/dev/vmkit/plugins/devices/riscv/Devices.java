package dev.vmkit.plugins.devices.riscv;

import dev.vmkit.api.DeviceModel;
import dev.vmkit.testkit.device.DeviceBench;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The devices of this plugin, each on a workbench with two harts. */
final class Devices {
    private static final Map<String, DeviceModel> JAVA = Map.of(
            "riscv-clint", new ClintModel(),
            "riscv-aclint-mswi", new SoftwareInterruptsModel(),
            "riscv-aclint-mtimer", new MachineTimersModel(),
            "riscv-plic", new PlicModel());

    private Devices() {}

    static List<String> all() {
        return List.of(
                "riscv-clint", "riscv-aclint-mswi", "riscv-aclint-mtimer", "riscv-plic", "goldfish-rtc", "sifive-test");
    }

    static Optional<DeviceModel> model(String device) {
        return Optional.ofNullable(JAVA.get(device));
    }

    static DeviceBench bench(String device) {
        return bench(device, Map.of());
    }

    static DeviceBench bench(String device, Map<String, String> settings) {
        return DeviceBench.of(Devices.class, "/" + device + ".yaml", model(device), settings);
    }
}
