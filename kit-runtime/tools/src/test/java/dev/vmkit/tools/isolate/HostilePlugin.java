package dev.vmkit.tools.isolate;

import dev.vmkit.assembly.compile.PluginCompiler;
import dev.vmkit.tools.submission.Intake;
import dev.vmkit.tools.submission.Submission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * A plugin as a student hands it in: a device that adds up what is written to it, and does something else as well when 66 is
 * written.
 */
record HostilePlugin(Path folder) {
    private static final String DECLARATION = """
        plugin: counter
        version: 1.0.0
        requires: ">=1.0.0 & <2.0.0"
        about: Adds up what is written.
        provides: [ { device: counter.yaml } ]
        """;
    private static final String DEVICE = """
        device: counter
        doc: Adds up what is written.
        class: demo.Counter
        size: 1
        registers:
          SUM: { at: 0, doc: The sum. }
        """;
    private static final String MODEL = """
        package demo;
        import dev.vmkit.api.*;
        import java.io.*;
        import java.nio.file.*;
        import java.util.*;
        public final class Counter implements DeviceModel {
            static int machines;
            @Override public Device create(DeviceContext context) { machines++; return new Sum(); }
            static final class Sum implements Device {
                long sum;
                @Override public long read(long offset, int width) { return sum; }
                @Override public void reset() { sum = 0; }
                @Override public StateTree save() { return StateTree.EMPTY.with("sum", sum); }
                @Override public void load(StateTree state) { sum = state.number("sum"); }
                @Override public void write(long offset, int width, long value) {
                    sum += value;
                    if (value == 66) {
                        try { trick(); } catch (RuntimeException e) { throw e; } catch (Exception e) { throw new RuntimeException(e); }
                    }
                }
                void trick() throws Exception {
        %s
                }
        %s
            }
        }
        """;

    /** The plugin whose trick is those statements. */
    static HostilePlugin that(Path folder, String trick) throws IOException {
        return that(folder, trick, "");
    }

    /** The same with more members of the device. */
    static HostilePlugin that(Path folder, String trick, String members) throws IOException {
        HostilePlugin plugin = new HostilePlugin(folder);
        plugin.write("plugin.yaml", DECLARATION);
        plugin.write("counter.yaml", DEVICE);
        plugin.write("src/demo/Counter.java", MODEL.formatted(trick, members));
        return plugin;
    }

    HostilePlugin write(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        return this;
    }

    /** Takes it in as it was handed in: with its sources, or compiled. */
    Submission handedIn(Path into, boolean compiled) throws IOException {
        if (compiled) {
            PluginCompiler.compile(folder);
            Files.move(folder.resolve("src"), into.resolveSibling(into.getFileName() + "-sources"));
        }
        return Intake.take(folder, Files.createDirectories(into), Set.of("plugin.yaml"));
    }
}
