package dev.vmkit.machine.translate;

import dev.vmkit.machine.memory.PageObserver;
import dev.vmkit.machine.memory.Ram;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Learns of writes over translated instructions, by whomever, before they happen. */
final class CodeWatch implements PageObserver {
    /** What is known of a page of memory. */
    private static final class Page {
        private final List<Footprint> footprints = new ArrayList<>();
    }

    private final Map<Ram, Map<Integer, Page>> pages = new IdentityHashMap<>();
    private final Runnable changed;

    /**
     * Watches nothing so far.
     *
     * @param changed told when a footprint has become invalid
     */
    CodeWatch(Runnable changed) {
        this.changed = changed;
    }

    /** Invalidates a footprint as soon as something is written there. */
    void add(Footprint footprint) {
        for (Footprint.Extent extent : footprint.extents()) {
            int first = extent.offset() >>> Ram.PAGE_SHIFT;
            int last = (extent.offset() + extent.length() - 1) >>> Ram.PAGE_SHIFT;
            for (int number = first; number <= last; number++) {
                List<Footprint> there = page(extent.ram(), number).footprints;
                there.removeIf(old -> !old.isValid()); // written over in another page
                if (!there.contains(footprint)) {
                    there.add(footprint);
                }
            }
            extent.ram().watch(extent.offset(), extent.length());
        }
    }

    /** Stops watching. */
    void remove(Footprint footprint) {
        for (Footprint.Extent extent : footprint.extents()) {
            pages.getOrDefault(extent.ram(), Map.of()).values().forEach(page -> page.footprints.remove(footprint));
        }
    }

    private Page page(Ram ram, int number) {
        Map<Integer, Page> ofRam = pages.get(ram);
        if (ofRam == null) {
            ofRam = new HashMap<>();
            pages.put(ram, ofRam);
            ram.observe(this);
        }
        return ofRam.computeIfAbsent(number, _ -> new Page());
    }

    @Override
    public void written(Ram ram, int offset, int length) {
        Map<Integer, Page> ofRam = pages.getOrDefault(ram, Map.of());
        int last = (offset + length - 1) >>> Ram.PAGE_SHIFT;
        for (int number = offset >>> Ram.PAGE_SHIFT; number <= last; number++) {
            Page page = ofRam.get(number);
            if (page != null) {
                forget(page, ram, offset, length);
                page.footprints.forEach(rest -> watchAgain(rest, ram, offset, length));
            }
        }
    }

    private void forget(Page page, Ram ram, int offset, int length) {
        boolean any = false;
        for (Iterator<Footprint> all = page.footprints.iterator(); all.hasNext(); ) {
            Footprint footprint = all.next();
            if (footprint.overlaps(ram, offset, length)) {
                footprint.invalidate();
                all.remove();
                any = true;
            }
        }
        if (any) {
            changed.run();
        }
    }

    /** Instructions in the same lines that were not written over are watched further. */
    private static void watchAgain(Footprint footprint, Ram ram, int offset, int length) {
        int shift = ram.lineShift();
        int first = offset >>> shift << shift;
        int end = ((offset + length - 1 >>> shift) + 1) << shift;
        for (Footprint.Extent extent : footprint.extents()) {
            if (extent.overlaps(ram, first, end - first)) {
                int from = Math.max(first, extent.offset());
                ram.watch(from, Math.min(end, extent.offset() + extent.length()) - from);
            }
        }
    }
}
