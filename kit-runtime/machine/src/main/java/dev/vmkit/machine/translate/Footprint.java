package dev.vmkit.machine.translate;

import dev.vmkit.machine.execute.GuestCode;
import dev.vmkit.machine.execute.Sight;
import dev.vmkit.machine.memory.Ram;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Where the instructions of a region lie, and whether they are still the same. */
final class Footprint {
    /**
     * Bytes of instructions without a gap.
     *
     * @param offset the first byte in the memory
     * @param length how many, at least 1
     */
    record Extent(Ram ram, int offset, int length) {
        boolean overlaps(Ram other, int from, int bytes) {
            return ram == other && from < offset + length && offset < from + bytes;
        }
    }

    /** An address that has to lead to a place of memory. */
    private record Lead(long pc, Ram ram, int offset) {}

    /** A page of memory, and how far from it the addresses are that lead there: it may be seen at several. */
    private record View(Ram ram, int page, long distance) {}

    private final List<Extent> extents;
    private final List<Lead> leads;
    private boolean valid = true;

    private Footprint(List<Extent> extents, List<Lead> leads) {
        this.extents = extents;
        this.leads = leads;
    }

    static Footprint of(Plan plan) {
        List<GuestInstruction> sorted = new ArrayList<>(plan.instructions());
        sorted.sort(Comparator.comparingInt(i -> i.site().offset()));
        List<Extent> extents = new ArrayList<>();
        List<Lead> leads = new ArrayList<>();
        Set<View> views = new HashSet<>();
        for (GuestInstruction instruction : sorted) {
            Sight.Site site = instruction.site();
            add(extents, new Extent(site.ram(), site.offset(), site.bytes()));
            int unit = site.offset() / site.ram().unitBytes();
            if (views.add(new View(site.ram(), site.offset() >>> Ram.PAGE_SHIFT, instruction.pc() - unit))) {
                leads.add(new Lead(instruction.pc(), site.ram(), site.offset()));
            }
        }
        return new Footprint(extents, leads);
    }

    private static void add(List<Extent> extents, Extent more) {
        Extent last = extents.isEmpty() ? null : extents.getLast();
        if (last != null && last.ram() == more.ram() && last.offset() + last.length() == more.offset()) {
            extents.set(extents.size() - 1, new Extent(last.ram(), last.offset(), last.length() + more.length()));
        } else {
            extents.add(more);
        }
    }

    List<Extent> extents() {
        return extents;
    }

    /** Whether addresses lead to the same places as when the region was made. */
    boolean isWhereItWas(GuestCode guest) {
        return leads.stream().allMatch(lead -> guest.leads(lead.pc(), lead.ram(), lead.offset()));
    }

    boolean isValid() {
        return valid;
    }

    /** Something was written over its instructions. */
    void invalidate() {
        valid = false;
    }

    /** Whether some instructions are also those of another region. */
    boolean overlaps(Footprint other) {
        return other.extents.stream().anyMatch(e -> overlaps(e.ram(), e.offset(), e.length()));
    }

    /** Whether instructions lie among these bytes. */
    boolean overlaps(Ram ram, int offset, int length) {
        return extents.stream().anyMatch(extent -> extent.overlaps(ram, offset, length));
    }
}
