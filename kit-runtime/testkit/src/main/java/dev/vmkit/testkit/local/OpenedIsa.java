package dev.vmkit.testkit.local;

import dev.vmkit.assembly.assemble.PluginExterns;
import dev.vmkit.language.codec.Assembler;
import dev.vmkit.language.codec.Decoder;
import dev.vmkit.language.codec.Decoding;
import dev.vmkit.language.codec.Disassembler;
import dev.vmkit.language.codec.Program;
import dev.vmkit.language.codec.Symbols;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.ByteOrder;
import dev.vmkit.language.isa.IsaLoader;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.testkit.local.LocalSubject.Opened;
import dev.vmkit.testkit.subject.Answer;
import dev.vmkit.testkit.subject.Question;
import dev.vmkit.testkit.subject.Question.Choices;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An instruction set that was opened. */
final class OpenedIsa implements Opened {
    private final Bench bench;
    private final Isa isa;
    private final Assembler assembler;
    private final BareExecution execution;

    /** @throws dev.vmkit.language.text.MistakeException if the definition has mistakes */
    OpenedIsa(Bench bench, Choices choices) {
        this.bench = bench;
        this.isa = load(bench, choices);
        this.assembler = Assembler.of(isa);
        this.execution = new BareExecution(isa, () -> new PluginExterns(bench.catalog(), bench.part()).bind(isa));
    }

    private static Isa load(Bench bench, Choices choices) {
        Diagnostics mistakes = new Diagnostics();
        IsaLoader.Choice choice = new IsaLoader.Choice(choices.variant(), choices.params(), choices.features());
        Optional<Isa> isa = bench.catalog().isa(bench.part(), choice, mistakes);
        mistakes.throwIfErrors();
        return isa.orElseThrow();
    }

    Isa isa() {
        return isa;
    }

    @Override
    public Answer.Opened told() {
        var memory = isa.model().fetch();
        return new Answer.Opened(Map.of("unit", (long) memory.unit(), "addresses", (long) memory.addressWidth()));
    }

    @Override
    public Answer ask(Question question) {
        return switch (question) {
            case Question.Assemble(String source, long origin) -> assembled(assemble(source, origin));
            case Question.Disassemble(List<List<Long>> codes, long address) -> disassemble(codes, address);
            case Question.Execute execute -> execution.run(execute, this::assemble);
            case Question.Analyze analyze -> IsaAnalysis.of(isa, analyze);
            case Question.Describe _ -> IsaDescription.of(isa);
            default -> bench.common(question);
        };
    }

    /** @throws dev.vmkit.language.text.MistakeException if the lines cannot be assembled */
    private Program assemble(String source, long origin) {
        Diagnostics mistakes = new Diagnostics();
        Optional<Program> program = assembler.assemble(new SourceFile("run", source), origin & mask(), mistakes);
        mistakes.throwIfErrors();
        return program.orElseThrow();
    }

    private long mask() {
        return -1L >>> (Long.SIZE - isa.model().fetch().addressWidth());
    }

    private Answer assembled(Program program) {
        return new Answer.Assembled(
                program.segments().stream()
                        .map(s -> new Answer.Segment(s.space(), s.address(), units(s.space(), s.bytes())))
                        .toList(),
                program.entry(),
                program.labels());
    }

    private List<Long> units(String space, byte[] bytes) {
        int size = java.util.Objects.requireNonNull(isa.model().spaces().get(space))
                        .unit()
                / Byte.SIZE;
        boolean big = isa.model().byteOrder() == ByteOrder.BIG;
        List<Long> units = new ArrayList<>();
        for (int from = 0; from < bytes.length; from += size) {
            long unit = 0;
            for (int i = 0; i < size; i++) {
                unit |= (bytes[from + i] & 0xFFL) << Byte.SIZE * (big ? size - 1 - i : i);
            }
            units.add(unit);
        }
        return units;
    }

    private Answer disassemble(List<List<Long>> codes, long address) {
        Decoder decoder = Decoder.of(isa);
        Disassembler disassembler = Disassembler.of(isa);
        List<String> texts = new ArrayList<>();
        for (List<Long> code : codes) {
            Decoding decoding = decoder.decode(i -> i < code.size() ? code.get(i) : 0L);
            boolean known = decoding instanceof Decoding.Decoded && decoding.units() <= code.size();
            texts.add(known ? disassembler.print((Decoding.Decoded) decoding, address, Symbols.NONE) : "");
        }
        return new Answer.Disassembled(texts);
    }

    @Override
    public void close() {
        bench.close();
    }
}
