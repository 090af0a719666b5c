package dev.vmkit.testkit.suite;

import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.Text;
import dev.vmkit.language.yaml.MappingReader;
import java.util.List;
import java.util.Optional;

/** Reads checks that make an experiment. */
record ExperimentCheckReader(Boards boards, Diagnostics diagnostics) {

    Optional<Trial> read(MappingReader in) {
        Optional<Text> main = in.text("experiment");
        main.ifPresent(file -> boards.file(file.value(), file.span()));
        Optional<Text> claims = in.text("claims");
        claims.ifPresent(file -> boards.file(file.value(), file.span()));
        Optional<String> from = claims.map(Text::value);
        in.requiredNode("expect");
        Optional<MappingReader> expect = in.mapping("expect", "what is expected of an experiment");
        return main.flatMap(m -> expect.flatMap(e -> read(m.value(), from, e)));
    }

    private Optional<Trial> read(String main, Optional<String> from, MappingReader in) {
        boolean claims = in.text("claims").filter(this::holds).isPresent();
        List<String> predicted = in.texts("predicted").stream().map(Text::value).toList();
        in.finish();
        if (!claims && predicted.isEmpty() && !diagnostics.hasErrors()) {
            diagnostics.report(
                    SuiteProblem.EXPECT,
                    in.at(),
                    "nothing is expected of the experiment",
                    "write 'claims: hold' or 'predicted: [ exits(GUEST, WAY) ]'");
            return Optional.empty();
        }
        return Optional.of(new Trial.Experiment(main, from, claims, predicted));
    }

    private boolean holds(Text word) {
        boolean hold = word.value().equals("hold");
        if (!hold) {
            diagnostics.report(SuiteProblem.EXPECT, word.span(), "claims hold, or the check fails", "claims: hold");
        }
        return hold;
    }
}
