package dev.vmkit.language.sensitivity;

import dev.vmkit.language.isa.Privilege;
import dev.vmkit.language.isa.Privilege.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The mode that a kernel is written for, and the less privileged one in which a monitor has it run. */
public record ModePair(Mode low, Mode high) {

    /** The one that matters most: kernels run where programs do. Nothing if there is one mode only. */
    public static Optional<ModePair> usual(Privilege privilege) {
        return privilege.kernel().equals(privilege.user())
                ? Optional.empty()
                : Optional.of(new ModePair(privilege.user(), privilege.kernel()));
    }

    /** All, the usual one first. */
    public static List<ModePair> all(Privilege privilege) {
        List<ModePair> pairs = new ArrayList<>();
        usual(privilege).ifPresent(pairs::add);
        for (int low = 0; low < privilege.modes().size(); low++) {
            for (int high = low + 1; high < privilege.modes().size(); high++) {
                ModePair pair = new ModePair(
                        privilege.modes().get(low), privilege.modes().get(high));
                if (!pairs.contains(pair)) {
                    pairs.add(pair);
                }
            }
        }
        return pairs;
    }

    @Override
    public String toString() {
        return high.name() + " in " + low.name();
    }
}
