package dev.vmkit.testkit.device;

import dev.vmkit.api.PowerSwitch;

/** A power switch that only notes what is done with it. */
final class BenchPower implements PowerSwitch {
    private String last = "";

    String last() {
        return last;
    }

    @Override
    public void off(int status) {
        last = "off " + status;
    }

    @Override
    public void reset() {
        last = "reset";
    }
}
