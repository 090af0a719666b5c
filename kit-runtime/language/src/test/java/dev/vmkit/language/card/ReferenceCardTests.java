package dev.vmkit.language.card;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.language.Golden;
import dev.vmkit.language.isa.Samples;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReferenceCardTests {

    @ParameterizedTest
    @MethodSource("samples")
    void everySampleHasACardThatShowsAllItsForms(String name) {
        ReferenceCard card = Cards.sample(name);
        long shown = card.sections().stream()
                .filter(Section.Instructions.class::isInstance)
                .mapToLong(s -> ((Section.Instructions) s).entries().size())
                .sum();
        assertThat(shown).isEqualTo(Samples.load(name).forms().size());
        assertThat(TextCard.render(card).lines())
                .filteredOn(line -> line.length() > 140)
                .isEmpty();
        assertThat(HtmlCard.render(card)).startsWith("<!DOCTYPE html>").contains("</html>");
    }

    static Stream<String> samples() {
        return Samples.ALL.stream();
    }

    @Test
    void theTextOfTheLittleComputersCard() {
        Golden.check("card/lc3.txt", TextCard.render(Cards.sample("lc3")));
    }

    @Test
    void groupsInstructionsByWhatTheyDo() {
        ReferenceCard card = Cards.sample("lc3");
        assertThat(Cards.entry(card, "add/reg").family()).isEqualTo(Family.COMPUTE);
        assertThat(Cards.entry(card, "LDR").family()).isEqualTo(Family.MEMORY);
        assertThat(Cards.entry(card, "STR").family()).isEqualTo(Family.MEMORY);
        assertThat(Cards.entry(card, "BR").family()).isEqualTo(Family.CONTROL);
        assertThat(Cards.entry(card, "JSR").family()).isEqualTo(Family.CONTROL);
        assertThat(Cards.entry(card, "RTI").family()).isEqualTo(Family.SYSTEM);
        assertThat(Cards.entry(card, "TRAP").family()).isEqualTo(Family.SYSTEM);
    }

    @Test
    void putsColumnsAndModesIntoTheSemantics() {
        assertThat(Cards.entry(Cards.sample("rv64i"), "lb").semantics())
                .isEqualTo("let a = rs1 + imm12; rd = sext(mem8[a])");
        assertThat(Cards.entry(Cards.sample("mos6502"), "ORA/absx").semantics())
                .isEqualTo("A = A | mem8[a16 + zext(X)]; nz(A)");
    }

    @Test
    void drawsSlicesOfAnOperandAsOneCell() {
        BitDiagram diagram = Cards.entry(Cards.sample("rv64i"), "beq").encoding();
        assertThat(diagram.words().getFirst().cells())
                .extracting(BitDiagram.Cell::label)
                .containsExactly("boff[12|10:5]", "rs2", "rs1", "000", "boff[4:1|11]", "1100011");
        assertThat(TextDiagram.row(diagram))
                .isEqualTo("|boff[12|10:5]|   rs2   |   rs1   |0 0 0| [4:1|11]|1 1 0 0 0 1 1|");
    }

    @Test
    void tellsCyclesOnlyWhereTheyDiffer() {
        assertThat(Cards.entry(Cards.sample("lc3"), "NOT").cycles()).isZero();
        assertThat(Cards.entry(Cards.sample("mos6502"), "PHA").cycles()).isPositive();
    }

    @Test
    void mapsTheOpcodesOfTheLittleComputer() {
        OpcodeMap map = Cards.map(Cards.sample("lc3"), "Opcode map");
        assertThat(map.legend()).startsWith("bits 15:14 down, bits 13:12 across; of 65,536 words ");
        assertThat(map.rows().get(3).cells())
                .extracting(OpcodeMap.Cell::mnemonics)
                .containsExactly(List.of("JMP"), List.of(), List.of("LEA"), List.of("TRAP"));
        assertThat(map.rows().get(1).cells().get(1).percent()).isEqualTo("62%");
        assertThat(map.rows().get(0).cells().get(2).percent()).isEmpty();
    }

    @Test
    void countsTheFirstBytesOfTheMos6502() {
        OpcodeMap map = Cards.map(Cards.sample("mos6502"), "Opcode map");
        assertThat(map.summary()).isEqualTo("151 of 256 first bytes begin an instruction");
        assertThat(map.rows().get(0xA).cells().get(0x9).mnemonics()).containsExactly("LDA");
    }

    @Test
    void findsTheOpcodeAndFunctionBitsOfRiscV() {
        OpcodeMap map = Cards.map(Cards.sample("rv64i"), "Opcode map");
        assertThat(map.legend()).isEqualTo("bits 6:2 down, bits 14:12 across; rows left out are undefined");
        assertThat(map.rows())
                .filteredOn(row -> row.head().equals("11000"))
                .singleElement()
                .satisfies(row -> assertThat(row.cells().get(0).mnemonics()).containsExactly("beq"));
    }

    @Test
    void givesPrefixesAMapOfTheirOwn() {
        assertThat(Cards.map(Cards.sample("z80"), "After 0xED").rows()).isNotEmpty();
    }

    @Test
    void escapesWhateverADefinitionHolds() {
        String hostile = "\"<script>alert(1)</script>&'\\e[31m\"";
        ReferenceCard card =
                Cards.of(hostile, "EVIL: { encode: \"0000000000000000\", do: \"\", doc: " + hostile + ", unused: ok }");
        assertThat(HtmlCard.render(card))
                .doesNotContain("<script>")
                .contains("<p>&lt;script&gt;alert(1)&lt;/script&gt;&amp;&#39;␛[31m</p>");
        assertThat(TextCard.render(card).chars().filter(c -> c != '\n' && Character.isISOControl(c)))
                .isEmpty();
    }

    @Test
    void thePageNeedsNothingFromOutside() {
        assertThat(HtmlCard.render(Cards.sample("lc3")))
                .doesNotContain("http")
                .doesNotContain("url(")
                .doesNotContain("src=");
    }
}
