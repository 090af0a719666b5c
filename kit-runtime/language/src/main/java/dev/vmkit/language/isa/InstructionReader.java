package dev.vmkit.language.isa;

import dev.vmkit.language.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code instructions} into blueprints, one for each instruction and each row of a family. */
final class InstructionReader {
    private final Definition definition;
    private final Copies copies;
    private final Set<String> failed;
    private final Context context;
    private final List<Blueprint> blueprints = new ArrayList<>();

    /** Names of instructions with mistakes go to {@code failed}. */
    InstructionReader(Definition definition, Copies copies, Set<String> failed, Context context) {
        this.definition = definition;
        this.copies = copies;
        this.failed = failed;
        this.context = context;
    }

    List<Blueprint> read() {
        for (Declaration declaration : definition.section("instructions").values()) {
            if (!context.holds(declaration.node())) {
                continue;
            }
            Optional<Recipe> recipe = copies.recipe(declaration);
            recipe.filter(found -> context.holds(found.keys())).ifPresent(found -> instruction(declaration, found));
            if (recipe.isEmpty()) {
                failed.add(declaration.id());
            }
        }
        return blueprints;
    }

    private void instruction(Declaration declaration, Recipe recipe) {
        String subject = "instruction " + declaration.id() + ": ";
        Fields fields = Fields.of(recipe.keys(), "an instruction", subject, declaration.span(), context);
        BlueprintReader.KEYS.forEach(fields::node);
        fields.close();
        if (fields.has("columns") || fields.has("rows")) {
            blueprints.addAll(new FamilyReader(declaration, recipe, fields, failed, context).read());
            return;
        }
        Family single = Family.single(subject, context);
        Text name = declaration.name();
        new BlueprintReader(declaration.id(), fields, recipe, single, context)
                .read(name, name)
                .ifPresentOrElse(blueprints::add, () -> failed.add(declaration.id()));
    }
}
