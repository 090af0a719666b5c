package dev.vmkit.testkit.device;

import dev.vmkit.api.ParameterInfo;
import dev.vmkit.language.device.Behaviour;
import dev.vmkit.language.device.DeviceDefinition;
import dev.vmkit.language.device.DeviceReader;
import dev.vmkit.language.device.ParameterValue;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.language.text.Text;
import dev.vmkit.machine.device.RunningDevice;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads definitions for a test, which ends with the {@link dev.vmkit.language.text.MistakeException} if one is wrong. */
final class Definitions {
    private Definitions() {}

    static DeviceDefinition read(SourceFile yaml) {
        Diagnostics diagnostics = new Diagnostics();
        Optional<DeviceDefinition> definition = DeviceReader.read(yaml, diagnostics);
        diagnostics.throwIfErrors();
        return definition.orElseThrow();
    }

    static Map<String, ParameterValue> parameters(DeviceDefinition definition, Map<String, String> settings) {
        Diagnostics diagnostics = new Diagnostics();
        Map<String, ParameterValue> values = new LinkedHashMap<>();
        for (ParameterInfo parameter : definition.parameters()) {
            String written = settings.getOrDefault(
                    parameter.name(), parameter.defaultValue().orElse(""));
            ParameterValue.read(parameter, Text.synthetic("the test", written), diagnostics)
                    .ifPresent(value -> values.put(parameter.name(), value));
        }
        diagnostics.throwIfErrors();
        return values;
    }

    static Behaviour behaviour(DeviceDefinition definition, Map<String, ParameterValue> parameters) {
        Diagnostics diagnostics = new Diagnostics();
        Optional<Behaviour> behaviour = Behaviour.of(definition, RunningDevice.numbers(parameters), diagnostics);
        diagnostics.throwIfErrors();
        return behaviour.orElseThrow();
    }
}
