package dev.vmkit.machine.execute;

import dev.vmkit.machine.hart.Engine;
import dev.vmkit.machine.translate.TranslateEngine;
import java.util.List;

/** The engines that have to pass every test of a hart. */
public final class Engines {
    private Engines() {}

    public record Named(String name, Engine.Factory factory) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Named> all() {
        return List.of(
                new Named("interpret", InterpretEngine::new),
                new Named("forms", TranslateEngine::interpreting),
                new Named("quick", TranslateEngine::quick),
                new Named("translate", TranslateEngine::eager));
    }
}
