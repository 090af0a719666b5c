package dev.vmkit.assembly.timeshare;

import dev.vmkit.api.TaskInfo;
import dev.vmkit.assembly.assemble.ResolvedMachine;
import dev.vmkit.assembly.schedule.ResolvedPolicy;
import dev.vmkit.layers.timeshare.Calls;
import dev.vmkit.machine.board.Limits;
import java.util.List;

/**
 * Programs that share a machine, with every name standing for a thing. Immutable.
 *
 * @param hardware the machine, without programs
 * @param memory an address in the memory whose end is the core
 * @param core its words
 * @param wordTicks the time in which a word moves from or to the drum
 */
public record ResolvedTimesharing(
        String name,
        String about,
        ResolvedMachine hardware,
        long memory,
        long core,
        long wordTicks,
        ResolvedPolicy policy,
        Calls calls,
        List<ResolvedUserProgram> programs,
        Limits limits) {

    public ResolvedTimesharing {
        programs = List.copyOf(programs);
    }

    /**
     * A program and its user.
     *
     * @param task what it is to the policy; its size is in words, whole pages
     * @param origin the first address of its memory
     * @param start its first instruction
     * @param bytes what its memory holds at first, all of it; not to be changed
     * @param types what its user types, line by line
     * @param thinks ticks that its user thinks of a line
     */
    public record ResolvedUserProgram(
            TaskInfo task, long origin, long start, byte[] bytes, List<String> types, long thinks) {
        public ResolvedUserProgram {
            types = List.copyOf(types);
        }

        public String name() {
            return task.name();
        }

        ResolvedUserProgram named(int number, String name) {
            return new ResolvedUserProgram(task.named(number, name), origin, start, bytes, types, thinks);
        }
    }
}
