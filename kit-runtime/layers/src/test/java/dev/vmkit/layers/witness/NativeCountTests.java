package dev.vmkit.layers.witness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.language.codec.Assembler;
import dev.vmkit.language.codec.Program;
import dev.vmkit.language.codec.Symbols;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.sensitivity.ModePair;
import dev.vmkit.language.sensitivity.Verdict;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.machine.execute.InterpretEngine;
import dev.vmkit.machine.hart.Hart;
import dev.vmkit.machine.memory.AddressSpace;
import dev.vmkit.machine.memory.Ram;
import dev.vmkit.machine.trace.Tracer;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A run without a monitor foretells the exits of one with it. */
class NativeCountTests {
    private static final String PROGRAM = """
                LA   R1,0x100(R2)
                SSM  0(R1)
                SSM  0(R1)
                LCTL R3,R4,0(R1)
                AR   R5,R6
                LPSW 0x200(R2)
        """;

    @Test
    void privilegedInstructionsAndTrapsAreCountedByForm() {
        Isa isa = Definitions.s360();
        Hart hart = hart(isa);
        var privilege = Definitions.privilege(isa);
        Verdict verdict = Verdict.of(isa, privilege, ModePair.usual(privilege).orElseThrow());
        NativeCount count = new NativeCount(privilege, verdict, _ -> hart);
        Tracer tracer = new Tracer(hart, 0, Symbols.NONE, count);
        for (int i = 0; i < 7; i++) {
            tracer.step();
        }
        assertThat(count.emulated())
                .containsExactly(Map.entry("LCTL", 1L), Map.entry("LPSW", 1L), Map.entry("SSM", 2L));
        assertThat(count.traps()).containsExactly(Map.entry("supervisor", 1L));
        assertThat(count.executed()).isEqualTo(7);
        assertThat(count.predictedExits()).isEqualTo(5);
    }

    /** A kernel that enters the problem state, where a program calls it. */
    private static Hart hart(Isa isa) {
        AddressSpace memory = AddressSpace.of(isa.model(), isa.model().spaces().get("real"));
        memory.map(0, new Ram(4096, 1, true));
        Hart hart = new Hart(isa, Map.of("real", memory), Map.of(), InterpretEngine::new);
        Diagnostics diagnostics = new Diagnostics();
        Program program = Assembler.of(isa)
                .assemble(new SourceFile("kernel.asm", PROGRAM), 0, diagnostics)
                .orElseThrow(() -> new AssertionError(diagnostics.list()));
        program.segments().forEach(segment -> memory.install(segment.address(), segment.bytes()));
        memory.store(0x200, 32, 0x0001_0000); // the problem state,
        memory.store(0x204, 32, 0x300); // in which SVC 1 lies
        memory.store(0x300, 16, 0x0A01);
        hart.reset(0);
        hart.state().set(isa.model().register("r").orElseThrow(), 4, 0x1000);
        return hart;
    }
}
