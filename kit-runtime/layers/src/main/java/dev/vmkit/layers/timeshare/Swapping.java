package dev.vmkit.layers.timeshare;

import dev.vmkit.api.Snapshotable;
import dev.vmkit.api.StateTree;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/** Moves whole images between core and drum: a program that is to run gets the place of those that ran longest ago. */
final class Swapping implements Snapshotable {
    private final Core core;
    private final Drum drum;
    private final List<Program> programs;

    /** Who is in core, by when they ran last. */
    private final SequencedSet<Program> resident = new LinkedHashSet<>();

    /**
     * With everybody on the drum.
     *
     * @param programs by their numbers
     */
    Swapping(Core core, Drum drum, List<Program> programs) {
        this.core = core;
        this.drum = drum;
        this.programs = programs;
    }

    /** Has a program be in core; whether it had to be loaded. */
    boolean load(Program program) {
        boolean missing = !resident.remove(program);
        if (missing) {
            while (!core.claim(program.id(), program.size())) {
                dump(resident.getFirst());
            }
            core.put(program.id(), drum.read(program.id()));
            program.moved(program.size());
            program.loaded();
        }
        resident.addLast(program);
        return missing;
    }

    /** Where a program in core lies. */
    Relocation place(Program program) {
        return program.at(core.base(program.id()).orElseThrow());
    }

    private void dump(Program program) {
        drum.write(program.id(), core.get(program.id()));
        program.moved(program.size());
        leave(program);
    }

    private void leave(Program program) {
        resident.remove(program);
        core.release(program.id());
    }

    /** Changes the size of a program in core, by way of the drum. */
    void resize(Program program, long size) {
        dump(program);
        program.resized(size);
        drum.resize(program.id(), Math.toIntExact(size * core.wordBytes()));
        load(program);
    }

    /** Forgets a program. */
    void remove(Program program) {
        leave(program);
        drum.erase(program.id());
    }

    @Override
    public StateTree save() {
        StateTree images = StateTree.EMPTY;
        StateTree bases = StateTree.EMPTY;
        for (Program program : resident) {
            String name = Integer.toString(program.id());
            images = images.with(name, core.get(program.id()));
            bases = bases.with(name, core.base(program.id()).orElseThrow());
        }
        return StateTree.EMPTY
                .with("order", resident.stream().map(Program::id).toList())
                .with("images", images)
                .with("bases", bases)
                .with("drum", drum.save());
    }

    /** Takes up a saved state; programs have theirs already. */
    @Override
    public void load(StateTree state) {
        List.copyOf(resident).forEach(this::leave);
        StateTree bases = state.tree("bases");
        for (long id : state.numbers("order")) {
            Program program = programs.get((int) id);
            String name = Long.toString(id);
            core.claim(program.id(), bases.number(name), program.size());
            core.put(program.id(), state.tree("images").bytes(name));
            resident.addLast(program);
        }
        drum.load(state.tree("drum"));
    }
}
