package dev.vmkit.tools.cli;

import dev.vmkit.api.ParameterInfo;
import dev.vmkit.api.PartInfo;
import dev.vmkit.api.PartKind;
import dev.vmkit.assembly.catalog.Catalog;
import dev.vmkit.assembly.catalog.IsaChoices;
import dev.vmkit.assembly.catalog.Part;
import dev.vmkit.assembly.config.DiskKeys;
import dev.vmkit.assembly.config.MachineProblem;
import dev.vmkit.language.device.Connection;
import dev.vmkit.language.device.DeviceDefinition;
import dev.vmkit.language.device.DeviceRegister;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.MistakeException;
import dev.vmkit.language.text.Suggestion;
import dev.vmkit.language.yaml.Json;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** All there is to know of a part: what it is, its parameters, its connections, its registers. */
final class PartPage {
    private final Catalog catalog;
    private final Screen screen;
    private final StringBuilder out = new StringBuilder();

    PartPage(Catalog catalog, Screen screen) {
        this.catalog = catalog;
        this.screen = screen;
    }

    String of(String name, boolean json) {
        Part part = catalog.parts().stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(name));
        PartInfo info = catalog.info(part);
        Optional<DeviceDefinition> device =
                part.kind() == PartKind.DEVICE ? catalog.device(part, new Diagnostics()) : Optional.empty();
        return json ? json(info, device).pretty() : text(part, info, device);
    }

    private MistakeException unknown(String name) {
        List<String> names = catalog.parts().stream().map(Part::name).toList();
        return MistakeException.of(
                MachineProblem.UNKNOWN_PART, "there is no part '" + name + "'", Suggestion.didYouMean(name, names));
    }

    private String text(Part part, PartInfo info, Optional<DeviceDefinition> device) {
        out.append(screen.bold(info.name()))
                .append(" - ")
                .append(info.summary())
                .append('\n');
        out.append(screen.dim(info.kind().name().toLowerCase(Locale.ROOT) + " of plugin " + info.plugin()))
                .append('\n');
        if (part.kind() == PartKind.ISA) {
            choices(catalog.choices(part));
        }
        parameters(info.parameters());
        device.ifPresent(this::device);
        return out.toString();
    }

    private void choices(IsaChoices choices) {
        if (!choices.variants().isEmpty()) {
            section("Variants", List.of(List.of(String.join(", ", choices.variants()))));
        }
        if (!choices.features().isEmpty()) {
            section("Features", List.of(List.of(String.join(", ", choices.features()))));
        }
    }

    private void parameters(List<ParameterInfo> parameters) {
        section(
                "Parameters",
                parameters.stream()
                        .map(p -> List.of(
                                p.name(),
                                p.type().name().toLowerCase(Locale.ROOT),
                                p.defaultValue().map(d -> "default " + d).orElse("required"),
                                allowed(p) + p.doc()))
                        .toList());
    }

    private static String allowed(ParameterInfo parameter) {
        return parameter.choices().isEmpty() ? "" : "one of " + String.join(", ", parameter.choices()) + "; ";
    }

    private void device(DeviceDefinition device) {
        device.inputs().ifPresent(inputs -> section("Inputs", List.of(List.of(inputs.toString()))));
        section(
                "Connections",
                device.connections().values().stream().map(PartPage::connection).toList());
        section("Disk", DiskKeys.of(device).stream().map(PartPage::diskKey).toList());
        section("Registers", device.registers().stream().map(PartPage::register).toList());
        if (!device.source().isEmpty()) {
            out.append('\n').append("Source: ").append(device.source()).append('\n');
        }
    }

    private static List<String> diskKey(ParameterInfo key) {
        return List.of(key.name(), key.type().name().toLowerCase(Locale.ROOT), key.doc());
    }

    private static List<String> connection(Connection connection) {
        String line =
                (connection.line().isPresent() ? "line " + connection.line().getAsLong() : "")
                        + (connection.perHart() ? " of each hart" : "");
        return List.of(connection.name(), connection.kind().name().toLowerCase(Locale.ROOT), line, connection.doc());
    }

    private static List<String> register(DeviceRegister register) {
        String fields = register.file().fields().entrySet().stream()
                .map(f -> f.getKey() + " " + bits(f.getValue()))
                .collect(Collectors.joining(", "));
        String doc =
                register.doc() + (fields.isEmpty() ? "" : (register.doc().isEmpty() ? "" : " ") + "[" + fields + "]");
        return List.of(
                "+0x%02x".formatted(register.at()), register.name(), access(register), register.width() + " bits", doc);
    }

    private static String bits(dev.vmkit.language.isa.BitRange range) {
        return range.width() == 1 ? "" + range.low() : range.high() + ":" + range.low();
    }

    private static String access(DeviceRegister register) {
        return (register.access().reads() ? "r" : "-") + (register.access().writes() ? "w" : "-");
    }

    private void section(String title, List<List<String>> rows) {
        if (!rows.isEmpty()) {
            out.append('\n').append(screen.bold(title)).append('\n').append(Table.text(rows));
        }
    }

    private static Json json(PartInfo info, Optional<DeviceDefinition> device) {
        Json.Builder out = Json.object()
                .put("kind", info.kind().name().toLowerCase(Locale.ROOT))
                .put("name", info.name())
                .put("summary", info.summary())
                .put("plugin", info.plugin())
                .put(
                        "parameters",
                        Json.array(
                                info.parameters().stream().map(PartPage::json).toList()));
        device.ifPresent(d -> out.put(
                "registers",
                Json.array(d.registers().stream().map(PartPage::json).toList())));
        return out.build();
    }

    private static Json json(ParameterInfo parameter) {
        Json.Builder out = Json.object()
                .put("name", parameter.name())
                .put("type", parameter.type().name().toLowerCase(Locale.ROOT))
                .put("doc", parameter.doc());
        parameter.defaultValue().ifPresent(value -> out.put("default", value));
        return out.build();
    }

    private static Json json(DeviceRegister register) {
        return Json.object()
                .put("name", register.name())
                .put("offset", register.at())
                .put("width", register.width())
                .put("access", access(register).replace("-", ""))
                .put("doc", register.doc())
                .build();
    }
}
