package dev.vmkit.tools.cli;

import dev.vmkit.assembly.compile.PluginCompiler;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.testkit.suite.Suite;
import dev.vmkit.testkit.suite.SuiteReader;
import dev.vmkit.tools.grade.Grader;
import dev.vmkit.tools.grade.KitDigest;
import dev.vmkit.tools.isolate.Cages;
import dev.vmkit.tools.isolate.Isolation;
import dev.vmkit.tools.isolate.KitRuntime;
import dev.vmkit.tools.isolate.Limits;
import dev.vmkit.tools.isolate.Sandbox;
import dev.vmkit.tools.isolate.Tier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What all commands that grade have in common. */
final class GradingOptions {
    @Option(
            names = "--sandbox",
            paramLabel = "HOW",
            description =
                    "How submissions are held: ${COMPLETION-CANDIDATES}. Default: auto, as well as this machine can;"
                            + " with required, in a sandbox or not at all.")
    private Sandbox sandbox = Sandbox.AUTO;

    /** The suite in a file, all its mistakes told, and its reference compiled. */
    static Suite suite(Surroundings surroundings, String written) throws IOException {
        SourceFile file = SourceFiles.read(surroundings, written);
        Path folder = Objects.requireNonNull(
                surroundings.path(written).toAbsolutePath().getParent());
        Diagnostics diagnostics = new Diagnostics();
        Optional<Suite> suite = SuiteReader.read(file, folder, diagnostics);
        diagnostics.throwIfErrors();
        Optional<Path> reference = suite.orElseThrow().reference();
        if (reference.isPresent()) {
            PluginCompiler.compile(reference.get());
        }
        return suite.orElseThrow();
    }

    /** Processes for submissions of that suite; how well they are held is said if it is not as well as could be. */
    Cages cages(Screen screen, Surroundings surroundings, Suite suite, int ahead) throws IOException {
        KitRuntime kit = KitRuntime.ofThisProcess(surroundings.plugins());
        Isolation isolation = Isolation.choose(sandbox, kit);
        if (isolation.tier() != Tier.SANDBOX) {
            screen.say(screen.yellow("kit: ") + "submissions are held by " + isolation.summary());
        }
        Limits limits = Limits.of(suite.caps().time(), suite.caps().memory());
        return new Cages(isolation, limits, ahead);
    }

    Grader grader(Surroundings surroundings, Suite suite, Cages cages) throws IOException {
        return new Grader(suite, plugins(surroundings), cages, kit(surroundings));
    }

    static List<Path> plugins(Surroundings surroundings) {
        return List.of(surroundings.plugins());
    }

    /** Which kit this is: its version, and what tells builds apart. */
    private static String kit(Surroundings surroundings) throws IOException {
        return Kit.VERSION + "+" + KitDigest.of(KitRuntime.ofThisProcess(surroundings.plugins()));
    }
}
