package dev.vmkit.assembly.host;

import dev.vmkit.assembly.schedule.ResolvedPolicy;
import dev.vmkit.machine.board.Limits;
import java.util.List;

/**
 * A host in which every name stands for a thing. Immutable.
 *
 * @param speed instructions of the processor a virtual second
 * @param policy whose turn it is
 */
public record ResolvedHost(
        String name,
        String about,
        String technique,
        long speed,
        ResolvedPolicy policy,
        List<ResolvedGuest> guests,
        Limits limits) {

    public ResolvedHost {
        guests = List.copyOf(guests);
    }
}
