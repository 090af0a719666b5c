package dev.vmkit.assembly.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.assembly.PluginFolder;
import dev.vmkit.assembly.catalog.Catalog;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.language.yaml.Values;
import dev.vmkit.language.yaml.YamlReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyResolverTests {
    @TempDir
    private Path folder;

    private final Diagnostics diagnostics = new Diagnostics();
    private Catalog catalog = Catalog.open(List.of());

    @BeforeEach
    void aPluginWithAPolicy() {
        PluginFolder.plugin(folder, "demo", "policy: turns.yaml")
                .file("turns.yaml", """
                    policy: turns
                    doc: Takes turns.
                    class: demo.Turns
                    parameters:
                      slice: { type: time, default: 10, least: 1, most: 1000, doc: How long. }
                      order: { doc: Which way. }
                    """)
                .java("Turns", """
                    public final class Turns extends TaskPolicy<TaskPolicy.Task> {
                        public void start(PolicyContext context) {}
                        protected Task task(TaskInfo info) { return new Task(info); }
                        protected Decision decide(int cpu, long now) { return run(waiting(cpu).findFirst(), 1); }
                    }
                    """);
        catalog = Catalog.open(List.of(folder));
    }

    @AfterEach
    void close() {
        catalog.close();
    }

    @Test
    void aMachineFileGivesParametersAndASeed() {
        ResolvedPolicy policy = yaml("{ policy: turns, slice: 500 instructions, order: 2, seed: 42 }")
                .orElseThrow();

        assertThat(diagnostics.list()).isEmpty();
        assertThat(policy.parameters().number("slice")).isEqualTo(500);
        assertThat(policy.parameters().number("order")).isEqualTo(2);
        assertThat(policy.setup(3).seed()).isEqualTo(42);
        assertThat(policy.setup(3).cpus()).isEqualTo(3);
        assertThat(policy.create()).isNotSameAs(policy.create());
    }

    @Test
    void theCommandLineDoesTheSame() {
        ResolvedPolicy policy =
                resolve(PolicyChoice.parse("turns, order=1,seed=7")).orElseThrow();

        assertThat(policy.title()).isEqualTo("turns,order=1,seed=7");
        assertThat(policy.parameters().number("slice")).isEqualTo(10);
        assertThat(policy.setup(1).seed()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        turn,order=1          | K104 no scheduler policy called 'turn'
        turns                 | K112 'turns' needs a value for 'order'
        turns,order=1,slcie=5 | K111 'turns' has no parameter 'slcie'
        turns,order=1,slice=0 | K808 slice lies outside its range, from 1 to 1000
        turns,order=1,seed=x  | K016 expected a whole number, found 'x'
        turns,order           | K111 'turns' has no parameter ''
        """)
    void mistakesAreReported(String written, String expected) {
        assertThat(resolve(PolicyChoice.parse(written))).isEmpty();
        assertThat(diagnostics.list())
                .extracting(d -> d.problem().code() + " " + d.message())
                .contains(expected);
    }

    private Optional<ResolvedPolicy> yaml(String text) {
        return YamlReader.read(new SourceFile("m.yaml", text), diagnostics)
                .flatMap(node -> new Values(diagnostics).mapping(node, "the scheduler"))
                .flatMap(PolicyChoice::read)
                .flatMap(this::resolve);
    }

    private Optional<ResolvedPolicy> resolve(PolicyChoice choice) {
        return new PolicyResolver(catalog, diagnostics).resolve(choice);
    }
}
