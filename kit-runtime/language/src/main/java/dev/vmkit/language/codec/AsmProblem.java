package dev.vmkit.language.codec;

import dev.vmkit.language.text.Problem;

/** What can be wrong with an assembly source, and with the encodings and the syntax of an instruction set. */
public enum AsmProblem implements Problem {
    UNKNOWN_MNEMONIC("K401", "no instruction, alias or directive of that name", """
        A line holds labels, then an instruction, an alias or a directive. The first word that is not a label is \
        none of those. A label that stands alone needs no colon where the instruction set's assembly is written \
        that way, but one that looks like a mistyped mnemonic is taken for that unless it is used.\
        """),
    OPERANDS("K402", "the operands fit no form of the instruction", """
        An instruction may have several forms: registers, a number, an address in brackets. The operands written \
        here have the shape of none of them. The message names the forms and what each of them expected.\
        """),
    OPERAND_RANGE("K403", "the instruction cannot hold this value", """
        An operand has only so many bits. A number outside its range, a branch target too far away, a register that \
        a short form cannot name: the instruction has no encoding for it. Use a form with more room, or load the \
        value in two steps.\
        """),
    UNDEFINED_SYMBOL("K404", "no label or constant of that name", """
        An expression names a symbol that no line of the source defines. Labels are defined by standing in front of \
        an instruction or a directive, constants by '.equ NAME, value'. Symbols differ by upper and lower case.\
        """),
    DUPLICATE_SYMBOL("K405", "a symbol is defined twice", """
        A label stands for one address, a constant for one value. Both places are named; rename one of them.\
        """),
    RESERVED_NAME("K406", "the name of a label means something else here", """
        A label must not be called like a register or another word of the assembly syntax, nor read as a number: \
        where it is used, it would be taken for that. On a machine whose hexadecimal numbers start with 'x', a label \
        'x10' is the number 16.\
        """),
    UNALIGNED_TARGET("K407", "no instruction can start at this branch target", """
        The instruction counts its target in steps of several address units, so that it reaches only every second, \
        fourth ... address. The target lies between two of them: often data with an odd size stands before a label.\
        """),
    OVERLAP("K408", "two statements put bytes at one address", """
        '.org' moved back over addresses that already hold something, or two sections run into each other. Both \
        places are named.\
        """),
    TOO_LARGE("K409", "the program is too large", """
        A program holds at most 64 MiB, a source at most 16 MiB, and a line expands to a bounded number of \
        instructions. A count that is far too large is often a wrong sign: '.space end - start' with both exchanged.\
        """),
    BEYOND_SPACE("K410", "an address lies beyond the address space", """
        Addresses have a fixed number of bits; this one needs more, or the program runs over the last address.\
        """),
    NUMBER("K411", "this is not a number", """
        The characters start like a number but do not go on like one: a digit of another base, a letter, more than \
        64 bits. Which prefixes mark hexadecimal and binary numbers is up to the instruction set; 0x and 0b are \
        always understood.\
        """),
    STRING("K412", "a string or character constant is malformed", """
        A string ends with a double quote on the line on which it starts, a character constant holds one character \
        between single quotes. Escapes are \\\\n \\\\r \\\\t \\\\0 \\\\b \\\\e \\\\f \\\\a \\\\v, \\\\\\\\ \\\\" \\\\' and \\\\xHH.\
        """),
    EXPRESSION("K413", "an expression is malformed", """
        Expressions are made of numbers, character constants, symbols, '.' for the address of the statement, \
        parentheses, the operators * / % + - << >> & ^ | in this order of strength, and - ~ + in front.\
        """),
    DIVISION_BY_ZERO("K414", "division by zero", "An expression divides by zero, or takes the remainder by zero."),
    UNKNOWN_DIRECTIVE("K415", "no directive of that name", """
        Directives start with a point: .word .half .byte .dword .quad .int8 .int16 .int32 .int64 .string .asciz \
        .ascii .org .align .balign .p2align .equ .set .fill .space .global .entry .end .section .text .data \
        .rodata .bss. An instruction set may spell them its own way.\
        """),
    DIRECTIVE("K416", "the directive takes other arguments", """
        A directive has too few or too many arguments, or an argument of another kind. The message says what it \
        takes.\
        """),
    DATA_RANGE("K417", "the value does not fit the datum", """
        A datum of n bits holds numbers from -2^(n-1) to 2^n - 1: both the signed and the unsigned reading are \
        allowed, nothing beyond.\
        """),
    NOT_YET_KNOWN("K418", "this value must be known where it is used", """
        '.org', '.space', '.fill' and '.align' decide where the following lines lie, so their arguments may only \
        use numbers, constants and labels further up in the same section.\
        """),
    CIRCULAR("K419", "a constant is defined by itself", """
        Constants may use other constants and labels, defined before or after, but not, however indirectly, \
        themselves.\
        """),
    CHARACTER("K420", "a character that means nothing here", "The character belongs to no token of this assembly."),
    SECTION("K421", "a section lies in one space", """
        '.section NAME, SPACE' opens a section in an address space of the instruction set, by default the one that \
        instructions come from; the space cannot change later. Instructions go only into that space.\
        """),
    MACRO(
            "K422",
            "an alias expands without end",
            "Aliases may stand for lines with other aliases, but only a few levels deep, and never for themselves."),
    UNSETTLED("K423", "the size of an operand does not settle", """
        A LEB128 number takes as many bytes as its value needs, and the value depends on addresses that this size \
        moves. No choice of sizes agrees with itself; use a constant, or put the label elsewhere.\
        """),

    ENCODING_OVERLAP("K430", "two forms match the same bits", """
        Every word must decode in one way. Two forms that both match some word are refused, even if one is a special \
        case of the other, unless the special one says so: 'overrides: general'. Often a fixed bit is mistyped or \
        missing; otherwise narrow one form with 'where:', 'only:' or 'not:'. The witness is a word that both match.\
        """),
    UNREACHABLE_FORM("K431", "no bits decode to this form", """
        Other forms that take precedence over this one match everything that it matches, or its own constraints \
        exclude each other.\
        """),
    AMBIGUOUS_SYNTAX("K432", "one line of assembly means two forms", """
        Two forms are written with the same tokens, have the same size, and accept the same operands, so that the \
        assembler could not know which is meant. Give one another mnemonic or syntax. Forms of different size are \
        fine: the shorter one is taken.\
        """),
    ALIAS("K434", "an alias stands for no instruction", """
        What an alias expands to must be lines of this instruction set, and each hole of the expansion must be a hole \
        of the template.\
        """),
    OPERATOR("K435", "the meaning of an operator cannot be read", """
        'asm: operators' says what a prefix operator does as an expression over 'v', such as "v[7:0]" or \
        "(v + 0x800) >> 12": numbers, v, the usual operators, parentheses, and bit ranges in brackets.\
        """);

    private final String code;
    private final String title;
    private final String explanation;

    AsmProblem(String code, String title, String explanation) {
        this.code = code;
        this.title = title;
        this.explanation = explanation;
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
}
