package dev.vmkit.tools.analysis;

import java.util.ArrayList;
import java.util.List;

/** What the verdict does not say. */
final class Caveats {
    private Caveats() {}

    static List<String> of(boolean mediated, String low, String high) {
        List<String> caveats = new ArrayList<>();
        caveats.add(
                "Popek and Goldberg's conditions are sufficient, not necessary: a machine that fails them may still be "
                        + "virtualized by translating, patching or interpreting its code.");
        caveats.add("Their machine has a base and a bound, and neither paging nor interrupts. An interrupt is taken to"
                + " reach the monitor, which delivers it to the guest.");
        if (mediated) {
            caveats.add("With page tables, permissions make ordinary loads and stores depend on the mode. A monitor"
                    + " answers that with a set of page tables for each mode of the guest; the classes above take"
                    + " it to do so.");
        }
        caveats.add(
                "What holds a reservation loses it at a trap: a monitor that steps through a guest's load-reserved and "
                        + "store-conditional may never get on.");
        caveats.add("Numbers without a name, as of control registers, are represented by the lowest and the highest;"
                + " devices in memory are the mapping's business.");
        caveats.add("How long instructions take is not looked at: a guest that measures it can tell. Both modes, " + low
                + " and " + high + ", are those of one processor.");
        return caveats;
    }
}
