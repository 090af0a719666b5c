package dev.vmkit.assembly.schema;

import dev.vmkit.api.ParameterInfo;
import dev.vmkit.api.PartKind;
import dev.vmkit.assembly.catalog.Catalog;
import dev.vmkit.assembly.catalog.Part;
import dev.vmkit.assembly.config.DiskKeys;
import dev.vmkit.language.device.Connection;
import dev.vmkit.language.device.DeviceDefinition;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.yaml.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The shape of a device in a machine file: keys of all devices, and those of its model. */
record DeviceShapes(Catalog catalog) {
    private static final String PHRASE = "^\\S+( +(0x[0-9A-Fa-f]+|0o[0-7]+|[0-9]+))?( +level +[0-9]+)?$";

    Json device() {
        List<Part> models = catalog.parts(PartKind.DEVICE);
        Json phrase = Shape.pattern(PHRASE, "Where it leads: 'cpu', 'cpu 0x80 level 4', 'plic 10'.");
        Map<String, Json> keys = new LinkedHashMap<>();
        keys.put("model", Shape.oneOf(models.stream().map(Part::name).toList(), "The kind of device."));
        keys.put("at", Shape.address("The address of its first register."));
        keys.put("space", Shape.text("The address space it lies in."));
        keys.put(
                "interrupts",
                Shape.either(
                        "Where its interrupts lead.",
                        phrase,
                        Shape.list(phrase),
                        Shape.named(phrase, "One phrase an output.")));
        Json name = Shape.text("A memory.");
        keys.put("dma", Shape.either("Memories it may reach; all if left out.", name, Shape.list(name)));
        return Json.object()
                .put("type", "object")
                .put("description", "A device.")
                .put("properties", Shape.keys(keys))
                .put("required", Json.texts(List.of("model")))
                .put("allOf", Json.array(models.stream().map(this::model).toList()))
                .put("unevaluatedProperties", false)
                .build();
    }

    /** If this model is chosen, then these are its parameters and stores. */
    private Json model(Part part) {
        Map<String, Json> keys = new LinkedHashMap<>();
        List<String> required = new java.util.ArrayList<>();
        catalog.device(part, new Diagnostics()).ifPresent(device -> {
            describe(device, keys);
            device.parameters().stream().filter(p -> p.defaultValue().isEmpty()).forEach(p -> required.add(p.name()));
        });
        return ifKeyIs(
                "model",
                part.name(),
                Json.object()
                        .put("properties", Shape.keys(keys))
                        .put("required", Json.texts(required))
                        .build());
    }

    private static void describe(DeviceDefinition device, Map<String, Json> keys) {
        device.parameters().forEach(p -> keys.put(p.name(), parameter(p)));
        device.connections().values().stream()
                .filter(c -> c.kind() == Connection.Kind.STORE || c.kind() == Connection.Kind.STREAM)
                .forEach(c -> keys.put(c.name(), Shape.text(c.doc())));
        DiskKeys.of(device).forEach(key -> keys.put(key.name(), parameter(key)));
    }

    static Json parameter(ParameterInfo p) {
        if (!p.choices().isEmpty()) {
            return choices(p);
        }
        Json number = Shape.number(p.least(), p.most(), p.doc());
        return switch (p.type()) {
            case NUMBER -> number;
            case SIZE -> Shape.either(p.doc(), number, Shape.amount("B|KiB|MiB|GiB", "Bytes."));
            case FREQUENCY -> Shape.either(p.doc(), number, Shape.amount("Hz|kHz|MHz|GHz", "Hertz."));
            case TIME -> Shape.either(p.doc(), number, Shape.amount("instructions", "Virtual time."));
            case DURATION -> Shape.either(p.doc(), number, Shape.amount("ns|us|ms|s", "Time."));
            case FLAG -> Shape.flag(p.doc());
            case TEXT, FILE -> Shape.text(p.doc());
        };
    }

    /** A choice that looks like a number is one to a YAML reader. */
    private static Json choices(ParameterInfo p) {
        List<Json> values = p.choices().stream()
                .<Json>map(c -> p.type() == ParameterInfo.Type.NUMBER ? Json.of(Long.decode(c)) : Json.of(c))
                .toList();
        return Json.object()
                .put("enum", Json.array(values))
                .put("description", p.doc())
                .build();
    }

    static Json ifKeyIs(String key, String value, Json then) {
        Json is = Json.object().put("const", value).build();
        Json condition = Json.object()
                .put("properties", Json.object().put(key, is).build())
                .put("required", Json.texts(List.of(key)))
                .build();
        return Json.object().put("if", condition).put("then", then).build();
    }
}
