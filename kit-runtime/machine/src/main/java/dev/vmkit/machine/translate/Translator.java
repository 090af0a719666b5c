package dev.vmkit.machine.translate;

import dev.vmkit.machine.execute.Accelerator;
import dev.vmkit.machine.execute.GuestCode;
import dev.vmkit.machine.execute.Reach;
import dev.vmkit.machine.hart.Hart;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs the regions of one hart: where execution arrives at the entry of one, it goes on there. It counts arrivals
 * elsewhere, and makes a region where there are many.
 */
final class Translator implements Accelerator {
    /** Instructions at a time in a region: short enough that the JVM soon sees it called often. */
    private static final long MOST_AT_ONCE = 10_000;

    private final GuestCode guest;
    private final Hart hart;
    private final long[] registers;
    private final int pcSlot;
    private final Options options;
    private final Workshop workshop;
    private final CodeWatch watch = new CodeWatch(this::changed);
    private final Arrivals arrivals = new Arrivals();
    private final Map<Long, List<Region>> regions = new HashMap<>();
    private final Passage passage = new Passage();
    private Object stamp = new Object();
    private boolean moved = true;
    private boolean flat;
    private int count;

    Translator(GuestCode guest, Options options) {
        this.guest = guest;
        this.hart = guest.hart();
        this.registers = hart.state().slots();
        this.pcSlot = hart.isa().model().pc().slot();
        this.options = options;
        this.workshop = options.background() ? new BackgroundWorkshop() : new Workshop();
    }

    @Override
    public boolean arrive(long from, long to) {
        boolean went = false;
        long pc = to;
        while (hart.retired() < hart.deadline()) {
            Region region = find(pc);
            long left = Math.min(hart.deadline() - hart.retired(), MOST_AT_ONCE);
            if (region == null || left < region.least()) {
                return went;
            }
            pc = run(region, (int) left);
            went = true;
            if (passage.interpret) {
                passage.interpret = false;
                return true;
            }
        }
        return went;
    }

    private long run(Region region, int left) {
        long next = region.code().run(passage, registers, left);
        int executed = left - passage.left;
        hart.retire(executed, region.countsCycles() ? passage.cycles : executed);
        registers[pcSlot] = next;
        return next;
    }

    private @Nullable Region find(long pc) {
        if (moved) {
            look();
        }
        Region region = arrivals.region(pc);
        return region != null && region.isRightUnder(stamp) ? region : search(pc);
    }

    /** Finds out how things are now. */
    private void look() {
        moved = false;
        stamp = guest.stamp();
        switch (guest.reach(hart.isa().model().fetch())) {
            case Reach.Paged paged -> {
                flat = false;
                passage.loads = paged.loads();
                passage.stores = paged.stores();
            }
            case Reach.Flat _, Reach.Nothing _ -> flat = true;
        }
    }

    private @Nullable Region search(long pc) {
        install();
        if (arrivals.isNews(pc, stamp)) {
            for (Region region : regions.getOrDefault(pc, List.of())) {
                if (region.check(guest, stamp, flat)) {
                    arrivals.put(pc, region);
                    return region;
                }
            }
        }
        if (arrivals.count(pc) == options.threshold()) {
            translate(pc);
            install();
            Region fresh = arrivals.region(pc);
            return fresh != null && fresh.isRightUnder(stamp) ? fresh : null;
        }
        return null;
    }

    private void translate(long pc) {
        Ways ways = Ways.of(guest);
        Planner planner = new Planner(new Lifter(guest, ways));
        Optional<Plan> plan = workshop.isBusy() ? Optional.empty() : planner.plan(pc, options.size());
        if (plan.isEmpty() || plan.get().size() < options.least()) {
            return;
        }
        Footprint footprint = Footprint.of(plan.get());
        watch.add(footprint);
        workshop.order(new Builder(ways, guest.isBigEndian(), flat), plan.get(), footprint);
    }

    /** Takes what the workshop has made. */
    private void install() {
        for (Region region = workshop.poll(); region != null; region = workshop.poll()) {
            if (region.footprint().isValid()) {
                regions.computeIfAbsent(region.pc(), _ -> new ArrayList<>()).add(region);
                count++;
                if (region.check(guest, stamp, flat)) {
                    arrivals.put(region.pc(), region);
                }
            }
        }
        if (count > options.most()) {
            forgetAll();
        }
    }

    private void forgetAll() {
        regions.values().forEach(all -> all.forEach(region -> watch.remove(region.footprint())));
        regions.clear();
        arrivals.clear();
        count = 0;
    }

    /** Some region's instructions were written over. */
    private void changed() {
        regions.values().removeIf(all -> {
            int before = all.size();
            all.removeIf(region -> !region.footprint().isValid());
            count -= before - all.size();
            return all.isEmpty();
        });
        arrivals.forgetInvalid();
    }

    @Override
    public void moved() {
        moved = true;
    }
}
