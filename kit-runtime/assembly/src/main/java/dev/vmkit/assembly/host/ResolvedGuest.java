package dev.vmkit.assembly.host;

import dev.vmkit.api.TaskInfo;
import dev.vmkit.assembly.assemble.ResolvedMachine;
import dev.vmkit.layers.hypervisor.Technique;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A guest in which every name stands for a thing.
 *
 * @param task what it is to the scheduler; its number is the guest's place
 * @param techniques how it runs, from the outermost monitor to the innermost
 * @param input a file with what is typed at its console
 * @param dialogue a file with what is typed there, each after what the guest has shown
 */
public record ResolvedGuest(
        TaskInfo task,
        ResolvedMachine machine,
        List<Technique> techniques,
        Optional<Path> input,
        Optional<Path> dialogue) {

    public ResolvedGuest {
        techniques = List.copyOf(techniques);
    }

    public String name() {
        return task.name();
    }
}
