package dev.vmkit.layers.witness;

import dev.vmkit.language.codec.Decoding;
import dev.vmkit.language.codec.Disassembler;
import dev.vmkit.language.codec.Encoder;
import dev.vmkit.language.codec.Symbols;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.Privilege;
import dev.vmkit.language.isa.Privilege.Mode;
import dev.vmkit.language.sensitivity.Classes;
import dev.vmkit.language.sensitivity.InstructionCase;
import dev.vmkit.language.sensitivity.ModePair;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Looks for states that show what the static pass says of an instruction: the dynamic pass. Deterministic. */
public final class WitnessSearch {
    private static final long SEED = 19740701; // CACM 17(7)
    private static final int TRIES = 2_000;
    private static final int WILD_TRIES = 400;

    private final Trial trial;
    private final Encoder encoder;
    private final Disassembler disassembler;
    private final List<Map<String, Long>> permissions;

    public WitnessSearch(Isa isa, Privilege privilege, ModePair pair) {
        this.trial = new Trial(new Bench(isa), privilege, pair);
        this.encoder = Encoder.of(isa);
        this.disassembler = Disassembler.of(isa);
        this.permissions = Permissions.of(trial, SEED);
    }

    /** A witness for each claim that is made of an instruction, as far as one is found. */
    public Finding examine(Classes classes) {
        List<Witness> witnesses = new ArrayList<>();
        List<String> unconfirmed = new ArrayList<>();
        for (Claim claim : Claim.of(classes)) {
            find(classes.what(), claim)
                    .ifPresentOrElse(
                            witnesses::add,
                            () -> unconfirmed.add(
                                    claim.kind().word() + " in " + claim.mode().name()));
        }
        return new Finding(classes, witnesses, unconfirmed);
    }

    /** States that show that where an address leads depends on the mode: for each kind of access, if one is found. */
    public List<MappingWitness> mappings() {
        return new MappingSearch(trial).search(permissions, SEED);
    }

    /** First from states that are out of the ordinary where the instruction looks, then from any. */
    private Optional<Witness> find(InstructionCase what, Claim claim) {
        return find(what, claim, false).or(() -> find(what, claim, true));
    }

    private Optional<Witness> find(InstructionCase what, Claim claim, boolean wild) {
        Random random = new Random(SEED + what.toString().hashCode());
        Corners corners = new Corners(random, trial.bench().units());
        Draft draft = new Draft(trial, what, encoder, permissions, corners, wild);
        for (int i = 0; i < (wild ? WILD_TRIES : TRIES); i++) {
            Optional<Draft.Drawn> drawn = draft.next();
            if (drawn.isEmpty()) {
                return Optional.empty();
            }
            Twist twist = draft.twist(claim);
            if (!trial.shown(claim, drawn.get().start(), twist).isEmpty()) {
                return Optional.of(witness(what, claim, drawn.get(), twist));
            }
        }
        return Optional.empty();
    }

    private Witness witness(InstructionCase what, Claim claim, Draft.Drawn drawn, Twist twist) {
        Start start = fewest(claim, drawn.start(), twist);
        Decoding.Decoded decoded = new Decoding.Decoded(
                what.instruction(), drawn.operands(), drawn.start().code().size());
        return new Witness(
                claim.kind().word(),
                claim.mode().name(),
                disassembler.print(decoded, trial.bench().pc(), Symbols.NONE),
                List.copyOf(trial.shown(claim, start, twist)),
                runs(claim, start, twist));
    }

    /** The state without what does not matter to the claim. */
    private Start fewest(Claim claim, Start start, Twist twist) {
        Start fewer = start;
        for (String register : start.registers().keySet()) {
            fewer = simpler(claim, fewer, fewer.without(register), twist);
        }
        return simpler(claim, fewer, fewer.withMemory(0), twist);
    }

    private Start simpler(Claim claim, Start start, Start candidate, Twist twist) {
        Set<String> shown = trial.shown(claim, candidate, twist);
        return shown.isEmpty() ? start : candidate;
    }

    private List<Witness.Run> runs(Claim claim, Start start, Twist twist) {
        List<Witness.Run> runs = new ArrayList<>();
        runs.add(run(start, claim.mode()));
        switch (claim.kind()) {
            case PRIVILEGED, MODE -> runs.add(run(start, trial.pair().low()));
            case CONTROL -> {
                if (claim.silent()) {
                    runs.add(run(start, trial.pair().low()));
                }
            }
            case LOCATION, RESOURCE -> runs.add(run(twist.of(start), claim.mode()));
        }
        return runs;
    }

    private Witness.Run run(Start start, Mode mode) {
        Start in = trial.in(start, mode);
        return new Witness.Run(mode.name(), in, trial.bench().run(in));
    }
}
