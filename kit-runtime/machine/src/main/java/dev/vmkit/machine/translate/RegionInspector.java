package dev.vmkit.machine.translate;

import dev.vmkit.machine.execute.Accelerator;
import dev.vmkit.machine.execute.GuestCode;
import dev.vmkit.machine.execute.InterpretEngine;
import dev.vmkit.machine.execute.Steps;
import dev.vmkit.machine.hart.Engine;
import dev.vmkit.machine.hart.Hart;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Shows the region that the translator would make at an address of a hart as it stands. It makes none, and changes nothing.
 * Of computed jumps it does not know where they led, so where a running translator expects some targets, it expects none; and
 * it writes each instruction once, where that one puts some {@link Rounds} before.
 */
public final class RegionInspector {
    private final Hart hart;
    private final GuestCode guest;
    private final Engine looks;
    private final Ways ways;

    public RegionInspector(Hart hart) {
        AtomicReference<GuestCode> seen = new AtomicReference<>();
        this.hart = hart;
        this.looks = new InterpretEngine(hart, _ -> Steps.NONE, code -> {
            seen.set(code);
            return Accelerator.NONE;
        });
        this.guest = Objects.requireNonNull(seen.get());
        this.ways = Ways.of(guest);
    }

    private Lifter lifter() {
        return new Lifter(guest, ways, new Targets(1));
    }

    /** Why no region begins at an address; nothing if one does. */
    public Optional<Objection> objection(long pc) {
        looks.decode(pc);
        return lifter().objection(pc);
    }

    /**
     * The region at an address.
     *
     * @throws IllegalArgumentException if there is an {@link #objection}, or if a class file cannot hold its code
     */
    public RegionListing inspect(long pc) {
        looks.decode(pc);
        Lifter lifter = lifter();
        Plan plan = plan(pc, lifter);
        VariableNames names = new VariableNames(hart.isa().model());
        WrittenClass written = new RegionWriter(ways, guest.isBigEndian(), Effort.FULL).write(plan, 0, names::read);
        Map<Integer, List<String>> code = BytecodeListing.of(written, names);
        List<RegionListing.Part> parts = parts(plan, code);
        return new RegionListing(
                plan.entries(),
                code.getOrDefault(0, List.of()),
                parts,
                code.getOrDefault(parts.size() + 1, List.of()),
                exits(plan, lifter),
                plan.instructions().stream().anyMatch(GuestInstruction::jumpsAnywhere),
                names.registers(),
                inArray(plan),
                written.size());
    }

    /** Pages that execution would have reached by then are looked up first. */
    private Plan plan(long pc, Lifter lifter) {
        Set<Long> looked = new HashSet<>();
        while (true) {
            Plan plan = new Planner(lifter)
                    .plan(pc, Options.TIERED.full().size())
                    .orElseThrow(() -> new IllegalArgumentException("the instruction is for the interpreter"));
            if (!looked.addAll(plan.unknown())) {
                return plan;
            }
            plan.unknown().forEach(looks::decode);
        }
    }

    private static List<RegionListing.Part> parts(Plan plan, Map<Integer, List<String>> code) {
        Checks checks = Checks.of(plan);
        List<GuestInstruction> retold = plan.retold().instructions();
        List<RegionListing.Part> parts = new ArrayList<>();
        for (Block block : plan.all()) {
            for (GuestInstruction i : block.instructions()) {
                boolean first = i == block.instructions().getFirst();
                parts.add(new RegionListing.Part(
                        i.pc(),
                        i.site().decoded(),
                        i.body(),
                        retold.get(parts.size()).body(),
                        first,
                        first && checks.isAt(block),
                        code.getOrDefault(parts.size() + 1, List.of())));
            }
        }
        return parts;
    }

    private static Map<Long, Optional<Objection>> exits(Plan plan, Lifter lifter) {
        Map<Long, Optional<Objection>> exits = new TreeMap<>(Long::compareUnsigned);
        for (Block block : plan.all()) {
            for (long pc : block.successors()) {
                if (!plan.blocks().containsKey(pc)) {
                    exits.put(pc, plan.unknown().contains(pc) ? lifter.objection(pc) : Optional.empty());
                }
            }
        }
        return new LinkedHashMap<>(exits);
    }

    private static List<String> inArray(Plan plan) {
        return List.copyOf(Registers.indexed(plan));
    }
}
