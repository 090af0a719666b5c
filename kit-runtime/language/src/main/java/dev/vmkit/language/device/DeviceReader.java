package dev.vmkit.language.device;

import dev.vmkit.api.ParameterInfo;
import dev.vmkit.language.isa.ByteOrder;
import dev.vmkit.language.isa.FunctionDeclaration;
import dev.vmkit.language.isa.RegisterFile;
import dev.vmkit.language.isa.TreeTemplate;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.language.text.Text;
import dev.vmkit.language.yaml.MappingReader;
import dev.vmkit.language.yaml.YamlMapping;
import dev.vmkit.language.yaml.YamlNode;
import dev.vmkit.language.yaml.YamlReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the YAML of a device. What its bodies mean is checked later, by {@link Behaviour}. */
public final class DeviceReader {
    private static final List<String> HANDLERS = List.of("on-input", "on-timer", "on-reset", "on-line", "on-look");
    private static final int MOST_INPUT = 0xFFFF;
    private static final List<Integer> WIDTHS = List.of(8, 16, 32, 64);

    private final MappingReader in;
    private final Diagnostics diagnostics;
    private final Names names;
    private final Choices choices;

    private DeviceReader(MappingReader in) {
        this.in = in;
        this.diagnostics = in.diagnostics();
        this.names = new Names(diagnostics);
        this.choices = new Choices(diagnostics);
    }

    /** The definition, or nothing where the mistakes reported to {@code diagnostics} leave none. */
    public static Optional<DeviceDefinition> read(SourceFile file, Diagnostics diagnostics) {
        Diagnostics own = new Diagnostics();
        Optional<DeviceDefinition> definition = YamlReader.read(file, own).flatMap(root -> read(root, own));
        own.list().forEach(diagnostics::add);
        return definition.filter(d -> !own.hasErrors());
    }

    private static Optional<DeviceDefinition> read(YamlNode root, Diagnostics diagnostics) {
        if (root instanceof YamlMapping mapping && mapping.entry("device").isPresent()) {
            return new DeviceReader(new MappingReader(mapping, "a device", diagnostics)).definition();
        }
        diagnostics.report(
                DeviceProblem.NOT_A_DEVICE,
                root.span(),
                "this is not the definition of a device",
                "start with 'device: NAME'");
        return Optional.empty();
    }

    private Optional<DeviceDefinition> definition() {
        Optional<Text> name = in.requiredName("device");
        String doc = text("doc");
        String source = text("source");
        Optional<Text> javaClass = in.text("class");
        int unit = choices.number(in, "unit", 8, WIDTHS);
        ByteOrder order = choices.word(
                in, "byte-order", ByteOrder.LITTLE, Map.of("little", ByteOrder.LITTLE, "big", ByteOrder.BIG));
        List<Integer> widths = widths(unit);
        List<ParameterInfo> parameters =
                new ParameterReader(names, choices, diagnostics).read(in.entries("parameters"));
        Map<String, Connection> connections = new ConnectionReader(names, choices).read(in.entries("connects"));
        names.reserve(Capabilities.names(connections.values()));
        Optional<Inputs> inputs = in.mapping("inputs", "inputs").flatMap(DeviceReader::inputs);
        Optional<DeviceSize> size = new SizeReader(parameters, diagnostics).read(in);
        RegisterReader reader = new RegisterReader(names, choices, unit, javaClass.isPresent());
        List<DeviceRegister> registers = reader.registers(in.entries("registers"), size);
        List<RegisterFile> state = reader.state(in.entries("state"));
        Map<String, FunctionDeclaration> functions = functions();
        Map<String, Text> handlers = handlers();
        Optional<TreeTemplate> deviceTree = new TreeReader(parameters, diagnostics).read(in);
        in.finish();
        BehaviourChecks.check(in, javaClass.isPresent(), registers, connections);
        return name.isPresent() && size.isPresent()
                ? Optional.of(new DeviceDefinition(
                        name.get().value(),
                        doc,
                        source,
                        javaClass,
                        size.get(),
                        unit,
                        order,
                        widths,
                        parameters,
                        connections,
                        inputs,
                        registers,
                        state,
                        functions,
                        handlers,
                        deviceTree,
                        name.get().span()))
                : Optional.empty();
    }

    private static Optional<Inputs> inputs(MappingReader in) {
        Optional<Integer> from = in.requiredInteger("from", 0, MOST_INPUT);
        Optional<Integer> to = in.requiredInteger("to", from.orElse(0), MOST_INPUT);
        in.finish();
        return from.flatMap(first -> to.map(last -> new Inputs(first, last)));
    }

    private String text(String key) {
        return in.text(key).map(Text::value).map(String::strip).orElse("");
    }

    /** The widths of access: those declared, or the unit and everything wider. */
    private List<Integer> widths(int unit) {
        List<YamlNode> declared = in.list("widths");
        List<Integer> wide = WIDTHS.stream().filter(w -> w >= unit).toList();
        return declared.isEmpty()
                ? wide
                : declared.stream()
                        .map(node -> choices.number(node, unit, wide))
                        .distinct()
                        .sorted()
                        .toList();
    }

    private Map<String, FunctionDeclaration> functions() {
        Map<String, FunctionDeclaration> functions = new LinkedHashMap<>();
        for (YamlMapping.Entry entry : in.entries("functions")) {
            Text head = entry.key().text();
            in.values().text(entry.value()).ifPresent(body -> {
                String name = Capabilities.nameOf(head.value());
                names.claim(name, head);
                functions.put(name, new FunctionDeclaration(name, head, body, head.span()));
            });
        }
        return functions;
    }

    private Map<String, Text> handlers() {
        Map<String, Text> handlers = new LinkedHashMap<>();
        HANDLERS.forEach(key -> in.text(key).ifPresent(body -> handlers.put(key, body)));
        return handlers;
    }
}
