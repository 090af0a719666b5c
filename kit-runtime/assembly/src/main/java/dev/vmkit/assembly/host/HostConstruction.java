package dev.vmkit.assembly.host;

import dev.vmkit.assembly.assemble.Construction;
import dev.vmkit.assembly.assemble.Networks;
import dev.vmkit.layers.hypervisor.ExitLog;
import dev.vmkit.layers.hypervisor.Guest;
import dev.vmkit.layers.hypervisor.Host;
import dev.vmkit.layers.hypervisor.Technique;
import dev.vmkit.layers.schedule.DispatchListener;
import dev.vmkit.machine.board.HostInput;
import dev.vmkit.machine.board.HostOutput;
import dev.vmkit.machine.board.Machine;
import dev.vmkit.machine.hart.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Builds hosts. */
public final class HostConstruction {
    private HostConstruction() {}

    /** What a guest's console is connected to. */
    public record Connection(HostInput input, HostOutput output) {}

    /**
     * A host whose guests have their programs in memory; their machines are to be closed. If one cannot be built, those
     * before it are closed.
     *
     * @throws dev.vmkit.language.text.MistakeException as {@link Construction#build}
     */
    public static Host build(
            ResolvedHost host, Function<ResolvedGuest, Connection> consoles, DispatchListener listener) {
        List<Guest> guests = new ArrayList<>();
        try {
            for (ResolvedGuest guest : host.guests()) {
                guests.add(build(guest, consoles.apply(guest)));
            }
        } catch (RuntimeException failed) {
            guests.forEach(guest -> guest.machine().close());
            throw failed;
        }
        return new Host(guests, host.policy().create(), host.policy().setup(1), host.speed(), listener);
    }

    private static Guest build(ResolvedGuest guest, Connection console) {
        List<ExitLog> exits =
                guest.techniques().stream().map(_ -> new ExitLog()).toList();
        Machine machine = Construction.build(
                guest.machine(),
                console.input(),
                console.output(),
                guest.machine().network().map(Networks::open),
                engine -> under(guest.techniques(), engine, exits));
        return new Guest(machine, guest.task(), exits);
    }

    /** The outermost monitor runs on the engine itself, each further one on what the one before makes of it. */
    private static Engine.Factory under(List<Technique> techniques, Engine.Factory engine, List<ExitLog> exits) {
        Engine.Factory below = engine;
        for (int i = 0; i < techniques.size(); i++) {
            below = techniques.get(i).over(below, exits.get(i));
        }
        return below;
    }
}
