package dev.vmkit.machine.translate;

import dev.vmkit.machine.execute.Accelerator;
import dev.vmkit.machine.execute.GuestCode;
import dev.vmkit.machine.execute.Layout;
import dev.vmkit.machine.execute.Reach;
import dev.vmkit.machine.hart.Hart;
import dev.vmkit.machine.hart.RegionStatistics;
import dev.vmkit.machine.translate.Workshop.Result;
import java.util.HashSet;
import java.util.List;
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
    private final Targets targets;
    private final Budget budget;
    private final Entries entries = new Entries();
    private final Passage passage = new Passage();

    /** Where regions were of no use. */
    private final Set<Long> vain = new HashSet<>();

    private final Reluctance reluctance = new Reluctance();

    private final Tally tally = new Tally();
    private Object stamp = new Object();
    private boolean moved = true;

    /** Whether the next arrival counts in any case: one before it could not be counted. */
    private boolean owed;

    private boolean flat;

    Translator(GuestCode guest, Options options) {
        this.guest = guest;
        this.hart = guest.hart();
        this.registers = hart.state().slots();
        this.pcSlot = hart.isa().model().pc().slot();
        this.options = options;
        this.targets = new Targets(options.unnoted());
        this.budget = new Budget(options);
        this.arrivals = new Arrivals(options.quick().threshold(), options.full().threshold());
        this.workshop = options.background() ? new BackgroundWorkshop() : new Workshop();
    }

    @Override
    public boolean arrive(long from, long to, boolean jumped) {
        boolean went = false;
        boolean counts = jumped || owed;
        owed = counts && hart.retired() >= hart.deadline();
        long pc = to;
        if (jumped) {
            targets.jumped(from, to);
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

    private void handOver(Entry entry) {
        passage.interpret = false;
        owed = true;
        tally.handOver();
        if (entry.region().isInVain()) {
            arrivals.drop(entry.pc());
            vain.add(entry.pc());
            if (entries.remove(entry)) {
                tally.drop();
                watch.remove(entry.region().footprint());
            }
        }
    }

    private long run(Entry entry, int left) {
        Region region = entry.region();
        long next = region.code().run(passage, registers, left, entry.pc());
        int executed = left - passage.left;
        tally.ran(region, executed);
        region.ran(executed);
        hart.retire(executed, region.countsCycles() ? passage.cycles : executed);
        registers[pcSlot] = next;
        if (region.effort() == Effort.QUICK) {
            promote(region);
        }
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
        budget.look(hart.retired());
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
        for (Entry entry : entries.at(pc)) {
            if (entry.region().check(guest, stamp, flat)) {
                arrivals.put(entry, stamp);
                return entry;
            }
        }
        return times > 0 ? make(pc, times) : null;
    }

    private @Nullable Entry make(long pc, int times) {
        Effort effort = budget.effort(hart.retired());
        boolean due = budget.allows(effort, hart.retired())
                && times % options.pace(effort).threshold() == 0;
        if (!due || !mayTranslate(pc)) {
            return null;
        }
        order(pc, effort);
        install();
        return arrivals.entry(pc, stamp);
    }

    private boolean mayTranslate(long pc) {
        return !vain.contains(pc) && !workshop.isInHand(pc) && !workshop.isBusy() && !reluctance.letsGo(pc);
    }

    private void order(long pc, Effort effort) {
        Ways ways = Ways.of(guest);
        budget.spend(effort, hart.retired());
        workshop.order(new Workshop.Order(
                pc,
                effort,
                new Planner(new Lifter(guest, ways, targets)),
                options.pace(effort),
                options.least(),
                new Builder(ways, guest.isBigEndian(), flat, effort)));
    }

    /** A quick region that executed so much is worth a full one. While it runs nobody searches, so what is made is taken here. */
    private void promote(Region region) {
        if (workshop.hasNews()) {
            install();
        }
        if (region.executed() < options.promotion()) {
            return;
        }
        region.recount();
        if (budget.allows(Effort.FULL, hart.retired())) {
            entries.of(region).stream()
                    .limit(1)
                    .map(Entry::pc)
                    .filter(this::mayTranslate)
                    .forEach(pc -> order(pc, Effort.FULL));
        }
    }

    /** Takes what the workshop has made. */
    private void install() {
        for (Workshop.Done done : workshop.take()) {
            if (done.result() instanceof Result.Made made) {
                install(made.built());
            } else {
                nothingCameOf(done);
            }
        }
        if (entries.count() > options.most()) {
            forgetAll();
        }
    }

    private void nothingCameOf(Workshop.Done done) {
        budget.giveBack(done.order().effort());
        if (!(done.result() instanceof Result.Superseded)) {
            reluctance.grow(done.order().pc());
        }
        if (done.result() instanceof Result.TooLarge) {
            tally.giveUp();
        }
    }

    /** From here on its instructions are watched; what was written there since they were looked at, was not. */
    private void install(Builder.Built built) {
        tally.made(built.region());
        if (built.plan().isStill()) {
            watch.add(built.region().footprint());
            replaceQuick(built);
            install(built.region(), built.entries());
        } else {
            tally.overwritten(1);
            reluctance.grow(built.entries().getFirst().pc());
        }
        built.plan().cuts().forEach(arrivals::expect);
    }

    /** What a full region holds the beginnings of is not entered elsewhere, or loops would be torn apart among several. */
    private void replaceQuick(Builder.Built built) {
        if (built.region().effort() == Effort.QUICK) {
            return;
        }
        for (Region region : entries.regions()) {
            long first = entries.of(region).getFirst().pc();
            if (region.effort() == Effort.QUICK && built.region().holds(first, region)) {
                tally.drop();
                watch.remove(region.footprint());
                entries.remove(region).forEach(arrivals::forget);
            }
        }
    }

    private void install(Region region, List<Entry> itsEntries) {
        boolean right = region.check(guest, stamp, flat);
        entries.add(region, itsEntries);
        for (Entry entry : itsEntries) {
            if (right && (entry.first() || !arrivals.isEntry(entry.pc(), region.effort()))) {
                arrivals.put(entry, stamp);
            }
        }
    }

    private void forgetAll() {
        tally.evicted(entries.count());
        entries.regions().forEach(region -> watch.remove(region.footprint()));
        entries.clear();
        vain.clear();
        arrivals.clear();
    }

    /** Some regions' instructions were written over. */
    private void changed() {
        for (Region region : entries.regions()) {
            if (!region.footprint().isValid()) {
                List<Entry> its = entries.remove(region);
                tally.overwritten(1);
                if (region.isYoung()) {
                    its.forEach(entry -> reluctance.grow(entry.pc()));
                }
            }
        }
        arrivals.forgetInvalid();
    }

    @Override
    public RegionStatistics statistics() {
        return tally.statistics(entries.regions(), workshop.nanoseconds());
    }

    @Override
    public void moved() {
        moved = true;
    }
}
