package dev.vmkit.tools.classroom;

import dev.vmkit.testkit.suite.Suite;
import dev.vmkit.tools.submission.Sha256;

/** What a verdict depends on besides the submission: another suite, or another kit, grades anew. */
public final class GradingKey {
    private GradingKey() {}

    /** A digest of it, in hexadecimal. */
    public static String of(Suite suite, String kit) {
        return new Sha256().add(suite.digest()).add(kit).hexadecimal();
    }
}
