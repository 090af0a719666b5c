package dev.vmkit.language.codec;

import dev.vmkit.language.ir.Effects;
import dev.vmkit.language.ir.Expr;
import dev.vmkit.language.ir.Instruction;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.ir.Stmt;
import dev.vmkit.language.isa.Alias;
import dev.vmkit.language.isa.AsmSettings;
import dev.vmkit.language.isa.ByteOrder;
import dev.vmkit.language.isa.Encoding;
import dev.vmkit.language.isa.Form;
import dev.vmkit.language.isa.IsaModel;
import dev.vmkit.language.isa.Operand;
import dev.vmkit.language.isa.RegisterFile;
import dev.vmkit.language.isa.Space;
import dev.vmkit.language.isa.Syntax;
import dev.vmkit.language.text.Span;
import dev.vmkit.language.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Makes small instruction sets for tests without a definition file: encodings and syntax as in one, empty bodies. */
final class IsaBuilder {
    private static final Span NOWHERE = Text.synthetic("test", "").span();
    private static final Pattern PIECE = Pattern.compile("0x[0-9A-Fa-f]+|[01]+|-+|([A-Za-z]\\w*)(?:\\[([0-9:|]+)])?");
    private static final Pattern SYNTAX = Pattern.compile("\\{(\\w+)}|\\s+|[^{\\s]+");
    private static final Effects NONE =
            new Effects(Set.of(), Set.of(), false, false, false, false, false, false, Set.of());

    final ByteOrder order;
    final int unit;
    final int addressWidth;
    private final Map<String, Operand> operands = new LinkedHashMap<>();
    private final Map<String, RegisterFile> files = new LinkedHashMap<>();
    private final List<Instruction> instructions = new ArrayList<>();
    private final List<Alias> aliases = new ArrayList<>();
    private AsmSettings asm =
            new AsmSettings(List.of(";"), List.of("0x"), List.of("0b"), List.of(""), Map.of(), Map.of(), false);

    IsaBuilder(ByteOrder order, int unit, int addressWidth) {
        this.order = order;
        this.unit = unit;
        this.addressWidth = addressWidth;
        files.put("pc", file("pc", 1, List.of("pc"), RegisterFile.Role.PC));
    }

    private static RegisterFile file(String name, int count, List<String> names, RegisterFile.Role role) {
        return new RegisterFile(name, 0, count, 16, names, OptionalInt.empty(), 0, 0, Map.of(), false, role, NOWHERE);
    }

    IsaBuilder asm(AsmSettings settings) {
        asm = settings;
        return this;
    }

    IsaBuilder file(String name, int count, String prefix) {
        files.put(
                name,
                file(
                        name,
                        count,
                        IntStream.range(0, count).mapToObj(i -> prefix + i).toList(),
                        RegisterFile.Role.NONE));
        return this;
    }

    IsaBuilder register(String file, int codeWidth, int first, int last, String... names) {
        for (String name : names) {
            operands.put(name, new Operand.Register(name, files.get(file), codeWidth, first, last, NOWHERE));
        }
        return this;
    }

    IsaBuilder choice(String name, int codeWidth, String... registers) {
        List<Optional<String>> list = new ArrayList<>();
        for (String r : registers) {
            list.add(r.equals("_") ? Optional.empty() : Optional.of(r));
        }
        operands.put(name, new Operand.Choice(name, list, codeWidth, NOWHERE));
        return this;
    }

    IsaBuilder number(String name, String type, long step, long bias, Operand.Relative relative, Long... not) {
        return number(name, type, step, bias, relative, Operand.Format.DECIMAL, not);
    }

    IsaBuilder number(
            String name,
            String type,
            long step,
            long bias,
            Operand.Relative relative,
            Operand.Format format,
            Long... not) {
        operands.put(
                name,
                new Operand.Immediate(
                        name,
                        type.startsWith("s"),
                        Integer.parseInt(type.substring(1)),
                        step,
                        bias,
                        List.of(not),
                        relative,
                        format,
                        Map.of(),
                        NOWHERE));
        return this;
    }

    IsaBuilder number(String name, String type) {
        return number(name, type, 1, 0, Operand.Relative.NONE);
    }

    IsaBuilder words(String name, int codeWidth, Map<String, Long> words) {
        operands.put(name, new Operand.Enumerated(name, words, codeWidth, NOWHERE));
        return this;
    }

