package dev.vmkit.machine.translate;

import dev.vmkit.language.isa.Space;
import dev.vmkit.machine.execute.GuestCode;
import dev.vmkit.machine.execute.Reach;
import java.util.HashMap;
import java.util.Map;

/** How each space is reached at the time a region is made. Translated code relies on it. */
record Ways(Map<String, Reach> bySpace) {
    private static final Reach NONE = new Reach.Nothing();

    /** As things are now. Of the spaces that are translated, only that of instructions counts. */
    static Ways of(GuestCode guest) {
        Map<String, Reach> found = new HashMap<>();
        for (Space space : guest.hart().isa().model().spaces().values()) {
            if (guest.isFetched(space) || !guest.isTranslated(space)) {
                found.put(space.name(), guest.reach(space));
            }
        }
        return new Ways(found);
    }

    Reach to(Space space) {
        return bySpace.getOrDefault(space.name(), NONE);
    }
}
