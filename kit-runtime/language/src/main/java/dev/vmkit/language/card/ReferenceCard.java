package dev.vmkit.language.card;

import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.AsmSettings;
import dev.vmkit.language.isa.ByteOrder;
import dev.vmkit.language.isa.Form;
import dev.vmkit.language.isa.IsaModel;
import dev.vmkit.language.isa.Space;
import dev.vmkit.language.isa.TrapDeclaration;
import dev.vmkit.language.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Everything about an instruction set on a page or two.
 *
 * @param doc the definition's own summary; may be empty
 * @param facts short statements, each for itself
 * @param sections in the order to print; none is empty
 */
public record ReferenceCard(String title, String doc, List<String> facts, List<Section> sections) {

    public ReferenceCard {
        facts = List.copyOf(facts);
        sections = List.copyOf(sections);
    }

    /** The card of an ISA for the parameters and features it was loaded with. */
    public static ReferenceCard of(Isa isa) {
        IsaModel model = isa.model();
        List<InstructionEntry> entries = entries(isa);
        List<Section> sections = new ArrayList<>();
        addInstructions(sections, entries);
        sections.addAll(OpcodeMaps.of(isa, entries));
        sections.add(StateSections.registers(model));
        sections.add(StateSections.fields(model));
        model.maps().values().forEach(map -> sections.add(StateSections.map(map)));
        sections.add(Section.Table.of("Operands", List.of("Name", "Values"), OperandNotes.rows(forms(isa))));
        sections.add(aliases(model));
        sections.add(traps(model));
        sections.add(notation(model.asm()));
        sections.add(functions(model));
        sections.removeIf(ReferenceCard::isEmpty);
        return new ReferenceCard(model.name(), model.doc(), facts(isa, entries), sections);
    }

    /** Cycles are told only where they tell instructions apart. */
    private static List<InstructionEntry> entries(Isa isa) {
        boolean counted = forms(isa).stream().map(Form::cycles).distinct().count() > 1;
        return isa.instructions().stream()
                .map(i -> InstructionEntry.of(i, counted ? i.form().cycles() : 0))
                .toList();
    }

    private static List<Form> forms(Isa isa) {
        return isa.instructions().stream().map(i -> i.form()).toList();
    }

    private static void addInstructions(List<Section> sections, List<InstructionEntry> entries) {
        for (Family family : Family.values()) {
            List<InstructionEntry> members =
                    entries.stream().filter(e -> e.family() == family).toList();
            sections.add(new Section.Instructions(family.title(), family, members));
        }
    }

    private static Section aliases(IsaModel model) {
        List<List<String>> rows = model.aliases().stream()
                .map(a -> List.of(
                        withoutBraces(a.template()),
                        a.expansion().stream().map(ReferenceCard::withoutBraces).collect(Collectors.joining("; "))))
                .toList();
        return Section.Table.of("Short forms", List.of("Write", "For"), rows);
    }

    private static String withoutBraces(Text template) {
        return template.value().replace("{", "").replace("}", "");
    }

    private static Section traps(IsaModel model) {
        List<List<String>> rows = model.traps().values().stream()
                .map(t -> List.of(t.name(), attributes(t)))
                .toList();
        return Section.Table.of("Traps", List.of("Name", ""), rows);
    }

    private static String attributes(TrapDeclaration trap) {
        return trap.attributes().entrySet().stream()
                .map(a -> a.getKey() + " " + number(a.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String number(long value) {
        return value < 10 && value >= 0
                ? Long.toString(value)
                : "0x" + Long.toHexString(value).toUpperCase(Locale.ROOT);
    }

    private static Section notation(AsmSettings asm) {
        List<List<String>> rows = new ArrayList<>();
        addNotation(rows, "Comment", String.join("  ", asm.comments()));
        addNotation(rows, "Hexadecimal", examples(asm.hex(), "1F"));
        if (!asm.octal().equals(List.of("0o"))) {
            addNotation(rows, "Octal", examples(asm.octal(), "17"));
        }
        addNotation(rows, "Binary", examples(asm.binary(), "101"));
        addNotation(rows, "Decimal", examples(asm.decimal(), "42"));
        asm.directives().forEach((own, common) -> addNotation(rows, own, common));
        asm.operators().forEach((prefix, expression) -> addNotation(rows, prefix + "v", expression));
        return Section.Table.of("Assembly", List.of("", ""), rows);
    }

    private static void addNotation(List<List<String>> rows, String name, String text) {
        if (!text.isEmpty()) {
            rows.add(List.of(name, text));
        }
    }

    private static String examples(List<String> prefixes, String digits) {
        return prefixes.stream().map(p -> p + digits).collect(Collectors.joining("  "));
    }

    private static Section functions(IsaModel model) {
        List<Section.Code> pieces = new ArrayList<>();
        model.functions().values().forEach(f -> pieces.add(code(f.head().value(), f.body())));
        model.hooks().forEach((name, body) -> pieces.add(code("on " + name, body)));
        return new Section.Listing("Functions and hooks", pieces);
    }

    private static Section.Code code(String head, Text body) {
        return new Section.Code(
                head,
                body.value()
                        .lines()
                        .map(String::stripTrailing)
                        .filter(l -> !l.isEmpty())
                        .toList());
    }

    private static boolean isEmpty(Section section) {
        return switch (section) {
            case Section.Instructions s -> s.entries().isEmpty();
            case Section.Diagrams s -> s.diagrams().isEmpty();
            case Section.Table s -> s.rows().isEmpty();
            case Section.Listing s -> s.pieces().isEmpty();
            case Section.Opcodes s -> s.map().rows().isEmpty();
        };
    }

    private static List<String> facts(Isa isa, List<InstructionEntry> entries) {
        IsaModel model = isa.model();
        List<String> facts = new ArrayList<>();
        long mnemonics =
                entries.stream().map(InstructionEntry::mnemonic).distinct().count();
        facts.add(mnemonics + " mnemonics in " + entries.size() + " forms");
        model.spaces().values().forEach(space -> facts.add(space(space)));
        facts.add(model.byteOrder() == ByteOrder.BIG ? "big-endian" : "little-endian");
        facts.addAll(choices(model.params()));
        if (!model.features().isEmpty()) {
            facts.add("with " + String.join(", ", model.features()));
        }
        return facts;
    }

    private static String space(Space space) {
        return space.name() + ": " + space.addressWidth() + "-bit addresses of "
                + (space.unit() == 8 ? "bytes" : space.unit() + "-bit words");
    }

    private static List<String> choices(Map<String, Long> params) {
        return params.entrySet().stream()
                .map(p -> p.getKey() + " = " + p.getValue())
                .toList();
    }
}
