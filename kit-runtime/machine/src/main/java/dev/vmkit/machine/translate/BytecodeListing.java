package dev.vmkit.machine.translate;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.IncrementInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The JVM code of a region as text, by the line numbers that {@link RegionWriter} gives it. It reads like that of
 * {@code javap}, but variables have names, all constants are pushed alike, and what is computed for one store or jump stands
 * on one line. Jumps lead to the byte that a line begins with.
 */
final class BytecodeListing {
    private final CodeAttribute code;
    private final VariableNames names;

    private BytecodeListing(CodeAttribute code, VariableNames names) {
        this.code = code;
        this.names = names;
    }

    /** Lines of text by line number. */
    static Map<Integer, List<String>> of(WrittenClass written, VariableNames names) {
        CodeAttribute code = ClassFile.of().parse(written.bytes()).methods().stream()
                .filter(method -> method.methodName().equalsString("run"))
                .flatMap(method -> method.code().stream())
                .map(CodeAttribute.class::cast)
                .findFirst()
                .orElseThrow();
        return new BytecodeListing(code, names).lines();
    }

    private Map<Integer, List<String>> lines() {
        Map<Integer, List<String>> lines = new TreeMap<>();
        List<String> statement = new ArrayList<>();
        int line = 0;
        int at = 0;
        for (CodeElement element : code) {
            if (element instanceof LabelTarget || element instanceof LineNumber) {
                end(statement, lines, line);
            }
            if (element instanceof LineNumber number) {
                line = number.line();
            }
            if (element instanceof Instruction i) {
                statement.add(statement.isEmpty() ? "%4d  %s".formatted(at, text(i)) : text(i));
                at += i.sizeInBytes();
                if (ends(i)) {
                    end(statement, lines, line);
                }
            }
        }
        return lines;
    }

    private static void end(List<String> statement, Map<Integer, List<String>> lines, int line) {
        if (!statement.isEmpty()) {
            lines.computeIfAbsent(line, _ -> new ArrayList<>()).add(String.join(", ", statement));
            statement.clear();
        }
    }

    /** Whether nothing is left on the stack, most often. */
    private static boolean ends(Instruction instruction) {
        return switch (instruction.opcode().kind()) {
            case STORE, ARRAY_STORE, INCREMENT, BRANCH, LOOKUP_SWITCH, TABLE_SWITCH, RETURN -> true;
            default -> instruction.opcode() == Opcode.PUTFIELD;
        };
    }

    private String text(Instruction instruction) {
        return switch (instruction) {
            case LoadInstruction l -> letter(l.typeKind()) + "load " + names.name(l.slot());
            case StoreInstruction s -> letter(s.typeKind()) + "store " + names.name(s.slot());
            case IncrementInstruction i -> "iinc " + names.name(i.slot()) + " " + i.constant();
            case ConstantInstruction c -> "push " + number(c);
            case BranchInstruction b -> word(b.opcode()) + " " + at(b.target());
            case LookupSwitchInstruction s -> "lookupswitch" + cases(s.cases()) + " else " + at(s.defaultTarget());
            case TableSwitchInstruction s -> "tableswitch" + cases(s.cases()) + " else " + at(s.defaultTarget());
            case FieldInstruction f -> word(f.opcode()) + " " + f.name().stringValue();
            case InvokeInstruction v ->
                word(v.opcode()) + " " + v.owner().asSymbol().displayName() + "."
                        + v.name().stringValue();
            default -> word(instruction.opcode());
        };
    }

    private static String number(ConstantInstruction constant) {
        return constant.constantValue() instanceof Number n && Math.abs(n.longValue()) > 9
                ? "0x" + Long.toHexString(n.longValue())
                : constant.constantValue().toString();
    }

    private String cases(List<SwitchCase> cases) {
        StringBuilder text = new StringBuilder();
        cases.forEach(c -> text.append(' ')
                .append(c.caseValue())
                .append(": ")
                .append(at(c.target()))
                .append(','));
        return text.toString();
    }

    private int at(Label label) {
        return code.labelToBci(label);
    }

    private static String letter(TypeKind kind) {
        return switch (kind) {
            case LONG -> "l";
            case DOUBLE -> "d";
            case FLOAT -> "f";
            case REFERENCE -> "a";
            default -> "i";
        };
    }

    private static String word(Opcode opcode) {
        return opcode.name().toLowerCase(Locale.ROOT);
    }
}
