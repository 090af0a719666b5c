package dev.vmkit.tools.bench;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a benchmark went; {@link ResultTable}, {@link ResultJson} and {@link ResultPlot} show it.
 *
 * @param host where it ran
 * @param runs how many there were of each kernel by each contender
 */
public record Report(Host host, int runs, List<KernelReport> kernels) {
    public Report {
        kernels = List.copyOf(kernels);
    }

    /** The kernels of a group, in their order. */
    List<KernelReport> of(Group group) {
        return kernels.stream().filter(k -> k.kernel().group() == group).toList();
    }

    /** The ratios of one engine in some groups. */
    List<Ratio> ratios(Set<Group> groups, String engine) {
        return kernels.stream()
                .filter(k -> groups.contains(k.kernel().group()))
                .flatMap(k -> k.series().stream()
                        .filter(one -> one.contender().name().equals(engine))
                        .map(k::ratio)
                        .flatMap(Optional::stream))
                .toList();
    }
}
