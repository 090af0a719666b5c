package dev.vmkit.language.semantics;

import dev.vmkit.language.ir.Expr;
import dev.vmkit.language.ir.Trap;
import dev.vmkit.language.isa.BitRange;
import dev.vmkit.language.isa.IsaModel;
import dev.vmkit.language.isa.Layout;
import dev.vmkit.language.isa.RegisterFile;
import dev.vmkit.language.isa.RegisterMap;
import dev.vmkit.language.isa.Space;
import dev.vmkit.language.isa.TrapDeclaration;
import dev.vmkit.language.text.Span;
import dev.vmkit.language.text.Text;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names that every body of a definition sees: registers, views, fields, spaces, maps, traps, types, constants. */
final class Definition {
    /** One register of a file by its own name. */
    record Element(RegisterFile file, int index) {
        Place place() {
            return file.isPc() ? new Place.OfPc() : new Place.OfRegister(file, new Expr.Const(64, index));
        }
    }

    /** A field of a register that may be used alone. */
    record Field(RegisterFile file, BitRange bits) {}

    private final IsaModel model;
    private final Mistakes mistakes;
    private final Map<String, RegisterFile> registers = new HashMap<>();
    private final Map<String, Element> elements = new HashMap<>();
    private final Map<String, Field> fields = new HashMap<>();
    private final Set<String> twice = new HashSet<>();
    private final Map<String, Place> views = new HashMap<>();
    private final Map<String, Trap> traps = new LinkedHashMap<>();
    private final Map<String, BigInteger> constants = new HashMap<>();
    private final Map<ParsedText, Ast.Block> bodies = new HashMap<>();
    private final Map<ParsedText, Ast.Expression> expressions = new HashMap<>();

    /** Texts are shared by many forms; each is parsed once. */
    private record ParsedText(Span span, String value) {}

    Definition(IsaModel model, Mistakes mistakes) {
        this.model = model;
        this.mistakes = mistakes;
        model.leftOut().registers().forEach(file -> registers.put(file.name(), file));
        model.registers().forEach(this::addRegister);
        addFields(model.leftOut().registers());
        addFields(model.registers());
        model.params().forEach((name, value) -> constants.put(name, BigInteger.valueOf(value)));
        model.constants().forEach((name, value) -> constants.put(name, BigInteger.valueOf(value)));
        for (TrapDeclaration trap : model.traps().values()) {
            traps.put(trap.name(), new Trap(trap, traps.size()));
        }
    }

    private void addRegister(RegisterFile file) {
        registers.put(file.name(), file);
        for (int i = 0; i < file.names().size(); i++) {
            elements.putIfAbsent(file.names().get(i), new Element(file, i));
        }
    }

    private void addFields(List<RegisterFile> files) {
        for (RegisterFile file : files) {
            if (file.exposed() && file.count() == 1) {
                file.fields().forEach((name, bits) -> addField(name, new Field(file, bits)));
            }
        }
    }

    private void addField(String name, Field field) {
        if (!twice.contains(name) && fields.putIfAbsent(name, field) != null) {
            fields.remove(name);
            twice.add(name);
        }
    }

    IsaModel model() {
        return model;
    }

    Mistakes mistakes() {
        return mistakes;
    }

    int pcWidth() {
        return model.pc().width();
    }

    Collection<Trap> traps() {
        return traps.values();
    }

    @Nullable
    Trap trap(String name) {
        return traps.get(name);
    }

    @Nullable
    RegisterFile register(String name) {
        return registers.get(name);
    }

    @Nullable
    Element element(String name) {
        return elements.get(name);
    }

    @Nullable
    Field field(String name) {
        return fields.get(name);
    }

    @Nullable
    BigInteger constant(String name) {
        return constants.get(name);
    }

    @Nullable
    Space space(String name) {
        return model.spaces().get(name);
    }

    @Nullable
    RegisterMap map(String name) {
        return model.maps().get(name);
    }

    /** The registers a view stands for, or null if there is no view of that name. */
    @Nullable
    Place view(String name) {
        Place known = views.get(name);
        if (known == null && model.views().containsKey(name)) {
            views.put(name, Place.BAD);
            known = new ViewChecker(this)
                    .place(expression(model.views().get(name).expression()));
            views.put(name, known);
        }
        return known;
    }

    /** A register, an element of a file, or a view by its name: what an operand can stand for. */
    @Nullable
    Place storage(String name) {
        RegisterFile file = registers.get(name);
        if (file != null && file.count() == 1) {
            return new Element(file, 0).place();
        }
        Element element = elements.get(name);
        return element != null ? element.place() : view(name);
    }

    /** The type of that name. */
    Optional<Type.Sized> type(String name) {
        if (name.equals("bool")) {
            return Optional.of(new Type.Sized(1));
        }
        Integer width = model.widths().get(name);
        if (width != null) {
            return Optional.of(new Type.Sized(width));
        }
        Layout layout = model.layouts().get(name);
        return layout != null ? Optional.of(new Type.Sized(layout.width(), layout)) : bits(name);
    }

    private static Optional<Type.Sized> bits(String name) {
        boolean shaped = name.length() > 1 && name.length() <= 3 && name.charAt(0) == 'b' && name.charAt(1) != '0';
        int width = 0;
        for (int i = 1; shaped && i < name.length(); i++) {
            int digit = Character.digit(name.charAt(i), 10);
            shaped = digit >= 0;
            width = 10 * width + digit;
        }
        return shaped && width <= 64 ? Optional.of(new Type.Sized(width)) : Optional.empty();
    }

    List<String> typeNames() {
        List<String> names = new ArrayList<>(List.of("bool"));
        names.addAll(model.widths().keySet());
        names.addAll(model.layouts().keySet());
        return names;
    }

    Ast.Block body(Text text) {
        return bodies.computeIfAbsent(key(text), _ -> Parser.body(text, Columns.NONE, mistakes));
    }

    /** A body in which columns stand is parsed for each row of its family. */
    Ast.Block body(Text text, Map<String, Text> columns) {
        boolean uses = !columns.isEmpty() && text.value().indexOf('$') >= 0;
        return uses ? Parser.body(text, Columns.of(columns), mistakes) : body(text);
    }

    Ast.Expression expression(Text text) {
        return expressions.computeIfAbsent(key(text), _ -> Parser.expression(text, Columns.NONE, mistakes));
    }

    private static ParsedText key(Text text) {
        return new ParsedText(text.span(), text.value());
    }

    /** What to write for a name that is a field's, and does not stand alone. */
    Optional<String> qualified(String name) {
        return registers.values().stream()
                .filter(file -> file.fields().containsKey(name))
                .map(file -> "it is a field: write " + file.name() + "." + name)
                .sorted()
                .findFirst();
    }

    /** Every name that can stand alone for a value, for suggestions. */
    void addNamesTo(Collection<String> names) {
        names.addAll(registers.keySet());
        names.addAll(model.views().keySet());
        names.addAll(fields.keySet());
        names.addAll(constants.keySet());
        names.add("next");
    }
}
