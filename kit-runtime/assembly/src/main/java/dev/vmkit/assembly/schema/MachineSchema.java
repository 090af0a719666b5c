package dev.vmkit.assembly.schema;

import dev.vmkit.api.ParameterInfo;
import dev.vmkit.api.PartKind;
import dev.vmkit.assembly.catalog.Catalog;
import dev.vmkit.assembly.catalog.IsaChoices;
import dev.vmkit.assembly.catalog.Part;
import dev.vmkit.language.yaml.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The schema of machine files: their format, and for each part of a catalog what it adds. */
final class MachineSchema {
    private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";

    private final Catalog catalog;

    MachineSchema(Catalog catalog) {
        this.catalog = catalog;
    }

    Json schema() {
        Map<String, Json> keys = new LinkedHashMap<>();
        keys.put(
                "kit",
                Json.object()
                        .put("const", 1)
                        .put("description", "The version of the format.")
                        .build());
        keys.put("machine", Shape.text("The machine's name."));
        keys.put("about", Shape.text("One sentence."));
        keys.put("cpu", cpu());
        keys.put("memory", Shape.named(memory(), "Memory by name."));
        keys.put("devices", Shape.named(new DeviceShapes(catalog).device(), "Devices by name."));
        keys.put("console", console());
        keys.put("firmware", load("Resident code, loaded whatever program runs."));
        keys.put("load", load("The program, which one given on the command line replaces."));
        keys.put("network", network());
        keys.put("boot", boot());
        keys.put("limits", limits());
        return Json.object()
                .put("$schema", DRAFT)
                .put("title", "A vmkit machine")
                .put("type", "object")
                .put("properties", Shape.keys(keys))
                .put("required", Json.texts(List.of("kit", "machine", "cpu")))
                .put("additionalProperties", false)
                .build();
    }

    private Json cpu() {
        List<Part> isas = catalog.parts(PartKind.ISA);
        Map<String, Json> keys = new LinkedHashMap<>();
        keys.put("isa", Shape.oneOf(isas.stream().map(Part::name).toList(), "The instruction set."));
        keys.put("variant", Shape.text("One of the choices the instruction set offers under a name."));
        keys.put(
                "params",
                Shape.named(Shape.number(Long.MIN_VALUE, "A number."), "Numbers the instruction set lets choose."));
        keys.put("features", Shape.named(Shape.flag("On or off."), "Switches the instruction set lets choose."));
        keys.put("engine", Shape.text("What executes instructions; the kit's choice if left out."));
        keys.put("starts-at", Shape.address("The first instruction's address."));
        keys.put("speed", Shape.amount("Hz|kHz|MHz|GHz", "Instructions a virtual second."));
        keys.put("timebase", Shape.amount("Hz|kHz|MHz|GHz", "Ticks of the time counter a virtual second."));
        keys.put("harts", Shape.number(1, 64, "How many processors there are."));
        keys.put(
                "registers",
                Shape.named(
                        Shape.number(Long.MIN_VALUE, "A number."),
                        "What registers, or fields of them, hold when a processor starts."));
        return Json.object()
                .put("type", "object")
                .put("description", "The processor.")
                .put("properties", Shape.keys(keys))
                .put("required", Json.texts(List.of("isa")))
                .put("additionalProperties", false)
                .put("allOf", Json.array(isas.stream().map(this::choices).toList()))
                .build();
    }

    /** If this instruction set is chosen, then these are its choices. */
    private Json choices(Part isa) {
        IsaChoices choices = catalog.choices(isa);
        Map<String, Json> params = new LinkedHashMap<>();
        choices.params().forEach(p -> params.put(p.name(), param(p)));
        Map<String, Json> features = new LinkedHashMap<>();
        choices.features().forEach(f -> features.put(f, Shape.flag("On or off.")));
        Map<String, Json> keys = new LinkedHashMap<>();
        keys.put("variant", Shape.oneOf(choices.variants(), "A choice under a name."));
        keys.put("params", Shape.mapping(params, List.of(), "Numbers to choose."));
        keys.put("features", Shape.mapping(features, List.of(), "Switches to choose."));
        return DeviceShapes.ifKeyIs(
                "isa",
                isa.name(),
                Json.object().put("properties", Shape.keys(keys)).build());
    }

