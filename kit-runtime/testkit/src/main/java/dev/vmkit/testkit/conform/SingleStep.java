package dev.vmkit.testkit.conform;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cases of single instructions: registers and memory before and after, how many cycles it takes, and what goes over the
 * ports. The JSON format of the SingleStepTests family.
 */
final class SingleStep implements Adapter {
    private static final int STRIDE = 1000;

    @Override
    public String name() {
        return "single-step";
    }

    @Override
    public String about() {
        return "JSON of the SingleStepTests family: registers and memory before and after one instruction.";
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.of(
                        "names",
                        "",
                        "What names of the material stand for, where the definition has others: 'im=IM,ei='. Nothing"
                                + " behind '=' means that it does not matter."),
                Setting.of("cycles", "yes", "Whether cycles are compared."),
                Setting.of("ports", "io", "The space whose accesses the material calls ports, if there is one."));
    }

    @Override
    public boolean reads(String fileName) {
        return fileName.toLowerCase(Locale.ROOT).endsWith(".json");
    }

    @Override
    public FileResult run(Material material, Processor processor, Settings settings, Progress progress) {
        List<Vector> vectors = VectorReader.read(material);
        StepTrial trial = new StepTrial(processor, settings);
        List<FileResult.Failure> first = new ArrayList<>();
        long failed = 0;
        long skipped = 0;
        for (int i = 0; i < vectors.size(); i++) {
            if (i % STRIDE == 0) {
                progress.at(i + " of " + vectors.size() + " cases");
            }
            switch (trial.run(vectors.get(i))) {
                case StepTrial.Verdict.Unknown _ -> skipped++;
                case StepTrial.Verdict.Holds _ -> {}
                case StepTrial.Verdict.Differs(String instruction, List<String> differences) -> {
                    failed++;
                    if (first.size() < FileResult.MOST_SHOWN) {
                        first.add(new FileResult.Failure(vectors.get(i).name() + ": " + instruction, differences));
                    }
                }
            }
        }
        return new FileResult(material.name(), vectors.size() - skipped, failed, skipped, first, "");
    }
}
