package dev.vmkit.assembly.config;

import dev.vmkit.language.text.SourceFile;
import dev.vmkit.language.text.Span;
import dev.vmkit.language.text.Text;
import dev.vmkit.language.yaml.MappingReader;
import java.util.List;
import java.util.Optional;

/**
 * A host file with {@code timeshare:} as written: programs that share a machine.
 *
 * @param hardware the machine file of the processor and its memory
 * @param core words that programs may lie in
 * @param wordTicks instructions that could run while a word moves from or to the drum
 * @param scheduler the policy and its parameters, still to be read
 * @param span where {@code timeshare:} stands
 */
public record TimesharingConfig(
        SourceFile file,
        Text name,
        String about,
        Text hardware,
        Located<Long> core,
        long wordTicks,
        Optional<MappingReader> scheduler,
        CallsConfig calls,
        List<ProgramConfig> programs,
        LimitsConfig limits,
        Span span) {

    /** The largest size in words. */
    public static final int MOST_WORDS = 1 << 30;

    public TimesharingConfig {
        programs = List.copyOf(programs);
    }

    /**
     * How programs call the monitor.
     *
     * @param by an instruction
     * @param number an operand of it, or a register
     * @param argument a register
     * @param result a register
     */
    public record CallsConfig(Text by, Text number, Text argument, Text result, List<ServiceConfig> services) {
        public CallsConfig {
            services = List.copyOf(services);
        }
    }

    /** A service and its number. */
    public record ServiceConfig(Text name, long number) {}

    /**
     * A program.
     *
     * @param copies how many there are of it, at least 1; the names of several get numbers
     * @param memory words it has, if they are more than its file takes
     * @param types what its user types, line by line
     * @param thinks instructions that could run while its user thinks of a line
     * @param weight its share relative to others; a lottery's tickets
     * @param priority larger ones run first
     */
    public record ProgramConfig(
            Text name,
            LoadConfig load,
            int copies,
            Optional<Located<Long>> memory,
            List<Text> types,
            long thinks,
            int weight,
            int priority) {
        public ProgramConfig {
            types = List.copyOf(types);
        }
    }
}
