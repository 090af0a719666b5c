package dev.vmkit.machine.translate;

import dev.vmkit.machine.execute.Accelerator;
import dev.vmkit.machine.execute.GuestCode;
import dev.vmkit.machine.execute.Layout;
import dev.vmkit.machine.execute.Reach;
import dev.vmkit.machine.hart.Hart;
import dev.vmkit.machine.hart.RegionStatistics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs the regions of one hart: where execution arrives at the entry of one, it goes on there. It counts arrivals
 * elsewhere, and makes a region where there are many.
 */
final class Translator implements Accelerator {
    private final GuestCode guest;
    private final Hart hart;
    private final long[] registers;
    private final int pcSlot;
    private final Options options;
    private final Workshop workshop;
    private final CodeWatch watch = new CodeWatch(this::changed);
    private final Arrivals arrivals;
    private final Targets targets = new Targets();
    private final Map<Long, List<Entry>> entries = new HashMap<>();
    private final Passage passage = new Passage();

    /** Where regions were of no use. */
    private final Set<Long> vain = new HashSet<>();

    private final Reluctance reluctance = new Reluctance();

    /** Entries of regions that are being made. */
    private final Set<Long> ordered = new HashSet<>();

    private final Tally tally = new Tally();
    private Object stamp = new Object();
    private boolean moved = true;

    /** Whether the next arrival counts in any case: one before it could not be counted. */
    private boolean owed;

    private boolean flat;
    private int count;
    private int unnoted;
    private int noted;
    private long made;

    Translator(GuestCode guest, Options options) {
        this.guest = guest;
        this.hart = guest.hart();
        this.registers = hart.state().slots();
        this.pcSlot = hart.isa().model().pc().slot();
        this.options = options;
        this.arrivals = new Arrivals(options.threshold());
        this.workshop = options.background() ? new BackgroundWorkshop() : new Workshop();
    }

    @Override
    public boolean arrive(long from, long to, boolean jumped) {
        boolean went = false;
        boolean counts = jumped || owed;
        owed = counts && hart.retired() >= hart.deadline();
        long pc = to;
        if (jumped && isNoted()) {
            targets.add(from, to);
        }
        while (hart.retired() < hart.deadline()) {
            long left = hart.deadline() - hart.retired();
            Entry entry = find(pc, (went || counts) && left >= options.enough());
            if (entry == null || left < entry.least()) {
                return went;
            }
            pc = run(entry, (int)
                    Math.min(left, Math.max(entry.least(), entry.region().most())));
            went = true;
            if (passage.interpret) {
                handOver(entry);
                return true;
            }
        }
        return went;
    }

    /** Whether this jump is noted. The distance to the next one changes, lest it always be the same jump of a loop. */
    private boolean isNoted() {
        if (--unnoted > 0) {
            return false;
        }
        noted++;
        unnoted = 1 + noted % options.unnoted();
        return true;
    }

    private void handOver(Entry entry) {
        passage.interpret = false;
        owed = true;
        tally.handOver();
        if (entry.region().isInVain()) {
            entries.computeIfPresent(entry.pc(), (_, all) -> without(all, entry));
            arrivals.drop(entry.pc());
            vain.add(entry.pc());
            leave(entry.region());
        }
    }

    /** A region that is entered nowhere any more need not be watched, and makes room. */
    private void leave(Region region) {
        if (!living().contains(region)) {
            watch.remove(region.footprint());
            count--;
        }
    }

    private static @Nullable List<Entry> without(List<Entry> all, Entry one) {
        all.remove(one);
        return all.isEmpty() ? null : all;
    }

    private long run(Entry entry, int left) {
        Region region = entry.region();
        long next = region.code().run(passage, registers, left, entry.pc());
        int executed = left - passage.left;
        tally.ran(executed);
        region.ran(executed);
        hart.retire(executed, region.countsCycles() ? passage.cycles : executed);
        registers[pcSlot] = next;
        return next;
    }

    private @Nullable Entry find(long pc, boolean counts) {
        if (moved) {
            look();
        }
        Entry entry = arrivals.entry(pc, stamp);
        if (entry != null) {
            return entry;
        }
        boolean news = arrivals.isNews(pc, stamp) | workshop.hasNews();
        int times = counts ? arrivals.count(pc) : 0;
        return news || times > 0 ? search(pc, times) : null;
    }

