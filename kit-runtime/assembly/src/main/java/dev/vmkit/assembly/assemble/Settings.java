package dev.vmkit.assembly.assemble;

import dev.vmkit.api.ParameterInfo;
import dev.vmkit.assembly.config.DeviceConfig;
import dev.vmkit.assembly.config.DeviceKeys;
import dev.vmkit.assembly.config.DiskKeys;
import dev.vmkit.assembly.config.MachineProblem;
import dev.vmkit.assembly.config.Setting;
import dev.vmkit.language.device.Connection;
import dev.vmkit.language.device.DeviceDefinition;
import dev.vmkit.language.device.ParameterValue;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.Suggestion;
import dev.vmkit.language.text.Text;
import dev.vmkit.layers.storage.Disk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Values of a device's parameters and the disks behind its block stores: as given, or by default. */
final class Settings {
    private final DeviceConfig device;
    private final Text model;
    private final DeviceDefinition definition;
    private final MachineFiles files;
    private final Diagnostics diagnostics;
    private final Map<String, ParameterValue> parameters = new TreeMap<>();
    private final Map<String, Path> images = new TreeMap<>();
    private final Map<String, Path> outputs = new TreeMap<>();
    private Optional<Setting> overlay = Optional.empty();
    private boolean readOnly;

    Settings(
            DeviceConfig device, Text model, DeviceDefinition definition, MachineFiles files, Diagnostics diagnostics) {
        this.device = device;
        this.model = model;
        this.definition = definition;
        this.files = files;
        this.diagnostics = diagnostics;
        device.settings().forEach(this::set);
        definition.parameters().stream().filter(p -> !given(p)).forEach(this::setDefault);
        checkDisk();
    }

    Map<String, ParameterValue> parameters() {
        return parameters;
    }

    /** Whether every parameter has a value. */
    boolean complete() {
        return parameters.size() == definition.parameters().size();
    }

    /** The file that takes what goes out of a stream. */
    Map<String, Path> outputs() {
        return outputs;
    }

    /** The disk behind each store for which there is an image. */
    Map<String, Disk> disks() {
        Map<String, Disk> disks = new TreeMap<>();
        Optional<Path> changes = overlay.flatMap(setting -> files.path(setting.value()));
        images.forEach((name, image) -> disks.put(
                name, isFixed(name) ? new Disk(image, Optional.empty(), true) : new Disk(image, changes, readOnly)));
        return disks;
    }

    private boolean isFixed(String store) {
        Connection connection = definition.connections().get(store);
        return connection != null && connection.fixed();
    }

    private void checkDisk() {
        overlay.filter(setting -> readOnly || images.isEmpty())
                .ifPresent(setting -> diagnostics.report(
                        MachineProblem.DISK,
                        setting.key().span(),
                        "an overlay takes what is written, but "
                                + (readOnly ? "the disk is read-only" : "there is no image"),
                        "leave 'overlay:' out"));
    }

    private boolean given(ParameterInfo parameter) {
        return device.settings().stream().anyMatch(s -> s.name().equals(parameter.name()));
    }

    private void set(Setting setting) {
        Optional<ParameterInfo> parameter = definition.parameter(setting.name());
        Connection connection = definition.connections().get(setting.name());
        Optional<ParameterInfo> diskKey = named(setting.name(), DiskKeys.of(definition));
        if (parameter.isPresent()) {
            value(parameter.get(), setting.value()).ifPresent(v -> parameters.put(setting.name(), v));
        } else if (connection != null && connection.kind() == Connection.Kind.STORE) {
            files.readable(setting.value()).ifPresent(path -> images.put(setting.name(), path));
        } else if (connection != null && connection.kind() == Connection.Kind.STREAM) {
            files.writable(setting.value()).ifPresent(path -> setOutput(setting, path));
        } else if (diskKey.isPresent()) {
            value(diskKey.get(), setting.value()).ifPresent(value -> setDisk(setting, value));
        } else {
            unknown(setting, connection);
        }
    }

    private static Optional<ParameterInfo> named(String name, List<ParameterInfo> keys) {
        return keys.stream().filter(key -> key.name().equals(name)).findFirst();
    }

    private void setDisk(Setting setting, ParameterValue value) {
        switch (value) {
            case ParameterValue.Words _ -> overlay = Optional.of(setting);
            case ParameterValue.Number flag -> readOnly = flag.value() != 0;
        }
    }

    /** A file that is made anew must not be one that is read. */
    private void setOutput(Setting setting, Path path) {
        outputs.put(setting.name(), path);
        device.settings().stream()
                .filter(other -> other != setting
                        && other.value().value().equals(setting.value().value()))
                .findFirst()
                .ifPresent(other -> diagnostics.report(
                        MachineProblem.FILE,
                        setting.value().span(),
                        "'" + setting.name() + "' would replace the file of '" + other.name() + "'",
                        "let them be two files"));
    }

    private Optional<ParameterValue> value(ParameterInfo parameter, Text text) {
        Optional<ParameterValue> value = ParameterValue.read(parameter, text, diagnostics);
        return parameter.type() == ParameterInfo.Type.FILE ? value.flatMap(v -> path(text)) : value;
    }

    private Optional<ParameterValue> path(Text file) {
        return files.path(file).map(path -> new ParameterValue.Words(path.toString()));
    }

    private void setDefault(ParameterInfo parameter) {
        if (parameter.defaultValue().isEmpty()) {
            diagnostics.report(
                    MachineProblem.MISSING_SETTING,
                    model.span(),
                    "'" + model + "' needs '" + parameter.name() + ":'",
                    parameter.doc());
            return;
        }
        Text text = Text.synthetic(definition.name(), parameter.defaultValue().get());
        ParameterValue.read(parameter, text, diagnostics).ifPresent(v -> parameters.put(parameter.name(), v));
    }

    private void unknown(Setting setting, @Nullable Connection connection) {
        diagnostics.report(
                MachineProblem.SETTING,
                setting.key().span(),
                "'" + model + "' has no parameter '" + setting.name() + "'",
                connection == null ? nearest(setting.name()) : elsewhere(connection));
    }

    private static String elsewhere(Connection connection) {
        return switch (connection.kind()) {
            case INTERRUPT -> "an interrupt is connected by 'interrupts:'";
            case NETWORK -> "a network is described by the machine's 'network:'";
            case SURFACE -> "a surface needs no connection: whoever runs the machine sees it";
            case SOUND -> "a sound needs no connection: '--sound' of 'kit run' writes it to a file";
            case STREAM, STORE -> "a file stands behind its name";
        };
    }

    private String nearest(String wrong) {
        List<String> known = new ArrayList<>(DeviceKeys.ALL);
        definition.parameters().forEach(p -> known.add(p.name()));
        DiskKeys.of(definition).forEach(key -> known.add(key.name()));
        definition.connections().values().stream()
                .filter(c -> c.kind() == Connection.Kind.STORE || c.kind() == Connection.Kind.STREAM)
                .forEach(c -> known.add(c.name()));
        return Suggestion.nearest(wrong, known)
                .map(near -> "did you mean '" + near + "'?")
                .orElse("it has " + String.join(", ", known));
    }
}
