package dev.vmkit.assembly.experiment;

import dev.vmkit.language.text.Text;
import dev.vmkit.layers.hypervisor.Exit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What things cost on a processor, in cycles: a model.
 *
 * @param about one sentence on what it stands for
 * @param instruction one, wherever it is executed
 * @param techniques what exits cost under each
 */
public record CostProfile(Text name, String about, long instruction, Map<String, Costs> techniques) {
    public CostProfile {
        techniques = Map.copyOf(techniques);
    }

    /**
     * What a technique costs besides instructions.
     *
     * @param exits by {@code "cause"} or {@code "cause detail"}
     * @param other every other exit
     * @param reference reading an entry of a table while an address is translated twice
     * @param adds exits of another run that are counted as this one's
     */
    public record Costs(Map<String, Long> exits, long other, long reference, Optional<Borrowed> adds) {
        public Costs {
            exits = Map.copyOf(exits);
        }

        /** One exit. */
        public long of(Exit exit) {
            Long exactly = exits.get(exit.cause() + " " + exit.detail());
            return exactly != null ? exactly : exits.getOrDefault(exit.cause().toString(), other);
        }
    }

    /**
     * Exits that a processor had which could less than the kit's.
     *
     * @param from the technique whose run has them
     * @param exits by {@code "cause"} or {@code "cause detail"}
     */
    public record Borrowed(Text from, List<String> exits) {
        public Borrowed {
            exits = List.copyOf(exits);
        }

        /** Whether an exit of that run is one. */
        public boolean has(Exit exit) {
            return exits.contains(exit.cause().toString()) || exits.contains(exit.cause() + " " + exit.detail());
        }
    }
}
