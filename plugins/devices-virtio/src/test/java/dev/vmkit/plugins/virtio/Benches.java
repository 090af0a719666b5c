package dev.vmkit.plugins.virtio;

import dev.vmkit.api.BlockStore;
import dev.vmkit.api.DeviceModel;
import dev.vmkit.plugins.virtio.block.BlockModel;
import dev.vmkit.plugins.virtio.console.ConsoleModel;
import dev.vmkit.plugins.virtio.entropy.EntropyModel;
import dev.vmkit.plugins.virtio.network.NetworkModel;
import dev.vmkit.testkit.device.DeviceBench;
import java.util.Map;
import java.util.Optional;

/** The devices of this plugin, each on a workbench. */
final class Benches {
    static final Map<String, DeviceModel> MODELS = Map.of(
            "virtio-block", new BlockModel(),
            "virtio-console", new ConsoleModel(),
            "virtio-entropy", new EntropyModel(),
            "virtio-net", new NetworkModel());

    private Benches() {}

    static DeviceBench disk(BlockStore store) {
        return bench("virtio-block", Map.of(), Map.of("image", store));
    }

    static DeviceBench console() {
        return bench("virtio-console", Map.of(), Map.of());
    }

    static DeviceBench entropy(long seed) {
        return bench("virtio-entropy", Map.of("seed", Long.toString(seed)), Map.of());
    }

    static DeviceBench network(String mac) {
        return bench("virtio-net", Map.of("mac", mac), Map.of());
    }

    /** A device with whatever it needs by default. */
    static DeviceBench any(String device) {
        return device.equals("virtio-block") ? disk(new MemoryStore(1 << 16)) : bench(device, Map.of(), Map.of());
    }

    private static DeviceBench bench(String device, Map<String, String> settings, Map<String, BlockStore> stores) {
        Optional<DeviceModel> model = Optional.ofNullable(MODELS.get(device));
        return DeviceBench.of(Benches.class, "/" + device + ".yaml", model, settings, stores);
    }
}
