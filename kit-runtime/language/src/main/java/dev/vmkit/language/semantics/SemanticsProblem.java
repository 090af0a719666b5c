package dev.vmkit.language.semantics;

import dev.vmkit.language.text.Problem;
import dev.vmkit.language.text.Severity;

/** What can be wrong with the semantics of a definition. */
public enum SemanticsProblem implements Problem {
    SYNTAX("K301", "text that is not in the semantics language", """
        A body is a list of statements, one a line or separated by ';': let, var, assignments, calls, if, match, for,
        raise and return. Something stands where the language expects something else; often a bracket or a ';' is
        missing just before the place that is marked.\
        """),
    TOO_DEEP("K302", "semantics nested too deeply", """
        Expressions and blocks may nest fifty levels, far more than a reader can follow. Give parts of the
        expression names with let, or move them into functions.\
        """),
    UNKNOWN_NAME("K303", "unknown name", """
        A name in a body must be a local, a parameter, an operand of the instruction, a register, a view, a field of a
        register (alone only if no other register has a field of that name), a constant, or a parameter of the ISA.
        Names are case-sensitive.\
        """),
    WIDTH("K304", "widths differ", """
        Every value has a width in bits, and widths never change by themselves: both sides of an operator, and a value
        and the place it goes to, must have the same. zext(x) widens with zeros, sext(x) with copies of the sign,
        trunc(x) and slices such as x[7:0] narrow. Numbers without a width (literals, immediates) adapt.\
        """),
    OPEN_WIDTH("K305", "a width that nothing determines", """
        zext, sext and trunc take their width from the other side of the operator or from the place the value goes to.
        Where neither tells, say it: zext(x, 16), or give the local a type: let b16 s = ...\
        """),
    RANGE("K306", "a number out of range", """
        A number adapts to a width if every value it may have fits, all as unsigned or all as signed numbers. The range
        of an immediate follows from its operand, that of arithmetic from its parts.\
        """),
    SLICE("K307", "bits that the value does not have", """
        In x[high:low] and x[bit] the bits are counted from 0 at the least significant end, so a value of 16 bits has
        bits 15 to 0. The bounds of a slice must be constant.\
        """),
    CONDITION("K308", "a condition that is not a bool", """
        Conditions, and both sides of && and ||, must be one bit wide. A wider value is compared: x != 0.\
        """),
    WIDE_NOT("K309", "'!' on a value wider than one bit", """
        '!' turns a truth value round. To turn all bits of a wider value round write ~x; to ask whether it is zero
        write x == 0.\
        """),
    SINGLE_BIT("K310", "arithmetic on single bits", """
        One bit plus one bit needs two bits: the carry would silently be lost. Widen first, zext(a) + zext(b), or use
        the operators for truth values & | ^ !.\
        """),
    NOT_WRITABLE("K311", "something that cannot be written", """
        Registers, views, fields, memory, entries of register maps and locals made by var can be assigned; so can an
        operand that stands for one of these. A let, a parameter, a number, or an operand in a mode such as immediate
        cannot.\
        """),
    UNKNOWN_TRAP("K312", "unknown trap", """
        raise names one of the traps that the definition declares under traps.\
        """),
    UNUSED_OPERAND("K313", "an operand that nothing uses", """
        An operand that the encoding and the assembly have but the body never mentions is nearly always a slip. Where
        it is meant, as for hints and fences, write unused: ok.\
        """),
    TWO_JUMPS("K314", "two jumps on one path", """
        Assigning pc says where execution goes on after the instruction. If one path through the body does it twice,
        one of the two is lost. Put them into the branches of one if ... else.\
        """),
    WRITE_BEFORE_TRAP("K315", "a register is written before a possible trap", """
        If the trap happens, the instruction has been half done: run again after the trap, it would start from changed
        registers. Compute into locals first and write registers last. Where the machine really works like that, write
        restartable: no.\
        """, Severity.WARNING),
    UNREACHABLE("K316", "a statement that is never reached", """
        raise ends the instruction and return ends the function; what follows on the same path never runs.\
        """),
    SHADOWED("K317", "a local with the name of another", """
        A local, a loop variable or a parameter of this name is already visible here. Two meanings of one name in one
        place are a trap for readers; choose another name.\
        """),
    ARGUMENTS("K318", "wrong arguments", """
        A call gives exactly one argument for each parameter, in order.\
        """),
    NO_VALUE("K319", "a call without a value used as one, or with a pair where one is needed", """
        A function whose head names no type before its name returns nothing, so it can only stand as a statement. One
        that returns a pair, (b8, bool) f(b8 a), is taken apart by let r, c = f(x).\
        """),
    RECURSION("K320", "functions that call each other in a circle", """
        Every body must end and be inlined, so no function may call itself, not even through others. Use a for loop
        with a bound.\
        """),
    UNUSED_FUNCTION("K321", "a function that nothing calls", """
        No instruction, hook or register map reaches this function. It may be left over, or a call may be missing.\
        """, Severity.WARNING),
    MISSING_RETURN("K322", "a path without a result", """
        A function with a result must return it on every path. A call of a function that raises a trap does not count,
        since the language does not look into it: add a return after it.\
        """),
    UNKNOWN_TYPE("K323", "unknown type", """
        Types are b1 to b64, bool (the same as b1), the names under types, and the names of layouts.\
        """),
    UNKNOWN_FUNCTION("K324", "unknown function", """
        What is called must be a function or an extern of the definition, the check function of a register map
        (csr_check), or built in: zext sext trunc popcount clz ctz mulhu mulhs mulhsu has tick fence flush wait
        halt, and the floating-point operations, such as fadd64 and f64_to_s32.\
        """),
    UNBOUNDED("K325", "a loop without a bound", """
        Every instruction must end. The bounds of a loop are numbers whose range is known, or the loop says at most how
        many rounds it takes: for i in 0 .. x max 256 { ... }.\
        """),
    TOO_LARGE("K326", "semantics that grow too large", """
        Functions are inlined where they are called. A function that calls another twice, which calls a third twice,
        and so on, doubles at every level. The limit is far beyond what a processor needs.\
        """),
    STANDS_FOR("K327", "an instruction that cannot stand for the other", """
        is: form(operand: value, ...) gives every operand of the other form, by name, an operand of this one, a
        register, or a number; kinds must agree and every value must be one that the other form can hold.\
        """),
    OPERANDS_ONLY("K328", "a condition that looks at more than operands", """
        where: is decided when an instruction is decoded or assembled, so it can only look at the numbers of operands
        and the codes of registers, #rd, not at what registers hold.\
        """),
    NOT_INVERSE("K329", "decode and encode do not undo each other", """
        The two functions of a custom operand must be inverse: encode(decode(code)) is code for every code. Otherwise
        a disassembled program would not assemble to the same bytes. All codes up to 16 bits are tried.\
        """),
    DUPLICATE_CASE("K330", "a value that an earlier arm already takes", """
        Each value of a match belongs to one arm.\
        """),
    NOT_CONSTANT("K331", "something that must be constant", """
        Bounds of slices, widths, values of match arms and the max of a loop are fixed when the definition is read:
        literals, constants, parameters of the ISA, and arithmetic on them.\
        """),
    UNKNOWN_FIELD("K332", "unknown field", """
        The register or layout has no field of this name.\
        """),
    FIRST_MENTION("K333", "an operand whose side effect may happen twice or not at all", """
        The mode of this operand changes a register when it is first mentioned (pre: or then:). Here the first mention
        is on some paths only, or inside a loop. Mention it before: let b16 v = operand.\
        """),
    MISPLACED("K334", "something that has no meaning here", """
        A register file needs an index, a space an address, a map a register number; operands and columns exist only
        in instructions.\
        """),
    BUILT_IN("K335", "a function with the name of a built-in one", """
        The built-in functions keep their meaning everywhere; choose another name.\
        """),
    NEVER_NEGATIVE("K336", "a comparison with 0 that always comes out the same", """
        The operators < and >= compare numbers without a sign, of which none is below 0. <s and >=s look at the sign.\
        """, Severity.WARNING),
    UNSEEN_CONDITION("K337", "a condition on more than registers", """
        'pending' and 'due' decide between two instructions, and are asked when a register that they mention is written or \
        a line changes. What lies in memory or comes from outside changes unseen; and being asked must change nothing.\
        """);

    private final String code;
    private final String title;
    private final String explanation;
    private final Severity severity;

    SemanticsProblem(String code, String title, String explanation) {
        this(code, title, explanation, Severity.ERROR);
    }

    SemanticsProblem(String code, String title, String explanation, Severity severity) {
        this.code = code;
        this.title = title;
        this.explanation = explanation;
        this.severity = severity;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String explanation() {
        return explanation;
    }

    @Override
    public Severity severity() {
        return severity;
    }
}
