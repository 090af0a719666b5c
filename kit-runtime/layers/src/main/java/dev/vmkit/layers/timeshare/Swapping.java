package dev.vmkit.layers.timeshare;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/** Moves whole images between core and drum: a program that is to run gets the place of those that ran longest ago. */
final class Swapping {
    private final Core core;
    private final Drum drum;

    /** Who is in core, by when they ran last. */
    private final SequencedSet<Program> resident = new LinkedHashSet<>();

    Swapping(Core core, Drum drum) {
        this.core = core;
        this.drum = drum;
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
    void resize(Program program, long size, int wordBytes) {
        dump(program);
        program.resized(size);
        drum.resize(program.id(), Math.toIntExact(size * wordBytes));
        load(program);
    }

    /** Forgets a program. */
    void remove(Program program) {
        leave(program);
        drum.erase(program.id());
    }

    /** Writes nothing, but has everybody be on the drum: for saving. */
    byte[] image(Program program) {
        return core.get(program.id());
    }

    /** Who is in core, by when they ran last. */
    List<Program> resident() {
        return List.copyOf(resident);
    }
}
