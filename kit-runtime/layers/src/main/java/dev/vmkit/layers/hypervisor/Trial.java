package dev.vmkit.layers.hypervisor;

import dev.vmkit.machine.hart.Engine;
import dev.vmkit.machine.hart.Hart;
import dev.vmkit.machine.translate.TranslateEngine;

public final class Trial {
    private Trial() {}

    public static Engine engine(Hart hart) {
        ExitLog log = new ExitLog();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            System.err.println("direct " + log.direct() + " exits " + log.total() + " retired " + hart.retired());
            log.counts().forEach((e, n) -> System.err.println(e.cause() + " " + e.detail() + " " + n));
        }));
        return TranslateEngine.assisted(
                hart,
                guest -> new DirectExecution(
                        hart, Deprivileged.of(hart.isa(), _ -> false), TranslateEngine::tiered, log));
    }
}
