package dev.vmkit.testkit.suite;

import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.Text;
import dev.vmkit.language.yaml.MappingReader;
import java.math.BigDecimal;
import java.util.Optional;

/** Reads points: {@code 2}, {@code 0.5}. */
record PointsReader(Diagnostics diagnostics) {
    private static final int DIGITS = 2;
    private static final Points MOST = Points.of(100_000);

    /** The points under a key; nothing if there are none, or they are none, which is reported. */
    Optional<Points> read(MappingReader in, String key) {
        return in.text(key).flatMap(this::points);
    }

    private Optional<Points> points(Text written) {
        if (written.value().matches("[0-9]{1,6}([.][0-9]{1,2})?")) {
            Points points = new Points(
                    new BigDecimal(written.value()).movePointRight(DIGITS).longValueExact());
            if (points.compareTo(MOST) <= 0) {
                return Optional.of(points);
            }
        }
        diagnostics.report(
                SuiteProblem.POINTS,
                written.span(),
                "expected points, from 0 to " + MOST + " with at most two decimals, found '" + written + "'");
        return Optional.empty();
    }
}
