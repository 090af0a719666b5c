package dev.vmkit.testkit.junit;

import dev.vmkit.assembly.compile.PluginCompiler;
import dev.vmkit.language.text.DiagnosticPrinter;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.MistakeException;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.testkit.judge.CheckResult;
import dev.vmkit.testkit.judge.Judge;
import dev.vmkit.testkit.judge.Status;
import dev.vmkit.testkit.local.LocalSubject;
import dev.vmkit.testkit.suite.Check;
import dev.vmkit.testkit.suite.Suite;
import dev.vmkit.testkit.suite.SuiteReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.junit.platform.engine.support.discovery.EngineDiscoveryRequestResolver;

/** Runs graded suites on the JUnit Platform: a container for each class with {@link GradedSuite}, a test for each check. */
public final class SuiteEngine implements TestEngine {
    private static final EngineDiscoveryRequestResolver<EngineDescriptor> RESOLVER =
            EngineDiscoveryRequestResolver.<EngineDescriptor>builder()
                    .addClassContainerSelectorResolver(isSuite())
                    .addSelectorResolver(context -> new SuiteResolver())
                    .build();

    private static Predicate<Class<?>> isSuite() {
        return type -> type.isAnnotationPresent(GradedSuite.class);
    }

    @Override
    public String getId() {
        return "vmkit-suites";
    }

    @Override
    public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId id) {
        EngineDescriptor engine = new EngineDescriptor(id, "graded suites");
        RESOLVER.resolve(request, engine);
        return engine;
    }

    /** @throws MistakeException if the suite has mistakes */
    static Suite read(GradedSuite named) {
        Path file = Path.of(named.suite()).toAbsolutePath();
        try {
            Diagnostics mistakes = new Diagnostics();
            SourceFile source = new SourceFile(named.suite(), Files.readString(file));
            Optional<Suite> suite = SuiteReader.read(
                    source, Optional.ofNullable(file.getParent()).orElseThrow(), mistakes);
            mistakes.throwIfErrors();
            return suite.orElseThrow();
        } catch (IOException e) {
            throw new IllegalArgumentException("the suite " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public void execute(ExecutionRequest request) {
        EngineExecutionListener listener = request.getEngineExecutionListener();
        TestDescriptor root = request.getRootTestDescriptor();
        listener.executionStarted(root);
        root.getChildren().forEach(child -> execute((SuiteDescriptor) child, listener));
        listener.executionFinished(root, TestExecutionResult.successful());
    }

    private static void execute(SuiteDescriptor descriptor, EngineExecutionListener listener) {
        listener.executionStarted(descriptor);
        try {
            report(descriptor, results(descriptor), listener);
            listener.executionFinished(descriptor, TestExecutionResult.successful());
        } catch (MistakeException mistaken) {
            AssertionError shown = new AssertionError(DiagnosticPrinter.plain().print(mistaken.diagnostics()));
            listener.executionFinished(descriptor, TestExecutionResult.failed(shown));
        } catch (RuntimeException broken) {
            listener.executionFinished(descriptor, TestExecutionResult.failed(broken));
        }
    }

    private static List<CheckResult> results(SuiteDescriptor descriptor) {
        GradedSuite named = descriptor.named();
        List<Path> plugins = Arrays.stream(named.plugins())
                .map(p -> Path.of(p).toAbsolutePath())
                .toList();
        Path submission = Path.of(named.submission()).toAbsolutePath();
        Suite suite = read(named);
        suite.reference().ifPresent(SuiteEngine::compiled);
        try (Judge judge = new Judge(suite, plugins)) {
            return judge.check(() -> LocalSubject.of(() -> compiled(submission), plugins), _ -> {});
        }
    }

    /** A place of which Java sources, if there are any, have classes beside them. */
    private static Path compiled(Path place) {
        try {
            PluginCompiler.compile(place);
            return place;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void report(SuiteDescriptor suite, List<CheckResult> results, EngineExecutionListener listener) {
        for (TestDescriptor child : suite.getChildren()) {
            CheckDescriptor check = (CheckDescriptor) child;
            CheckResult result = results.get(check.number() - 1);
            if (result.status() == Status.SKIPPED) {
                listener.executionSkipped(check, words(result));
            } else {
                listener.executionStarted(check);
                listener.executionFinished(check, outcome(result));
            }
        }
    }

    private static TestExecutionResult outcome(CheckResult result) {
        return result.status() == Status.PASSED
                ? TestExecutionResult.successful()
                : TestExecutionResult.failed(new CheckFailure(words(result)));
    }

    private static String words(CheckResult result) {
        String rationale = result.cause().map(cause -> cause.rationale()).orElse("");
        return result.hint().isEmpty() ? rationale : rationale + "\nhint: " + result.hint();
    }

    /** A check that did not pass; where in the judge that was found interests nobody. */
    private static final class CheckFailure extends AssertionError {
        private static final long serialVersionUID = 1L;

        CheckFailure(String message) {
            super(message);
            setStackTrace(new StackTraceElement[0]);
        }
    }

    /** The checks of a suite, by their names; none if it has mistakes, which are shown when it runs. */
    static List<Check> checks(GradedSuite named) {
        try {
            return read(named).checks();
        } catch (MistakeException | IllegalArgumentException mistaken) {
            return List.of();
        }
    }
}
