package dev.vmkit.tools.benchmark;

import dev.vmkit.api.Image;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.IsaLoader;
import dev.vmkit.language.semantics.SemanticsChecker;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.layers.image.ImageFormats;
import dev.vmkit.machine.execute.InterpretEngine;
import dev.vmkit.machine.hart.Engine;
import dev.vmkit.machine.hart.Hart;
import dev.vmkit.machine.memory.AddressSpace;
import dev.vmkit.machine.memory.Ram;
import dev.vmkit.machine.memory.Window;
import dev.vmkit.machine.translate.TranslateEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How fast an engine executes what a real compiler made: {@code curriculum/01-real-compiler}, again and again. The
 * score is in operations a microsecond, that is, million guest instructions a second. From the root of the repository:
 *
 * <pre>mvn -q test -Pbenchmark -DskipTests -pl kit-runtime/tools -am</pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
public class EngineBenchmark {
    private static final int BUDGET = 1_000_000;
    private static final long RAM_START = 0x8000_0000L;
    private static final long RAM_BYTES = 16 << 20;
    private static final long UART = 0x1000_0000L;
    private static final long FINISHER = 0x10_0000L;
    private static final int LINE_STATUS = 5;
    private static final int READY_TO_SEND = 0x60;

    @Param({"interpret", "auto"})
    private String engine = "";

    private final Path root = Path.of(System.getProperty("kit.root", "../.."));
    private Hart hart;
    private AddressSpace memory;
    private Image image;

    @Setup
    public void build() throws IOException {
        Isa isa = isa();
        Path elf = root.resolve("curriculum/01-real-compiler/program.elf");
        image = ImageFormats.builtIn().getFirst().load("program.elf", Files.readAllBytes(elf));
        memory = AddressSpace.of(isa.model(), isa.model().spaces().get("phys"));
        memory.map(RAM_START, new Ram(RAM_BYTES, 1, true));
        memory.map(UART, new Port((offset, value) -> {}));
        memory.map(FINISHER, new Port((offset, value) -> hart.limit(0)));
        hart = new Hart(isa, Map.of("phys", memory), Map.of(), engine());
        start();
    }

    private Engine.Factory engine() {
        return engine.equals("auto") ? TranslateEngine::tiered : InterpretEngine::new;
    }

    private Isa isa() throws IOException {
        Path file = root.resolve("plugins/isa-riscv/src/main/resources/riscv.yaml");
        Diagnostics diagnostics = new Diagnostics();
        SourceFile source = new SourceFile("riscv.yaml", Files.readString(file));
        return IsaLoader.load(source, name -> Optional.empty(), IsaLoader.Choice.DEFAULT, diagnostics)
                .flatMap(model -> SemanticsChecker.check(model, diagnostics))
                .orElseThrow(() -> new IllegalStateException(diagnostics.list().toString()));
    }

    private void start() {
        image.segments().forEach(segment -> memory.install(segment.address(), segment.bytes()));
        hart.reset(image.entry().orElseThrow());
    }

    @Benchmark
    @OperationsPerInvocation(BUDGET)
    public long realCompiler() {
        long end = hart.retired() + BUDGET;
        while (hart.retired() < end) {
            hart.run(end - hart.retired());
            if (hart.retired() < end) {
                start();
            }
        }
        return hart.state().pc();
    }

    /** As much of a UART and of a finisher as the program needs. */
    private record Port(Writes writes) implements Window {
        private interface Writes {
            void write(long offset, long value);
        }

        @Override
        public long size() {
            return 0x1000;
        }

        @Override
        public long read(long offset, int width) {
            return offset == LINE_STATUS ? READY_TO_SEND : 0;
        }

        @Override
        public void write(long offset, int width, long value) {
            writes.write(offset, value);
        }
    }
}
