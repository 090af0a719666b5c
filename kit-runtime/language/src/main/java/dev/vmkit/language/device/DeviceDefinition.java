package dev.vmkit.language.device;

import dev.vmkit.api.ParameterInfo;
import dev.vmkit.language.isa.ByteOrder;
import dev.vmkit.language.isa.FunctionDeclaration;
import dev.vmkit.language.isa.RegisterFile;
import dev.vmkit.language.isa.TreeTemplate;
import dev.vmkit.language.text.Span;
import dev.vmkit.language.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A kind of device as its YAML declares it. All lists and maps keep the order of the file.
 *
 * @param name as written in machine files
 * @param doc one sentence and more
 * @param source where the facts come from: manual and section
 * @param javaClass the {@link dev.vmkit.api.DeviceModel} that does the work; empty if the behaviour is here
 * @param size address units it covers; 0 if no address leads to it
 * @param unit bits at one address: 8, 16, 32 or 64
 * @param order in which order the units of a larger access lie
 * @param widths the widths of access it answers, in bits; others fault
 * @param inputs those that other devices raise, if it is an interrupt controller
 * @param registers what a guest sees; with Java, documentation alone
 * @param state hidden registers of the behaviour
 * @param handlers bodies of {@code on-input}, {@code on-timer}, {@code on-reset}, {@code on-line}, by key
 * @param deviceTree what it says of itself in a device tree; it has no node if empty
 */
public record DeviceDefinition(
        String name,
        String doc,
        String source,
        Optional<Text> javaClass,
        DeviceSize size,
        int unit,
        ByteOrder order,
        List<Integer> widths,
        List<ParameterInfo> parameters,
        Map<String, Connection> connections,
        Optional<Inputs> inputs,
        List<DeviceRegister> registers,
        List<RegisterFile> state,
        Map<String, FunctionDeclaration> functions,
        Map<String, Text> handlers,
        Optional<TreeTemplate> deviceTree,
        Span span) {

    public DeviceDefinition {
        widths = List.copyOf(widths);
        parameters = List.copyOf(parameters);
        registers = List.copyOf(registers);
        state = List.copyOf(state);
    }

    /** The parameter of that name, if there is one. */
    public Optional<ParameterInfo> parameter(String parameter) {
        return parameters.stream().filter(p -> p.name().equals(parameter)).findFirst();
    }
}
