package dev.vmkit.language.device;

import dev.vmkit.api.ParameterInfo;
import dev.vmkit.language.ir.Function;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.AsmSettings;
import dev.vmkit.language.isa.FunctionDeclaration;
import dev.vmkit.language.isa.IsaModel;
import dev.vmkit.language.isa.RegisterFile;
import dev.vmkit.language.isa.Space;
import dev.vmkit.language.semantics.SemanticsChecker;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.Span;
import dev.vmkit.language.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The checked behaviour of a device in YAML, for one choice of parameters: an instruction set without instructions, whose
 * registers are those of the device and whose functions are its bodies.
 */
public record Behaviour(DeviceDefinition definition, Isa isa) {
    private static final Space NOWHERE = Space.physical("nowhere", 64, 8);

    /**
     * Checks all bodies, or reports why they mean nothing.
     *
     * @param parameters the values of the parameters that are numbers
     */
    public static Optional<Behaviour> of(
            DeviceDefinition definition, Map<String, Long> parameters, Diagnostics diagnostics) {
        Optional<Isa> checked = SemanticsChecker.check(model(definition, parameters), diagnostics);
        Diagnostics looks = new Diagnostics();
        checked.ifPresent(isa -> Looking.check(definition, isa, looks));
        looks.list().forEach(diagnostics::add);
        return checked.filter(_ -> !looks.hasErrors()).map(isa -> new Behaviour(definition, isa));
    }

    /** Checks all bodies with the parameters' defaults, and the least value where there is none. */
    public static Optional<Behaviour> ofDefaults(DeviceDefinition definition, Diagnostics diagnostics) {
        Map<String, Long> values = new LinkedHashMap<>();
        definition.parameters().forEach(p -> values.put(p.name(), defaultOf(p)));
        return of(definition, values, diagnostics);
    }

    private static long defaultOf(ParameterInfo parameter) {
        return parameter
                .defaultValue()
                .flatMap(text -> Quantity.parse(parameter.type(), text))
                .orElse(parameter.least());
    }

    private static IsaModel model(DeviceDefinition device, Map<String, Long> parameters) {
        Map<String, Long> constants = new LinkedHashMap<>();
        parameters.forEach((name, value) -> constants.put(Names.inBody(name), value));
        return new IsaModel(
                device.name(),
                device.doc(),
                device.span(),
                device.order(),
                constants,
                Set.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                NOWHERE,
                registers(device),
                Map.of(),
                Map.of(),
                functions(device),
                Capabilities.externs(device.connections().values()),
                Map.of(),
                List.of(),
                List.of(),
                Map.of(),
                AsmSettings.NONE);
    }

    private static List<RegisterFile> registers(DeviceDefinition device) {
        List<RegisterFile> registers = new ArrayList<>();
        device.registers().forEach(r -> registers.add(r.file()));
        registers.addAll(device.state());
        registers.add(
                programCounter(registers.stream().mapToInt(RegisterFile::count).sum(), device.span()));
        return registers;
    }

    /** Every definition has a program counter; that of a device has no name, so that no body can reach it. */
    private static RegisterFile programCounter(int slot, Span span) {
        return new RegisterFile(
                "", slot, 1, 64, List.of(""), OptionalInt.empty(), 0, 0, Map.of(), false, RegisterFile.Role.PC, span);
    }

    private static Map<String, FunctionDeclaration> functions(DeviceDefinition device) {
        Map<String, FunctionDeclaration> functions = new LinkedHashMap<>(device.functions());
        device.registers().forEach(r -> {
            r.onRead().ifPresent(body -> add(functions, readName(r), "", body));
            r.onWrite().ifPresent(body -> add(functions, writeName(r), written(r), body));
        });
        device.handlers().forEach((key, body) -> add(functions, handlerName(key), handlerParameters(key), body));
        return functions;
    }

    private static String written(DeviceRegister register) {
        return "b" + register.width() + " v, b" + register.width() + " old";
    }

    private static String handlerParameters(String key) {
        return key.equals("on-line") ? "b16 line, bool raised" : "";
    }

    private static void add(Map<String, FunctionDeclaration> functions, String name, String parameters, Text body) {
        Text head = Text.synthetic("the kit", name + "(" + parameters + ")");
        functions.put(name, new FunctionDeclaration(name, head, body, true, body.span()));
    }

    private static String readName(DeviceRegister register) {
        return Names.KIT + "read_" + register.name();
    }

    private static String writeName(DeviceRegister register) {
        return Names.KIT + "write_" + register.name();
    }

    static String handlerName(String key) {
        return Names.KIT + key.substring("on-".length());
    }

    /** What runs before a guest reads a register; no parameters. */
    public Optional<Function> onRead(DeviceRegister register) {
        return function(readName(register));
    }

    /** What runs after a guest wrote a register; parameters: what was written, what was there. */
    public Optional<Function> onWrite(DeviceRegister register) {
        return function(writeName(register));
    }

    /**
     * The handler under a key such as {@code on-input}; no parameters, but for {@code on-line} the number of the input and
     * its level.
     */
    public Optional<Function> handler(String key) {
        return function(handlerName(key));
    }

    private Optional<Function> function(String name) {
        return Optional.ofNullable(isa.functions().get(name));
    }
}