    private static Json param(ParameterInfo param) {
        if (param.choices().isEmpty()) {
            return Shape.number(Long.MIN_VALUE, param.doc());
        }
        List<Json> values = param.choices().stream()
                .<Json>map(c -> Json.of(new java.math.BigInteger(c)))
                .toList();
        return Json.object()
                .put("enum", Json.array(values))
                .put("description", param.doc())
                .build();
    }

    private static Json memory() {
        Map<String, Json> keys = new LinkedHashMap<>();
        keys.put("at", Shape.address("The first address; with 'size'."));
        keys.put("size", Shape.size("How much it is."));
        keys.put("from", Shape.address("The first address; with 'to'."));
        keys.put("to", Shape.address("The last address."));
        keys.put("rom", Shape.flag("Whether the guest cannot write it."));
        keys.put("file", Shape.text("What it holds at power-on."));
        keys.put("space", Shape.text("The address space it lies in."));
        return Shape.mapping(keys, List.of(), "A piece of memory.");
    }

    private static Json network() {
        Json port = Shape.number(1, 0xFFFF, "A port.");
        Map<String, Json> keys = new LinkedHashMap<>();
        keys.put("services", Shape.named(port, "Ports of the host by the ports of 10.0.2.2 that the guest asks for."));
        keys.put("forward", Shape.named(port, "Ports of the guest by the ports of the host that lead there."));
        keys.put(
                "names",
                Shape.either(
                        "What the guest may call the host.", Shape.text("A name."), Shape.list(Shape.text("A name."))));
        return Shape.mapping(keys, List.of(), "What the guest's network leads to.");
    }

    private static Json console() {
        Map<String, Json> keys = new LinkedHashMap<>();
        keys.put("types-into", Shape.text("The device that gets what is typed."));
        keys.put("shows", Shape.text("The device whose output is seen."));
        return Shape.either(
                "What the person at the terminal is connected to.",
                Shape.text("A device."),
                Shape.mapping(keys, List.of(), "A device for each direction."));
    }

    private static Json load(String doc) {
        Map<String, Json> keys = new LinkedHashMap<>();
        keys.put("file", Shape.text("A path relative to the machine file, or 'isa/file' for a file of a plugin."));
        keys.put("at", Shape.address("Where it goes, for a raw file."));
        keys.put(
                "format",
                Shape.text("How to read it, if its name does not tell: asm, elf, intel-hex, linux-image, lc3-object,"
                        + " raw."));
        Json file = Shape.text("A file.");
        Json described = Shape.mapping(keys, List.of("file"), "A file and how to load it.");
        return Shape.either(doc, file, described, Shape.list(Shape.either("A file.", file, described)));
    }

    private static Json boot() {
        Map<String, Json> keys = new LinkedHashMap<>();
        keys.put("arguments", Shape.text("The kernel's command line."));
        keys.put("initrd", Shape.text("A file with the kernel's first file system."));
        keys.put("device-tree", Shape.text("A flattened device tree in place of the one that describes this machine."));
        return Shape.mapping(keys, List.of(), "What firmware and an operating system are told.");
    }

    private static Json limits() {
        Map<String, Json> keys = new LinkedHashMap<>();
        keys.put(
                "instructions",
                Shape.either(
                        "At most so many.",
                        Shape.number(0, "Instructions."),
                        Shape.pattern("^[0-9_]+ instructions$", "1000000 instructions.")));
        keys.put("time", Shape.amount("ns|us|ms|s", "Of the host's time."));
        keys.put("memory", Shape.amount("B|KiB|MiB|GiB", "All memory together."));
        return Shape.mapping(keys, List.of(), "What ends a run that does not end by itself.");
    }
}
