package dev.vmkit.language.ir;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.language.isa.RegisterFile;
import dev.vmkit.language.semantics.Checked;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EffectsTests {
    private static final Isa LC3 = Checked.sample("lc3");
    private static final Isa RV64 = Checked.sample("rv64i");

    private static Effects of(Isa isa, String id) {
        return isa.instructions().stream()
                .filter(i -> i.id().equals(id))
                .findFirst()
                .orElseThrow()
                .effects();
    }

    private static List<String> names(Set<RegisterFile> files) {
        return files.stream().map(RegisterFile::name).toList();
    }

    @Test
    void effectsOfCalledFunctionsCount() {
        assertThat(names(of(LC3, "add/reg").writes())).containsExactly("r", "psr");
        assertThat(names(of(LC3, "BR").reads())).containsExactly("psr");
    }

    @Test
    void loadsStoresTrapsAndSignals() {
        assertThat(of(LC3, "LD").mayLoad()).isTrue();
        assertThat(of(LC3, "LD").mayStore()).isFalse();
        assertThat(of(LC3, "ST").mayStore()).isTrue();
        assertThat(of(LC3, "RTI").mayTrap()).isTrue();
        assertThat(of(LC3, "ST").mayTrap()).isFalse();
    }

    @Test
    void aJumpOnSomePathsIsNotOneOnAll() {
        assertThat(of(LC3, "BR").mayJump()).isTrue();
        assertThat(of(LC3, "BR").alwaysJumps()).isFalse();
        assertThat(of(LC3, "JMP").alwaysJumps()).isTrue();
        assertThat(of(LC3, "add/reg").mayJump()).isFalse();
    }

    @Test
    void aPathThatTrapsDoesNotCountAmongThoseThatJump() {
        assertThat(of(LC3, "RTI").alwaysJumps()).isTrue();
        assertThat(of(RV64, "jalr").alwaysJumps()).isTrue();
        assertThat(of(RV64, "mret").alwaysJumps()).isTrue();
    }

    @Test
    void externsAreCalledOut() {
        assertThat(of(Checked.sample("chip8"), "DRW").callsExterns()).isTrue();
    }
}
