package dev.vmkit.tools.cli;

import dev.vmkit.assembly.catalog.CatalogProblem;
import dev.vmkit.assembly.compile.CompileProblem;
import dev.vmkit.assembly.config.MachineProblem;
import dev.vmkit.assembly.experiment.ExperimentProblem;
import dev.vmkit.assembly.schedule.WorkloadProblem;
import dev.vmkit.language.codec.AsmProblem;
import dev.vmkit.language.device.DeviceProblem;
import dev.vmkit.language.isa.IsaProblem;
import dev.vmkit.language.semantics.SemanticsProblem;
import dev.vmkit.language.text.Problem;
import dev.vmkit.language.yaml.YamlProblem;
import dev.vmkit.layers.image.ImageProblem;
import dev.vmkit.testkit.conform.ConformProblem;
import dev.vmkit.testkit.suite.SuiteProblem;
import dev.vmkit.tools.lab.LabProblem;
import dev.vmkit.tools.submission.SubmissionProblem;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All kinds of mistake the kit reports, by code. */
final class Problems {
    private Problems() {}

    static List<Problem> all() {
        return Stream.<Problem[]>of(
                        YamlProblem.values(),
                        MachineProblem.values(),
                        IsaProblem.values(),
                        SemanticsProblem.values(),
                        AsmProblem.values(),
                        DeviceProblem.values(),
                        CatalogProblem.values(),
                        WorkloadProblem.values(),
                        ExperimentProblem.values(),
                        SuiteProblem.values(),
                        CompileProblem.values(),
                        SubmissionProblem.values(),
                        LabProblem.values(),
                        ConformProblem.values(),
                        ImageProblem.values())
                .flatMap(Arrays::stream)
                .sorted(Comparator.comparing(Problem::code))
                .toList();
    }

    static Optional<Problem> of(String code) {
        return all().stream().filter(p -> p.code().equalsIgnoreCase(code)).findFirst();
    }
}
