package dev.vmkit.assembly.assemble;

import dev.vmkit.assembly.config.MachineProblem;
import dev.vmkit.language.isa.Space;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.Span;
import java.util.ArrayList;
import java.util.List;

/** Who claims which addresses. Each claim must lie within its space and apart from all others. */
final class Claims {
    private record Claim(String who, Space space, long start, long units, Span at) {
        String range() {
            return Addresses.range(start, units);
        }
    }

    private final List<Claim> claims = new ArrayList<>();
    private final Diagnostics diagnostics;

    Claims(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** Claims addresses for "memory 'ram'"; reports if they do not exist or belong to somebody else. */
    void add(String who, Space space, long start, long units, Span at) {
        Claim claim = new Claim(who, space, start, units, at);
        if (!Addresses.exist(start, units, space.addressWidth())) {
            diagnostics.report(
                    MachineProblem.OUTSIDE,
                    at,
                    "%s needs %d addresses from %s on, but the last address of '%s' is %s"
                            .formatted(
                                    who,
                                    units,
                                    Addresses.hex(start),
                                    space.name(),
                                    Addresses.hex(Addresses.last(space.addressWidth()))));
            return;
        }
        claims.stream().filter(other -> clash(claim, other)).forEach(other -> report(claim, other));
        claims.add(claim);
    }

    private static boolean clash(Claim a, Claim b) {
        return a.space().name().equals(b.space().name())
                && Addresses.overlap(a.start(), a.units(), b.start(), b.units());
    }

    private void report(Claim claim, Claim other) {
        diagnostics.report(
                MachineProblem.OVERLAP,
                claim.at(),
                "%s (%s) overlaps %s (%s)".formatted(claim.who(), claim.range(), other.who(), other.range()),
                "",
                other.at(),
                other.who() + " claims " + other.range());
    }
}
