package dev.vmkit.assembly.assemble;

import dev.vmkit.assembly.config.Located;
import dev.vmkit.assembly.config.MachineConfig;
import dev.vmkit.assembly.config.MemoryConfig;
import dev.vmkit.assembly.config.MemoryConfig.Extent;
import dev.vmkit.machine.memory.Ram;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.LongFunction;

/**
 * Memory of a machine that is cleared while its file is still being worked on, in a thread of its own: for 128 MiB the host needs from 0.1 to
 * 0.5 s, about as long as it takes to read an instruction set. Only for machines that are going to run.
 */
public final class MemoryAhead {
    /** Bytes of a piece. */
    private static final long WORTHWHILE = 16L << 20;

    /** Bytes altogether: a machine with a mistake should not have to wait for gigabytes before that is said. */
    private static final long MOST = 512L << 20;

    private record Taken(long bytes, CompletableFuture<byte[]> zeros) {}

    private final LongFunction<byte[]> take;
    private final List<Taken> taken = new ArrayList<>();

    public MemoryAhead() {
        this(Ram::zeros);
    }

    MemoryAhead(LongFunction<byte[]> take) {
        this.take = take;
    }

    /** Begins with what the machine surely needs, within its limit; whether it may have that is for others to find out. */
    public void begin(MachineConfig machine) {
        long limit = machine.limits().memory().map(Located::value).orElse(MemoryResolver.DEFAULT_LIMIT);
        long left = Math.min(limit, MOST);
        for (MemoryConfig memory : machine.memory()) {
            long bytes = memory.extent().map(MemoryAhead::bytes).orElse(0L);
            if (bytes >= WORTHWHILE && bytes <= left) {
                left -= bytes;
                taken.add(new Taken(bytes, CompletableFuture.supplyAsync(() -> take.apply(bytes), MemoryAhead::start)));
            }
        }
    }

    private static long bytes(Extent extent) {
        return extent instanceof Extent.Size size && !size.amount().value().bare()
                ? size.amount().value().number()
                : 0;
    }

    private static void start(Runnable task) {
        Thread.ofPlatform().name("memory").daemon().start(task);
    }

    /** A piece of memory, each time another one. */
    Ram ram(ResolvedMemory memory) {
        int unitBytes = memory.space().unit() / Byte.SIZE;
        return zeros(memory.bytes())
                .map(zeros -> new Ram(zeros, unitBytes, memory.writable()))
                .orElseGet(() -> new Ram(memory.units(), unitBytes, memory.writable()));
    }

    /** Lets go of what nobody wanted. */
    void end() {
        taken.clear();
    }

    private Optional<byte[]> zeros(long bytes) {
        Optional<Taken> first =
                taken.stream().filter(one -> one.bytes() == bytes).findFirst();
        first.ifPresent(taken::remove);
        try {
            return first.map(one -> one.zeros().join());
        } catch (
                CompletionException tooMuch) { // whoever tries once more fails in the same way, where that is explained
            return Optional.empty();
        }
    }
}
