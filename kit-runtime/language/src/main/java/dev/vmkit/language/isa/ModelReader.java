package dev.vmkit.language.isa;

import dev.vmkit.language.text.Text;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads all sections of a merged definition, each by its own reader, and puts the model together. */
final class ModelReader {
    private final Definition definition;
    private final Parameters parameters;
    private final Context context;

    ModelReader(Definition definition, Parameters parameters, Mistakes mistakes) {
        this.definition = definition;
        this.parameters = parameters;
        this.context = new Context(parameters, mistakes);
    }

    IsaModel read() {
        StateReader state = new StateReader(definition, context);
        BehaviourReader behaviour = new BehaviourReader(definition, context);
        AsmSettings asm = new AssemblyReader(definition, context).settings();
        Registers registers = new RegisterReader(context, asm.caseSensitive()).read(definition);
        SpaceReader spaceReader = new SpaceReader(definition, registers, context);
        Map<String, Space> spaces = spaceReader.spaces();
        Space fetch = spaceReader.fetch();
        Vocabulary vocabulary = vocabulary(registers);
        return new IsaModel(
                definition.name().value(),
                definition
                        .setting("doc")
                        .flatMap(context.values()::text)
                        .map(Text::value)
                        .orElse(""),
                definition.name().span(),
                state.byteOrder(),
                parameters.values(),
                parameters.featuresOn(),
                state.widths(),
                state.layouts(),
                state.constants(),
                spaces,
                fetch,
                registers.list(),
                new LeftOut(List.copyOf(registers.leftOut().values()), behaviour.functionsLeftOut()),
                registers.views(),
                new RegisterMapReader(definition, registers, context).read(),
                behaviour.functions(),
                behaviour.externs(registers),
                behaviour.traps(),
                forms(vocabulary, registers, fetch),
                new AliasReader(definition, vocabulary, context).read(),
                behaviour.hooks(),
                asm,
                elf(),
                new FloatRulesReader(definition, context).read(),
                new BootReader(definition, registers, context).read(),
                requests(),
                new PrivilegeReader(definition, registers, context).read());
    }

    private Vocabulary vocabulary(Registers registers) {
        Set<String> broken = new LinkedHashSet<>();
        Map<String, Operand> operands = new OperandReader(definition, registers, broken, context).read();
        Map<String, ModeSet> sets = new ModeReader(definition, operands, broken, context).read();
        return new Vocabulary(operands, sets, broken);
    }

    private List<Form> forms(Vocabulary vocabulary, Registers registers, Space fetch) {
        Set<String> failed = new LinkedHashSet<>();
        Copies copies = new Copies(definition.section("instructions"), vocabulary, registers, context);
        List<Blueprint> instructions = new InstructionReader(definition, copies, failed, context).read();
        List<Blueprint> all = new TableExpansion(definition, vocabulary, registers, context).expand(instructions);
        FormExpansion expansion = new FormExpansion(definition, vocabulary, fetch.unit(), context);
        FormChecks checks = new FormChecks(registers, failed, context.mistakes());
        Map<String, Blueprint> blueprints = new LinkedHashMap<>();

        for (Blueprint blueprint : all) {
            List<Form> forms = expansion.expand(blueprint);
            if (forms.isEmpty()) {
                failed.addAll(List.of(blueprint.id(), blueprint.entry()));
            }
            for (Form form : forms) {
                if (checks.add(form, blueprint)) {
                    blueprints.put(form.id(), blueprint);
                }
            }
        }
        return checks.finish(blueprints);
    }

    private Requests requests() {
        return definition
                .setting("interrupts")
                .flatMap(node -> Fields.of(node, "'interrupts'", "interrupts: ", context))
                .map(fields -> {
                    Requests requests = new Requests(
                            fields.number("inputs", 0, Requests.MOST, Requests.MOST),
                            fields.number("every", 1, Requests.MOST, 1),
                            fields.number("levels", 0, Requests.MOST, Requests.MOST));
                    fields.close();
                    return requests;
                })
                .orElse(Requests.ANY);
    }

    private Optional<ElfTarget> elf() {
        return definition
                .setting("elf")
                .flatMap(node -> Fields.of(node, "'elf'", "elf: ", context))
                .map(fields -> {
                    fields.require("machine");
                    int width = fields.number("class", 32, 64, 32) == 64 ? 64 : 32;
                    ElfTarget target = new ElfTarget(fields.number("machine", 0, 65_535, 0), width);
                    fields.close();
                    return target;
                });
    }
}
