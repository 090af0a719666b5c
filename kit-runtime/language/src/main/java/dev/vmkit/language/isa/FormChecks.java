package dev.vmkit.language.isa;

import dev.vmkit.language.text.Span;
import dev.vmkit.language.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What can be checked only when all forms are known: their ids, and what they say of each other. */
final class FormChecks {
    private static final Pattern NUMBER = Pattern.compile("-?(0[xX][0-9A-Fa-f]+|0[bB][01]+|\\d+)");

    private final Set<String> registers;
    private final Set<String> failed;
    private final Mistakes mistakes;
    private final Map<String, Form> byId = new LinkedHashMap<>();
    private final Map<String, List<String>> idsByName = new LinkedHashMap<>();

    /** Instructions of the names {@code failed} have mistakes that were told already. */
    FormChecks(Registers registers, Set<String> failed, Mistakes mistakes) {
        this.registers = registers.names();
        this.failed = failed;
        this.mistakes = mistakes;
    }

    /** Notes a form of a blueprint; tells if its id is taken. */
    boolean add(Form form, Blueprint blueprint) {
        Form other = byId.putIfAbsent(form.id(), form);
        if (other != null) {
            mistakes.clash(
                    IsaProblem.DUPLICATE_FORM,
                    form.span(),
                    "two forms are called '" + form.id() + "'",
                    "add something behind a slash to one of them",
                    other.span(),
                    "the other one");
            return false;
        }
        for (String name : new LinkedHashSet<>(List.of(form.id(), blueprint.id(), blueprint.entry()))) {
            idsByName.computeIfAbsent(name, any -> new ArrayList<>()).add(form.id());
        }
        return true;
    }

    /** All forms, with the names under {@code overrides} replaced by the ids of the forms they mean. */
    List<Form> finish(Map<String, Blueprint> blueprints) {
        List<Form> forms = new ArrayList<>();
        for (Form form : byId.values()) {
            form.standsFor().ifPresent(standsFor -> checkStandsFor(form, standsFor));
            Blueprint blueprint = blueprints.get(form.id());
            List<Text> overrides =
                    blueprint == null ? List.of() : blueprint.traits().overrides();
            forms.add(overrides.isEmpty() ? form : withOverrides(form, overrides));
        }
        return forms;
    }

    private Form withOverrides(Form form, List<Text> names) {
        Set<String> ids = new LinkedHashSet<>();
        for (Text name : names) {
            List<String> found = idsByName.getOrDefault(name.value(), List.of());
            if (found.isEmpty() && !failed.contains(name.value())) {
                mistakes.unknown(
                        name.span(),
                        "instruction " + form.id() + ": overrides: ",
                        "form",
                        name.value(),
                        idsByName.keySet());
            }
            ids.addAll(found);
        }
        ids.remove(form.id());
        return form.overriding(List.copyOf(ids));
    }

    private void checkStandsFor(Form form, Form.StandsFor standsFor) {
        String subject = "instruction " + form.id() + ": ";
        Optional<Form> target = target(standsFor.form().value());
        if (target.isEmpty()) {
            if (!failed.contains(standsFor.form().value())) {
                mistakes.unknown(
                        standsFor.form().span(),
                        subject,
                        "instruction",
                        standsFor.form().value(),
                        byId.keySet());
            }
            return;
        }
        List<String> wanted =
                target.get().operands().stream().map(Operand::name).toList();
        int before = mistakes.soFar();
        standsFor.arguments().forEach((name, value) -> {
            if (!wanted.contains(name)) {
                mistakes.unknown(value.span(), subject + "'" + target.get().id() + "' has ", "operand", name, wanted);
            } else {
                checkValue(form, value, subject);
            }
        });
        for (String name : wanted) {
            if (mistakes.soFar() == before && !standsFor.arguments().containsKey(name)) {
                tell(
                        standsFor.span(),
                        subject + "operand '" + name + "' of '" + target.get().id() + "' has no value");
            }
        }
    }

    private void tell(Span at, String message) {
        mistakes.tell(IsaProblem.BAD_STANDS_FOR, at, message, "write each one as name: value");
    }

    /** The form of that id, else the only one of that mnemonic. */
    private Optional<Form> target(String name) {
        if (byId.containsKey(name)) {
            return Optional.ofNullable(byId.get(name));
        }
        List<Form> named =
                byId.values().stream().filter(f -> f.mnemonic().equals(name)).toList();
        return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
    }

    private void checkValue(Form form, Text value, String subject) {
        boolean number = NUMBER.matcher(value.value()).matches();
        if (!number && form.operandIndex(value.value()) < 0 && !registers.contains(value.value())) {
            List<String> known = new ArrayList<>();
            form.operands().forEach(operand -> known.add(operand.name()));
            known.addAll(registers);
            mistakes.unknown(value.span(), subject, "operand or register", value.value(), known);
        }
    }
}
