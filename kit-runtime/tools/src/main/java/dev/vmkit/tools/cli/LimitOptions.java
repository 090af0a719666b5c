package dev.vmkit.tools.cli;

import dev.vmkit.api.ParameterInfo.Type;
import dev.vmkit.assembly.assemble.ResolvedMachine;
import dev.vmkit.language.device.Quantity;
import dev.vmkit.machine.board.Limits;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What ends a run that does not end by itself; what is said here counts more than the machine file. */
final class LimitOptions {
    @Option(
            names = {"-n", "--instructions"},
            paramLabel = "N",
            converter = Count.class,
            description = "Stop after so many instructions, with exit code 4.")
    private Optional<Long> instructions = Optional.empty();

    @Option(
            names = {"-t", "--time"},
            paramLabel = "TIME",
            converter = Duration.class,
            description = "Stop after so much time, such as 500 ms or 10 s, with exit code 4.")
    private Optional<Long> time = Optional.empty();

    Limits of(ResolvedMachine machine) {
        return of(machine.limits());
    }

    Limits of(Limits file) {
        return new Limits(instructions.orElse(file.instructions()), time.orElse(file.hostNanos()));
    }

    /** A duration with its unit. */
    static final class Duration implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            return Quantity.parse(Type.DURATION, text)
                    .filter(nanos -> nanos == 0 || Character.isLetter(text.charAt(text.length() - 1)))
                    .orElseThrow(() -> new TypeConversionException("'" + text + "' is no time; write 500 ms or 10 s"));
        }
    }

    /** A number that is not negative. */
    static final class Count implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            return Quantity.parse(Type.NUMBER, text)
                    .filter(count -> count >= 0)
                    .orElseThrow(() -> new TypeConversionException("'" + text + "' is no count; write 1000"));
        }
    }
}
