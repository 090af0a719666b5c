package dev.vmkit.assembly.assemble;

import dev.vmkit.api.IsaFunctions;
import dev.vmkit.language.ir.Extern;
import dev.vmkit.machine.device.PartName;
import dev.vmkit.machine.device.PluginFault;
import dev.vmkit.machine.hart.ExternBinding;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;

/** The Java method behind an extern of an instruction set. */
record ExternFunctions(IsaFunctions functions, PartName blamed) {

    /** The public method of that name whose parameters are as many longs, and which returns a long or nothing. */
    Optional<ExternBinding> binding(Extern extern) {
        return Arrays.stream(functions.getClass().getMethods())
                .filter(m -> m.getName().equals(extern.name())
                        && fits(m, extern.parameterWidths().size()))
                .findFirst()
                .map(this::binding);
    }

    private static boolean fits(Method method, int parameters) {
        boolean longs = Arrays.stream(method.getParameterTypes()).allMatch(type -> type == long.class);
        boolean result = method.getReturnType() == long.class || method.getReturnType() == void.class;
        return longs && result && method.getParameterCount() == parameters;
    }

    private ExternBinding binding(Method method) {
        try {
            MethodHandle handle = MethodHandles.publicLookup()
                    .unreflect(method)
                    .bindTo(functions)
                    .asSpreader(long[].class, method.getParameterCount());
            return arguments -> call(handle, arguments);
        } catch (IllegalAccessException e) {
            throw new PluginFault(blamed, e);
        }
    }

    private long call(MethodHandle method, long[] arguments) {
        try {
            return method.invoke(arguments) instanceof Long result ? result : 0;
        } catch (Error | RuntimeException thrown) {
            throw blame(thrown);
        } catch (Throwable thrown) {
            throw new PluginFault(blamed, thrown);
        }
    }

    private RuntimeException blame(Throwable thrown) {
        if (thrown instanceof VirtualMachineError fatal && !(thrown instanceof StackOverflowError)) {
            throw fatal;
        }
        return new PluginFault(blamed, thrown);
    }
}
