package dev.vmkit.tools.bench;

import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.language.yaml.Json;
import dev.vmkit.language.yaml.JsonReader;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Times one run of a kernel, and refuses runs that did not go well. */
record Stopwatch(Starts starts, Path folder) {

    Measurement time(Kernel kernel, Contender contender, Board.Prepared prepared) throws IOException {
        List<String> command = starts.command(contender, prepared);
        WholeProcess ran = WholeProcess.run(command, folder, prepared.scene());
        boolean kit = contender instanceof Contender.Engine;
        if (ran.exitCode() != (kit ? prepared.exitCode() : 0)) {
            throw wrong(kernel, contender, "ended with " + ran.exitCode() + ": " + ran.lastWords());
        }
        if (prepared.scene().isPresent()) {
            double shown = ran.shown().orElseThrow(() -> wrong(kernel, contender, "never showed what is waited for"));
            return new Measurement(shown, OptionalDouble.empty(), OptionalLong.empty(), ran.peak(), "");
        }
        return kit ? told(kernel, contender, ran) : seen(ran);
    }

    private static Measurement seen(WholeProcess ran) {
        return new Measurement(
                ran.seconds(),
                OptionalDouble.empty(),
                OptionalLong.empty(),
                ran.peak(),
                ran.output().strip());
    }

    /** With what the kit itself says about its run. */
    private static Measurement told(Kernel kernel, Contender contender, WholeProcess ran) throws BenchmarkFailure {
        Json.Members members = JsonReader.read(new SourceFile("the kit's report", ran.output()), new Diagnostics())
                .filter(Json.Members.class::isInstance)
                .map(Json.Members.class::cast)
                .orElseThrow(() -> wrong(kernel, contender, "said no JSON: " + ran.lastWords()));
        return new Measurement(
                ran.seconds(),
                OptionalDouble.of(number(members, "hostNanoseconds").doubleValue() / 1e9),
                OptionalLong.of(number(members, "instructions").longValue()),
                ran.peak(),
                (text(members, "output") + text(members, "state")).strip());
    }

    private static BigInteger number(Json.Members members, String name) {
        return members.get(name)
                .filter(Json.Number.class::isInstance)
                .map(Json.Number.class::cast)
                .flatMap(Json.Number::whole)
                .orElse(BigInteger.ZERO);
    }

    private static String text(Json.Members members, String name) {
        return members.get(name)
                .filter(Json.Text.class::isInstance)
                .map(text -> ((Json.Text) text).value())
                .orElse("");
    }

    private static BenchmarkFailure wrong(Kernel kernel, Contender contender, String what) {
        return new BenchmarkFailure(kernel.name() + " on " + contender.name() + " " + what);
    }
}