    /** Finds out how things are now. */
    private void look() {
        moved = false;
        Layout now = guest.layout();
        if (now.mark() == stamp) {
            return;
        }
        stamp = now.mark();
        switch (now.reach()) {
            case Reach.Paged paged -> {
                flat = false;
                passage.loads = paged.loads();
                passage.stores = paged.stores();
            }
            case Reach.Flat _, Reach.Nothing _ -> flat = true;
        }
    }

    /** Not only at first: pages that were not known then may be by now. */
    private @Nullable Entry search(long pc, int times) {
        install();
        for (Entry entry : entries.getOrDefault(pc, List.of())) {
            if (entry.region().check(guest, stamp, flat)) {
                arrivals.put(entry, stamp);
                return entry;
            }
        }
        if (times > 0 && times % options.threshold() == 0 && mayTranslate(pc)) {
            translate(pc);
            install();
            return arrivals.entry(pc, stamp);
        }
        return null;
    }

    /** The JVM needs time for every region: so many may be made at once, and then one for so many instructions. */
    private boolean mayTranslate(long pc) {
        return !vain.contains(pc)
                && !ordered.contains(pc)
                && made < options.atOnce() + hart.retired() / options.instructionsEach()
                && !workshop.isBusy()
                && !reluctance.letsGo(pc);
    }

    private void translate(long pc) {
        Ways ways = Ways.of(guest);
        Optional<Plan> plan = plan(ways, pc);
        if (plan.isEmpty() || plan.get().size() < options.least()) {
            reluctance.grow(pc);
            return;
        }
        Footprint footprint = Footprint.of(plan.get());
        watch.add(footprint);
        made++;
        List<Long> news = plan.get().entries().stream().filter(ordered::add).toList();
        workshop.order(new Workshop.Order(new Builder(ways, guest.isBigEndian(), flat), plan.get(), footprint, news));
    }

    private Optional<Plan> plan(Ways ways, long pc) {
        long start = System.nanoTime();
        Optional<Plan> plan = new Planner(new Lifter(guest, ways, targets)).plan(pc, options.size());
        tally.planned(System.nanoTime() - start);
        return plan;
    }

    /** Takes what the workshop has made. */
    private void install() {
        for (Workshop.Made made : workshop.take()) {
            made.order().news().forEach(ordered::remove);
            Builder.Built built = made.built();
            if (built.entries().isEmpty()) {
                tally.giveUp();
            } else {
                takeIn(built.entries());
                built.plan().cuts().forEach(arrivals::expect);
            }
        }
        if (count > options.most()) {
            forgetAll();
        }
    }

    private void takeIn(List<Entry> made) {
        Region region = made.getFirst().region();
        tally.made(region);
        if (region.footprint().isValid()) {
            install(made);
        } else {
            tally.overwritten(1);
        }
    }

    private void install(List<Entry> made) {
        boolean right = made.getFirst().region().check(guest, stamp, flat);
        count++;
        for (Entry entry : made) {
            entries.computeIfAbsent(entry.pc(), _ -> new ArrayList<>()).add(entry);
            if (right && (entry.first() || !arrivals.isEntry(entry.pc()))) {
                arrivals.put(entry, stamp);
            }
        }
    }

    private void forgetAll() {
        tally.evicted(count);
        entries.values()
                .forEach(all -> all.forEach(entry -> watch.remove(entry.region().footprint())));
        entries.clear();
        vain.clear();
        arrivals.clear();
        count = 0;
    }

    /** Some region's instructions were written over. */
    private void changed() {
        int before = count;
        entries.values().removeIf(all -> {
            all.removeIf(this::isWrittenOver);
            return all.isEmpty();
        });
        count = living().size();
        tally.overwritten(before - count);
        arrivals.forgetInvalid();
    }

    private boolean isWrittenOver(Entry entry) {
        boolean valid = entry.region().footprint().isValid();
        if (!valid && entry.region().isYoung()) {
            reluctance.grow(entry.pc());
        }
        return !valid;
    }

    private List<Region> living() {
        return entries.values().stream()
                .flatMap(List::stream)
                .map(Entry::region)
                .distinct()
                .toList();
    }

    @Override
    public RegionStatistics statistics() {
        return tally.statistics(living(), workshop.nanoseconds());
    }

    @Override
    public void moved() {
        moved = true;
    }
}
