package dev.vmkit.testkit.junit;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands a {@link MachineTest} its machine. */
final class MachineParameter implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TestedMachine.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        MachineTest named = context.getRequiredTestMethod().getAnnotation(MachineTest.class);
        List<Path> plugins = Arrays.stream(named.plugins())
                .map(p -> Path.of(p).toAbsolutePath())
                .toList();
        TestedMachine machine = TestedMachine.of(Path.of(named.machine()), plugins);
        context.getStore(Namespace.create(MachineParameter.class, context.getUniqueId()))
                .put("machine", machine);
        return machine;
    }
}
