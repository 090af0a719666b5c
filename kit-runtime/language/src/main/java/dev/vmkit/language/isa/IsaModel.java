package dev.vmkit.language.isa;

import dev.vmkit.language.ieee.FloatRules;
import dev.vmkit.language.text.Span;
import dev.vmkit.language.text.Text;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * An instruction set as declared, for one choice of parameters and features: families expanded, names resolved,
 * semantics not yet checked. All maps keep the order of the file.
 *
 * @param span where {@code isa:} stands
 * @param params values of the parameters, such as {@code XLEN = 64}
 * @param features the features switched on
 * @param widths widths of the named types, such as {@code xlen}
 * @param constants named numbers of {@code constants} and {@code enums}
 * @param fetch the space instructions come from
 * @param registers storage, in slot order; the one with the role {@code pc} is {@link #pc()}
 * @param leftOut what bodies may mention although this choice does not have it
 * @param functions, externs by name; their bodies are still text
 * @param traps by name; {@code illegal}, raised for bits that no form matches, is always among them
 * @param hooks bodies of {@code trap}, {@code interrupt}, {@code reset}, {@code step}, by name; the condition under
 *     which an interrupt is taken is the pseudo-hook {@code pending}
 * @param elf what an ELF file for this instruction set says of itself
 * @param floats what floating-point operations do where the standard leaves a choice
 * @param boot how firmware and operating systems expect to be started
 * @param requests which interrupts it can be asked for
 * @param privilege which state says what is allowed, and whose the rest is
 */
public record IsaModel(
        String name,
        String doc,
        Span span,
        ByteOrder byteOrder,
        Map<String, Long> params,
        Set<String> features,
        Map<String, Integer> widths,
        Map<String, Layout> layouts,
        Map<String, Long> constants,
        Map<String, Space> spaces,
        Space fetch,
        List<RegisterFile> registers,
        LeftOut leftOut,
        Map<String, RegisterView> views,
        Map<String, RegisterMap> maps,
        Map<String, FunctionDeclaration> functions,
        Map<String, ExternDeclaration> externs,
        Map<String, TrapDeclaration> traps,
        List<Form> forms,
        List<Alias> aliases,
        Map<String, Text> hooks,
        AsmSettings asm,
        Optional<ElfTarget> elf,
        FloatRules floats,
        Optional<BootProtocol> boot,
        Requests requests,
        Optional<Privilege> privilege) {
    public IsaModel {
        registers = List.copyOf(registers);
        forms = List.copyOf(forms);
        aliases = List.copyOf(aliases);
        params = Collections.unmodifiableMap(params);
        widths = Collections.unmodifiableMap(widths);
        layouts = Collections.unmodifiableMap(layouts);
        constants = Collections.unmodifiableMap(constants);
        spaces = Collections.unmodifiableMap(spaces);
        views = Collections.unmodifiableMap(views);
        maps = Collections.unmodifiableMap(maps);
        functions = Collections.unmodifiableMap(functions);
        externs = Collections.unmodifiableMap(externs);
        traps = Collections.unmodifiableMap(traps);
        hooks = Collections.unmodifiableMap(hooks);
        features = Collections.unmodifiableSet(features);
    }

    /** Without ELF files, operating systems and modes, and with floating point as is usual. */
    public IsaModel(
            String name,
            String doc,
            Span span,
            ByteOrder byteOrder,
            Map<String, Long> params,
            Set<String> features,
            Map<String, Integer> widths,
            Map<String, Layout> layouts,
            Map<String, Long> constants,
            Map<String, Space> spaces,
            Space fetch,
            List<RegisterFile> registers,
            Map<String, RegisterView> views,
            Map<String, RegisterMap> maps,
            Map<String, FunctionDeclaration> functions,
            Map<String, ExternDeclaration> externs,
            Map<String, TrapDeclaration> traps,
            List<Form> forms,
            List<Alias> aliases,
            Map<String, Text> hooks,
            AsmSettings asm) {
        this(
                name,
                doc,
                span,
                byteOrder,
                params,
                features,
                widths,
                layouts,
                constants,
                spaces,
                fetch,
                registers,
                LeftOut.NOTHING,
                views,
                maps,
                functions,
                externs,
                traps,
                forms,
                aliases,
                hooks,
                asm,
                Optional.empty(),
                FloatRules.DEFAULT,
                Optional.empty(),
                Requests.ANY,
                Optional.empty());
    }

    /** The same with other spaces, under the same names, and other registers. */
    public IsaModel with(Map<String, Space> otherSpaces, List<RegisterFile> otherRegisters) {
        return new IsaModel(
                name,
                doc,
                span,
                byteOrder,
                params,
                features,
                widths,
                layouts,
                constants,
                otherSpaces,
                Objects.requireNonNull(otherSpaces.get(fetch.name())),
                otherRegisters,
                leftOut,
                views,
                maps,
                functions,
                externs,
                traps,
                forms,
                aliases,
                hooks,
                asm,
                elf,
                floats,
                boot,
                requests,
                privilege);
    }

    /** The register file of that name, if there is one. */
    public Optional<RegisterFile> register(String name) {
        return registers.stream().filter(r -> r.name().equals(name)).findFirst();
    }

    /** The program counter. */
    public RegisterFile pc() {
        return registers.stream().filter(RegisterFile::isPc).findFirst().orElseThrow();
    }

    /** The number of slots that hold all registers. */
    public int slots() {
        return registers.stream().mapToInt(RegisterFile::count).sum();
    }
}
