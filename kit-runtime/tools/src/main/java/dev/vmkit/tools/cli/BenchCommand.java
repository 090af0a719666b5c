package dev.vmkit.tools.cli;

import dev.vmkit.language.text.Suggestion;
import dev.vmkit.testkit.scratch.ScratchFolder;
import dev.vmkit.tools.bench.Benchmark;
import dev.vmkit.tools.bench.Group;
import dev.vmkit.tools.bench.Kernel;
import dev.vmkit.tools.bench.Kernels;
import dev.vmkit.tools.bench.Report;
import dev.vmkit.tools.bench.ResultJson;
import dev.vmkit.tools.bench.ResultPlot;
import dev.vmkit.tools.bench.ResultTable;
import dev.vmkit.tools.images.ImageFolder;
import dev.vmkit.tools.images.OsImage;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kit bench}: times the kit's engines, and QEMU beside them. */
@Command(
        name = "bench",
        description = "Time the kit's engines and QEMU, run by run in turn.",
        footer = {
            "",
            "Without names all kernels run but 'boot', for which an image has to be fetched.",
            "",
            "Exit code: 0 if all runs ended well and came to the same results, however long they took; else 1."
        })
final class BenchCommand extends KitCommand {
    @Mixin
    private final BenchOptions options = new BenchOptions();

    @Parameters(paramLabel = "KERNEL", arity = "0..*", description = "Kernels, or groups of them; see --list.")
    private List<String> names = new ArrayList<>();

    @Option(names = "--list", description = "List the kernels and their groups, and run none.")
    private boolean list;

    @Option(
            names = "--prepare",
            paramLabel = "FOLDER",
            description = "Leave the kernels' files there and print the commands that run them, and run none.")
    private Optional<String> prepare = Optional.empty();

    @Option(
            names = "--image",
            paramLabel = "FOLDER",
            description = "Where the image lies that 'boot' boots. Default: where 'kit image fetch' puts it.")
    private Optional<String> image = Optional.empty();

    @Option(names = "--json", paramLabel = "FILE", description = "Write the time of every run there, too.")
    private Optional<String> json = Optional.empty();

    @Option(names = "--plot", paramLabel = "FILE", description = "Draw the ratios there, as SVG.")
    private Optional<String> plot = Optional.empty();

    @Override
    int run() throws IOException {
        Kernels kernels = Kernels.with(image());
        if (list) {
            screen().print(Table.text(kernels.all().stream()
                    .map(k -> List.of(k.name(), k.group().title(), k.about()))
                    .toList()));
            return ExitCode.SUCCESS;
        }
        List<Kernel> chosen = chosen(kernels);
        if (prepare.isPresent()) {
            Benchmark benchmark = options.benchmark(this, kit().surroundings().path(prepare.get()));
            for (Kernel kernel : chosen) {
                benchmark.commands(kernel).forEach(screen()::line);
            }
            return ExitCode.SUCCESS;
        }
        try (ScratchFolder scratch = ScratchFolder.make("bench")) {
            show(options.benchmark(this, scratch.path()).run(chosen));
        }
        return ExitCode.SUCCESS;
    }

    private ImageFolder image() {
        return image.map(written -> new ImageFolder(kit().surroundings().path(written)))
                .orElseGet(() -> ImageChoice.usual(kit().surroundings(), OsImage.DEBIAN_13_RISCV64));
    }

    private List<Kernel> chosen(Kernels kernels) {
        List<Kernel> chosen = names.isEmpty()
                ? kernels.usual()
                : names.stream()
                        .flatMap(name -> named(kernels, name).stream())
                        .distinct()
                        .toList();
        if (chosen.stream().anyMatch(kernel -> kernel.group() == Group.BOOT) && !image().bootable()) {
            throw wrongUsage("'boot' needs an image; get it by 'kit image fetch " + OsImage.DEBIAN_13_RISCV64.title()
                    + "', or say --image FOLDER");
        }
        return chosen;
    }

    private List<Kernel> named(Kernels kernels, String name) {
        List<Kernel> named = kernels.named(name);
        if (named.isEmpty()) {
            throw wrongUsage("there is no kernel and no group '" + name + "'; "
                    + Suggestion.nearest(name, kernels.names())
                            .map(near -> "did you mean '" + near + "'?")
                            .orElse("--list shows them"));
        }
        return named;
    }

    private void show(Report report) throws IOException {
        screen().line(report.host().text());
        for (ResultTable.Section section : new ResultTable(report).sections()) {
            screen().print("\n" + screen().bold(section.title()) + "\n" + Table.text(section.rows()));
            section.means().forEach(line -> screen().line("  " + line));
        }
        if (json.isPresent()) {
            Files.writeString(
                    kit().surroundings().path(json.get()),
                    new ResultJson(report).json().pretty());
        }
        if (plot.isPresent()) {
            Files.writeString(kit().surroundings().path(plot.get()), new ResultPlot(report).svg());
        }
    }
}