    IsaBuilder leb(String name, String type) {
        operands.put(name, new Operand.Leb(name, type.startsWith("s"), Integer.parseInt(type.substring(1)), NOWHERE));
        return this;
    }

    IsaBuilder alias(String template, String... expansion) {
        List<Text> lines = new ArrayList<>();
        for (String line : expansion) {
            lines.add(Text.synthetic("alias", line));
        }
        aliases.add(new Alias(Text.synthetic("alias", template), lines, NOWHERE));
        return this;
    }

    IsaBuilder form(String id, String encode, String syntax) {
        return form(id, encode, syntax, Optional.empty(), List.of());
    }

    /** A form; {@code where} is over the operands in the order of the syntax. */
    IsaBuilder form(String id, String encode, String syntax, Optional<Expr> where, List<String> overrides) {
        List<Operand> own = new ArrayList<>();
        Syntax parsed = syntax(syntax, own);
        Form form = new Form(
                id,
                syntax.split("[ {]", 2)[0],
                "",
                encoding(encode, own),
                parsed,
                own,
                Map.of(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                overrides,
                0,
                true,
                true,
                Text.synthetic("test", id).span());
        instructions.add(new Instruction(form, where, Stmt.Block.EMPTY, 0, NONE));
        return this;
    }

    private Syntax syntax(String syntax, List<Operand> own) {
        List<Syntax.Token> tokens = new ArrayList<>();
        Matcher m = SYNTAX.matcher(syntax);
        while (m.find()) {
            if (m.group(1) != null) {
                tokens.add(new Syntax.Hole(own.size()));
                own.add(operands.get(m.group(1)));
            } else {
                tokens.add(m.group().isBlank() ? new Syntax.Gap() : new Syntax.Literal(m.group()));
            }
        }
        return new Syntax(tokens);
    }

    private static Encoding encoding(String encode, List<Operand> own) {
        List<Encoding.Word> words = new ArrayList<>();
        for (String word : encode.split(",")) {
            List<Encoding.Piece> pieces = new ArrayList<>();
            Matcher m = PIECE.matcher(word);
            while (m.find()) {
                pieces.addAll(pieces(m, own));
            }
            words.add(new Encoding.Word(pieces));
        }
        return new Encoding(words);
    }

    private static List<Encoding.Piece> pieces(Matcher m, List<Operand> own) {
        String text = m.group();
        if (text.startsWith("0x")) {
            return List.of(new Encoding.Fixed(4 * (text.length() - 2), Long.parseLong(text.substring(2), 16)));
        }
        if (text.startsWith("-")) {
            return List.of(new Encoding.Ignored(text.length()));
        }
        return m.group(1) == null
                ? List.of(new Encoding.Fixed(text.length(), Long.parseLong(text, 2)))
                : slices(m.group(1), Optional.ofNullable(m.group(2)), own);
    }

    private static List<Encoding.Piece> slices(String name, Optional<String> bits, List<Operand> own) {
        int index = IntStream.range(0, own.size())
                .filter(i -> own.get(i).name().equals(name))
                .findFirst()
                .orElseThrow();
        Operand operand = own.get(index);
        if (operand instanceof Operand.Leb) {
            return List.of(new Encoding.LebBytes(index));
        }
        int below = operand instanceof Operand.Immediate i ? Long.numberOfTrailingZeros(i.step()) : 0;
        if (bits.isEmpty()) {
            return List.of(new Encoding.Slice(index, operand.codeWidth() - 1, 0));
        }
        List<Encoding.Piece> slices = new ArrayList<>();
        for (String range : bits.get().split("\\|")) {
            String[] ends = range.split(":");
            int high = Integer.parseInt(ends[0]) - below;
            slices.add(new Encoding.Slice(index, high, ends.length == 1 ? high : Integer.parseInt(ends[1]) - below));
        }
        return slices;
    }

    Isa build() {
        Space mem = new Space("mem", addressWidth, unit, Optional.empty(), Optional.empty(), Map.of());
        IsaModel model = new IsaModel(
                "test",
                "",
                NOWHERE,
                order,
                Map.of(),
                Set.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of("mem", mem),
                mem,
                List.copyOf(files.values()),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(),
                instructions.stream().map(Instruction::form).toList(),
                aliases,
                Map.of(),
                asm);
        return new Isa(
                model,
                instructions,
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
