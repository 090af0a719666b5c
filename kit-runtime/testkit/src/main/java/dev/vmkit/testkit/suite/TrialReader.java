package dev.vmkit.testkit.suite;

import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.Text;
import dev.vmkit.language.yaml.MappingReader;
import dev.vmkit.testkit.subject.Question.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a check does: the one key that says it, and those that belong to that. */
final class TrialReader {
    private static final List<Kind> ALL = List.of(Kind.values());
    private static final List<Kind> ISA = List.of(Kind.ISA);

    /** For each key that says what a check does: the parts that can be asked so. */
    private static final Map<String, List<Kind>> KINDS = Map.ofEntries(
            Map.entry("run", ISA),
            Map.entry("code", ISA),
            Map.entry("program", ISA),
            Map.entry("board", ALL),
            Map.entry("experiment", List.of(Kind.PROGRAM, Kind.MACHINE)),
            Map.entry("property", ISA),
            Map.entry("encoding", ISA),
            Map.entry("operate", List.of(Kind.DEVICE)),
            Map.entry("laws", List.of(Kind.POLICY)),
            Map.entry("workload", List.of(Kind.POLICY)),
            Map.entry("analysis", ISA),
            Map.entry("changes", ISA),
            Map.entry("own-tests", List.of(Kind.ISA, Kind.DEVICE, Kind.POLICY)));

    private final PartUnderTest part;
    private final RunReader runs;
    private final ExperimentCheckReader experiments;
    private final ReferenceReader references;
    private final PartTrialReader others;
    private final Diagnostics diagnostics;

    TrialReader(PartUnderTest part, Optional<Path> reference, long seed, SuiteFiles files, Diagnostics diagnostics) {
        this.part = part;
        this.diagnostics = diagnostics;
        Boards boards = new Boards(part.kind(), files, diagnostics);
        this.runs = new RunReader(boards, files, diagnostics);
        this.experiments = new ExperimentCheckReader(boards, diagnostics);
        this.references = new ReferenceReader(reference, seed, files, diagnostics);
        this.others = new PartTrialReader(reference, seed, files, diagnostics);
    }

    Optional<Trial> read(Text name, MappingReader in) {
        List<String> found = KINDS.keySet().stream().filter(in::has).sorted().toList();
        if (found.size() != 1) {
            diagnostics.report(
                    SuiteProblem.KIND,
                    name.span(),
                    found.isEmpty()
                            ? "check '" + name + "' does nothing"
                            : "check '" + name + "' does several things: " + String.join(", ", found),
                    "write one of "
                            + String.join(", ", KINDS.keySet().stream().sorted().toList()));
            in.entries();
            return Optional.empty();
        }
        String key = found.getFirst();
        if (!KINDS.getOrDefault(key, ALL).contains(part.kind())) {
            diagnostics.report(
                    SuiteProblem.KIND,
                    in.at(key),
                    "'" + key + ":' asks nothing of a part of the kind '" + PartReader.word(part.kind()) + "'");
            in.entries();
            return Optional.empty();
        }
        return trial(key, in);
    }

    private Optional<Trial> trial(String key, MappingReader in) {
        return switch (key) {
            case "run", "code", "program" -> runs.example(key, in);
            case "board" -> runs.board(in);
            case "experiment" -> experiments.read(in);
            case "property" -> references.property(in);
            case "encoding" -> references.encodings(in);
            case "changes" -> references.changes(in);
            case "operate" -> others.script(in);
            case "laws" -> others.laws(in);
            case "workload" -> others.schedule(in);
            case "analysis" -> others.analysis(in);
            default -> others.ownTests(in);
        };
    }
}
