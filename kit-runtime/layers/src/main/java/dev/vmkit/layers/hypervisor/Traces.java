package dev.vmkit.layers.hypervisor;

import static java.util.Objects.requireNonNull;

import dev.vmkit.language.ir.Effects;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.RegisterFile;
import dev.vmkit.language.isa.Space;
import dev.vmkit.machine.execute.TranslateKey;
import dev.vmkit.machine.hart.AccessObserver;
import dev.vmkit.machine.hart.Engine;
import dev.vmkit.machine.hart.Hart;
import dev.vmkit.machine.memory.AddressSpace;
import dev.vmkit.machine.memory.Mapping;
import dev.vmkit.machine.memory.PageObserver;
import dev.vmkit.machine.memory.Ram;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Watches the memory that a guest's tables were read from. A write to a page of it is an exit, and drops the shadow entries
 * derived from what is written; so a fence has nothing left to do. A page is watched as long as something is derived from it.
 */
final class Traces implements Synchronisation, AccessObserver, PageObserver {
    /** More places are not kept. */
    private static final int MOST = 1 << 20;

    private final Hart guest;
    private final Tables tables;
    private final ExitLog log;
    private final int[] otherState;
    private final Map<Ram, Derivations> derived = new HashMap<>();
    private final Map<Long, Set<Place>> places = new HashMap<>();
    private final Set<Ram> observed = new HashSet<>();
    private final List<Place> read = new ArrayList<>();
    private final Set<Long> stale = new HashSet<>();
    private long[] before = {};
    private boolean walking;
    private boolean untraced;
    private int traced;

    /** A byte of a memory. */
    private record Place(Ram ram, int offset) {}

    Traces(Hart guest, Tables tables, ExitLog log) {
        this.guest = guest;
        this.tables = tables;
        this.log = log;
        this.otherState = otherState(guest.isa());
        guest.observe(this);
    }

    /** Whether an instruction set's tables lie in memory. Those of a monitor that is itself a guest do not. */
    static boolean arePossible(Isa isa) {
        return functions(isa).noneMatch(Effects::callsExterns);
    }

    /** What translates and guards addresses. */
    private static Stream<Effects> functions(Isa isa) {
        return isa.model().spaces().values().stream()
                .flatMap(space -> Stream.of(space.translate(), space.guard()))
                .flatMap(Optional::stream)
                .map(name ->
                        Effects.of(requireNonNull(isa.functions().get(name)).body()));
    }

    /** The registers that translation depends on besides its key; tables derived under others do not hold. */
    private static int[] otherState(Isa isa) {
        Set<Integer> read = new HashSet<>();
        functions(isa).flatMap(effects -> effects.reads().stream()).forEach(file -> read.addAll(slots(file)));
        for (Space space : isa.model().spaces().values()) {
            read.removeAll(new TranslateKey(isa.model(), space).slots());
        }
        return read.stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    private static List<Integer> slots(RegisterFile file) {
        return IntStream.range(file.slot(), file.slot() + file.count()).boxed().toList();
    }

    @Override
    public Optional<Engine.Translated> walk(Supplier<Optional<Engine.Translated>> walk) {
        read.clear();
        walking = true;
        try {
            return walk.get();
        } finally {
            walking = false;
        }
    }

    @Override
    public void entered(long page) {
        read.forEach(place -> trace(place, page));
    }

    @Override
    public void walked(AddressSpace memory, long physical) {
        if (walking) {
            Mapping mapping = memory.find(physical);
            if (mapping.contains(physical) && mapping.region() instanceof Ram ram) {
                read.add(new Place(ram, (int) (physical - mapping.start()) * ram.unitBytes()));
            } else {
                untraced = true;
            }
        }
    }

    private void trace(Place place, long address) {
        if (observed.add(place.ram)) {
            place.ram.observe(this);
        }
        if (places.computeIfAbsent(address, _ -> new HashSet<>()).add(place)) {
            traced++;
            derived.computeIfAbsent(place.ram, _ -> new Derivations()).add(place.offset, address);
        }
        place.ram.watch(place.offset >>> Ram.PAGE_SHIFT);
    }

    /** What the walk itself marks as used says nothing new. */
    @Override
    public void written(Ram ram, int offset, int length) {
        Derivations some = derived.get(ram);
        if (some == null || !some.touches(offset, length)) {
            return;
        }
        if (!walking) {
            log.count(Exit.Cause.TABLE_WRITE, "store");
            some.remove(offset, length).forEach(this::becameStale);
            tables.stop();
        }
        if (some.touches(offset, length)) {
            ram.watch(offset, length);
        }
    }

    /** All that is known of a page will be dropped, so no other table decides on it either. */
    private void becameStale(long address) {
        stale.add(address);
        Set<Place> all = requireNonNull(places.remove(address));
        traced -= all.size();
        all.forEach(place -> requireNonNull(derived.get(place.ram)).remove(place.offset, address));
    }

    @Override
    public void settle() {
        if (!stale.isEmpty()) {
            List<Long> addresses = List.copyOf(stale);
            stale.clear();
            for (long address : addresses) {
                tables.drop(address);
                guest.engine().flush(address);
            }
        }
    }

    @Override
    public void flushed(OptionalLong address) {
        long[] registers = guest.state().slots();
        long[] now =
                Arrays.stream(otherState).mapToLong(slot -> registers[slot]).toArray();
        if (untraced || !Arrays.equals(now, before)) {
            before = now;
            forget();
        }
    }

    @Override
    public void forget() {
        untraced = false;
        traced = 0;
        derived.clear();
        places.clear();
        stale.clear();
        tables.clear();
    }

    @Override
    public boolean isFull() {
        return traced >= MOST;
    }
}
