package dev.vmkit.layers.schedule;

import dev.vmkit.api.Parameters;
import dev.vmkit.api.PolicyContext;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** What a dispatcher gives its policy. */
record HostContext(PolicySetup setup, RandomGenerator random, Consumer<String> notes) implements PolicyContext {
    @Override
    public int cpus() {
        return setup.cpus();
    }

    @Override
    public Parameters parameters() {
        return setup.parameters();
    }

    @Override
    public void note(String text) {
        notes.accept(text);
    }
}
