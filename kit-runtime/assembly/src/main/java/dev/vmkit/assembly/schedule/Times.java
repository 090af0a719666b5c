package dev.vmkit.assembly.schedule;

import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.Text;
import dev.vmkit.language.yaml.MappingReader;
import dev.vmkit.language.yaml.Values;
import java.math.BigInteger;
import java.util.Optional;

/** Reads whole numbers of virtual time. */
record Times(Diagnostics diagnostics) {
    static final long MOST = 1_000_000_000_000L;

    Optional<Long> read(MappingReader in, String key, long least) {
        return in.text(key).flatMap(text -> read(text, key, least));
    }

    Optional<Long> read(Text text, String what, long least) {
        Optional<BigInteger> number = new Values(diagnostics).number(text);
        if (number.isPresent()
                && (number.get().bitLength() > 62 || outside(number.get().longValue(), least))) {
            diagnostics.report(
                    WorkloadProblem.TIME, text.span(), "'" + what + "' is a time from " + least + " to " + MOST);
            return Optional.empty();
        }
        return number.map(BigInteger::longValue);
    }

    private static boolean outside(long value, long least) {
        return value < least || value > MOST;
    }
}
