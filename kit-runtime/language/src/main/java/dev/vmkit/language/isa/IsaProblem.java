package dev.vmkit.language.isa;

import dev.vmkit.language.text.Problem;

/** Mistakes in an instruction-set definition that concern its structure; those in its semantics are another stage's. */
public enum IsaProblem implements Problem {
    NOT_A_DEFINITION(
            "K200",
            "this is not an instruction-set definition",
            "A definition is a YAML mapping that begins with 'isa: name'. Its other keys are listed in the reference;"
                    + " the smallest useful definition has spaces, registers (one of them with role: pc) and"
                    + " instructions."),
    BAD_NAME(
            "K204",
            "this cannot be a name",
            "A name begins with a letter or an underscore, goes on with letters, digits and underscores, and may end"
                    + " in apostrophes (AF'). Words of the semantics language, such as 'if' and 'let', cannot be names,"
                    + " for a body could never mention them."),
    DEFINED_TWICE(
            "K205",
            "two things have one name",
            "Names of one kind differ from each other; where the assembler ignores case, names of registers differ in"
                    + " more than case. A definition that extends another one redefines a name of it with 'replace:"
                    + " true'."),
    UNKNOWN_NAME(
            "K206",
            "nothing has this name",
            "The name is not declared, or it is declared only under a condition ('when:') that does not hold for the"
                    + " parameters and features chosen."),
    BAD_NUMBER(
            "K207",
            "this is not a number",
            "Numbers are decimal (12), hexadecimal (0x1F) or binary (0b101), with a minus sign where they are"
                + " negative. Widths, counts and conditions may also use the names of parameters, the operators + - *"
                + " == != < <= > >= && || ! and has(FEATURE)."),
    OUT_OF_RANGE(
            "K208",
            "a number is out of range",
            "Values are at most 64 bits wide, all registers together have at most 65,536 slots, and a value must fit"
                    + " the bits it is kept in."),
    BAD_CHOICE(
            "K209",
            "a parameter, feature or variant cannot be chosen so",
            "A definition says with params:, features: and variants: what may be chosen. A parameter takes one of its"
                    + " choices; a variant gives values to declared parameters and features."),
    EXTENDS_NOTHING(
            "K210",
            "the definition to extend is not found",
            "'extends: NAME' looks for an instruction set of that name beside the file and among the plugins."),
    EXTENDS_ITSELF(
            "K211",
            "a definition extends itself",
            "Following 'extends:' from file to file came back to the file where it began."),
    NEEDS_REPLACE(
            "K212",
            "a redefinition must say 'replace: true'",
            "A definition that extends another one adds names to it. To change what is there, write 'replace: true' in"
                    + " the new declaration, so that nothing is redefined by accident."),
    REPLACES_NOTHING(
            "K213",
            "'replace: true' but there is nothing to replace",
            "The definition that is extended has no declaration of this name; perhaps the name is misspelt, or the"
                    + " declaration is new and needs no 'replace'."),
    BAD_OPERAND(
            "K214",
            "an operand is not declared properly",
            "An operand is a register of a file (reg), one of some registers (regs), a number (int, leb), a word"
                    + " (enum), a mode (choice), or a number whose code two functions compute (custom, with decode and"
                    + " encode)."),
    BAD_WORD("K215", "another word was expected", "The key takes one of a few words; the message lists them."),
    NO_MEANING(
            "K216",
            "an instruction says nothing, or two things, about what it does",
            "An instruction has 'do' with its semantics, which may be empty (\"\") if it does nothing, or 'is' with the"
                    + " instruction it stands for."),
    BAD_ENCODING(
            "K220",
            "this encoding cannot be read",
            "An encoding is a list of words separated by commas. A word is written from its most significant bit down,"
                    + " as the manual draws it, of bits (0101), hexadecimal digits (0x4C), names of operands, slices of"
                    + " operands (off[12|10:5]) and '-' for each bit that the processor ignores."),
    WORD_WIDTH(
            "K221",
            "a word is not a whole number of address units",
            "Instructions lie in memory in units of the space they are fetched from (8 bits for a byte machine). Count"
                    + " the bits of the word: every operand has the width its declaration gives it."),
    BIT_NOWHERE(
            "K222",
            "a bit of an operand is not in the encoding",
            "Every bit of an operand must be placed exactly once, otherwise two different instructions would have the"
                    + " same bits. Bits below an operand's step are always 0 and need no place."),
    BIT_TWICE(
            "K223",
            "a bit of an operand is placed twice",
            "Every bit of an operand must be placed exactly once, otherwise some bit patterns would contradict"
                    + " themselves."),
    SLICE_OUTSIDE(
            "K224",
            "a slice reaches outside its operand",
            "A slice off[hi:lo] counts the bits of the operand's value from 0. Bits below the step are always 0 and"
                    + " cannot be placed."),
    NOT_IN_SYNTAX(
            "K225",
            "an operand of the encoding is not in the assembly syntax",
            "The assembler learns an operand's value from the line of assembly alone. An operand that is in 'encode'"
                + " but not in 'asm' or 'syntax' would have no value; write it as {name} in the syntax, or write fixed"
                + " bits or '-' in the encoding."),
    NOT_IN_ENCODING(
            "K226",
            "an operand of the syntax is not in the encoding",
            "What is written in assembly must reach the bits, or the disassembler could not print it again."),
    TOO_LONG("K227", "an encoding is too long", "A word has at most 64 bits and an instruction at most 64 bytes."),
    BAD_SYNTAX(
            "K230",
            "this assembly syntax cannot be read",
            "In 'asm' and 'syntax' an operand stands in braces, {rd}; all else stands for itself. A line begins with"
                    + " the mnemonic; each operand is mentioned once."),
    ROW_LENGTH(
            "K240",
            "a row does not fit the columns",
            "A family declares its columns once; each row has one cell for each of them, in that order."),
    BAD_COLUMN(
            "K241",
            "a column is used in a way its type does not allow",
            "A column of type bits is used in the encoding by its name; columns of type expr and do are used in the"
                    + " semantics as $name; a column of type text is used as $name in the syntax, mnemonic, encoding or"
                    + " 'is'. The cells of a bits column have one width."),
    BAD_LIKE(
            "K242",
            "a copy of an instruction does not work out",
            "'like: x' copies the instruction or family x and takes other values for the keys it writes itself;"
                    + " 'with: { a: b }' renames the operand a to b in what is copied. Copies may not form a circle."),
    BAD_TABLE(
            "K243",
            "a table of prefixed copies does not work out",
            "A table copies each instruction that mentions a name under 'replace', with the names replaced, behind the"
                    + " words of 'prefix'. 'skip' names instructions that are not copied."),
    BAD_MODES(
            "K250",
            "the modes of a set do not fit each other",
            "The bit patterns of a mode set have one width, and no value of those bits may match two of them."),
    BAD_MODE(
            "K251",
            "a mode is not declared completely",
            "A mode says how it is written (asm) and what it stands for: a place that can be read and written (at), or"
                    + " a value (get) and what a write does (set)."),
    DUPLICATE_FORM(
            "K260",
            "two forms of instructions have one id",
            "Every form has its own id, so that assembly and messages can name it: the key, or the name of the row,"
                    + " with the modes chosen. Add something behind a slash to one of them: add/imm."),
    BAD_STANDS_FOR(
            "K261",
            "'is:' does not name an instruction properly",
            "'is: addi(rd: rdq, rs1: sp, imm12: u10)' defines a form by the one it stands for, giving each operand of"
                    + " that form an operand of this one, a register or a number."),
    TOO_MANY(
            "K262",
            "the definition expands into too much",
            "All families, modes and tables together may give at most 100,000 forms. Registers picked by number should"
                    + " stay operands (reg, regs), which cost one form for all of them."),
    NO_PROGRAM_COUNTER(
            "K263",
            "one register must be the program counter",
            "Exactly one register has 'role: pc', a single one; it holds the address of the instruction. A register"
                    + " with 'role: lines' shows the interrupt lines and is a single one too."),
    NO_TIMER_LINE(
            "K267",
            "a timer without its interrupt line",
            "A register with 'role: timer' raises the interrupt line that 'line:' names while the machine's time"
                + " counter is at or past its value. Lines are the bits of the register with 'role: lines', which must"
                + " have that bit; registers of other roles have no 'line:'."),
    NO_FETCH_SPACE(
            "K265",
            "it is not known where instructions lie",
            "Under 'spaces:' an instruction set declares the address spaces it uses; 'fetch:' names the one that"
                    + " instructions come from. It may be left out if there is one space only, or one called mem."),
    BAD_SPACE(
            "K266",
            "a space lies over itself",
            "'over:' names the space that addresses refer to after translation; the last one of such a chain is"
                    + " physical memory and lies over nothing."),
    BAD_ALIAS(
            "K264",
            "an alias does not work out",
            "An alias is a line of assembly with holes, and the instruction or instructions it stands for, with the"
                    + " same holes; each hole is the name of an operand.");

    private final String code;
    private final String title;
    private final String explanation;

    IsaProblem(String code, String title, String explanation) {
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
