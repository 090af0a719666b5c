package dev.vmkit.language.semantics;

import dev.vmkit.language.ir.IrPrinter;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import java.util.ArrayList;
import java.util.List;

/**
 * A body in a small definition: registers {@code r[8]}, {@code a}, {@code b} (16 bits), {@code c} (8), flags {@code N Z}
 * of {@code f} and a view {@code bc}; memory {@code mem} of bytes and {@code io} of words; operands {@code rd rs} (of
 * r), {@code imm5} (-16 to 15), {@code u8}, {@code rel} and {@code cc}.
 */
final class Snippet {
    private static final String HEAD = """
        isa: snippet
        byte-order: little
        spaces:
          mem: { addr: 16, unit: 8 }
          io:  { addr: 8, unit: 16 }
        registers:
          r:  { count: 8, width: 16, name: "R{n}" }
          a, b: { width: 16 }
          c:  { width: 8 }
          f:  { width: 8, fields: { N: 7, Z: 6, hi: "5:2" } }
          bc: { view: "b[7:0] @ c" }
          pc: { width: 16, role: pc }
        layouts:
          entry: { width: 16, fields: { V: 0, PPN: "15:4" } }
        constants: { FOUR: 4 }
        traps: { illegal: { vector: 1 }, divide: { vector: 2 } }
        operands:
          rd, rs: { reg: r }
          imm5: { int: s5 }
          u8: { int: u8 }
          rel: { int: s8, relative: next }
          cc: { enum: { nzp: 7, n: 4 } }
        """;

    private Snippet() {}

    /** The IR of an instruction with this body, or what is wrong, each place as line:column of the body. */
    static String check(String body) {
        return check("", body);
    }

    /** The same with further lines of the definition before the instructions. */
    static String check(String declarations, String body) {
        String start = HEAD + declarations + """
            instructions:
              x:
                encode: "rd rs imm5 cc 00, u8 rel"
                asm: "{rd}, {rs}, {imm5}, {cc}, {u8}, {rel}"
                unused: ok
                do: |
            """;
        SourceFile file = new SourceFile("snippet", start + body.indent(6));
        Diagnostics diagnostics = new Diagnostics();
        var isa = Checked.check(file, diagnostics);
        int before = (int) start.lines().count();
        List<String> lines = new ArrayList<>();
        diagnostics.list().forEach(d -> {
            String hint = d.hint().isEmpty() ? "" : " | " + d.hint();
            String at = d.at().map(s -> s.line() > before
                            ? (s.line() - before) + ":" + (s.column() - 6)
                            : "head " + s.line() + ":" + s.column())
                    .orElse("?");
            lines.add(at + " " + d.problem().code() + " " + d.message() + hint);
        });
        isa.filter(_ -> lines.isEmpty())
                .ifPresent(i -> lines.add(
                        IrPrinter.print(i.instructions().getFirst().body()).strip()));
        return String.join("\n", lines);
    }

    /** The whole definition with these further parts. */
    static SourceFile file(String rest) {
        return new SourceFile("snippet", HEAD + rest);
    }

    /** What is wrong with the whole definition: code, message, and the text that is marked. */
    static List<String> mistakes(String rest) {
        Diagnostics diagnostics = new Diagnostics();
        Checked.check(file(rest), diagnostics);
        return diagnostics.list().stream()
                .map(d -> d.problem().code() + " " + d.message()
                        + d.at().map(at -> " at " + at.file().content().substring(at.start(), at.end()))
                                .orElse(""))
                .toList();
    }
}
