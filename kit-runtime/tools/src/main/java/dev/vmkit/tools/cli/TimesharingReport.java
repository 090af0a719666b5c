package dev.vmkit.tools.cli;

import dev.vmkit.assembly.timeshare.ResolvedTimesharing;
import dev.vmkit.language.yaml.Json;
import dev.vmkit.layers.timeshare.Accounts;
import dev.vmkit.layers.timeshare.Ending.Exited;
import dev.vmkit.layers.timeshare.Ending.Stopped;
import dev.vmkit.layers.timeshare.Monitor;
import dev.vmkit.layers.timeshare.Program;
import dev.vmkit.layers.timeshare.TurnTaken;
import dev.vmkit.machine.board.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How programs shared a machine.
 *
 * @param early what ended the run before they did, if anything
 */
record TimesharingReport(ResolvedTimesharing resolved, Monitor monitor, Optional<Outcome> early, NamedScreens screens) {

    private Verdict verdict(Program program) {
        return program.ending()
                .map(how -> switch (how) {
                    case Exited(long status) when status == 0 -> new Verdict("ended", "", ExitCode.SUCCESS);
                    case Exited(long status) -> new Verdict("failed", "reported failure " + status, ExitCode.FAILURE);
                    case Stopped(String why, long address) ->
                        new Verdict("stopped", "stopped at 0x%x: %s".formatted(address, why), ExitCode.FAILURE);
                })
                .orElseGet(() -> Verdict.of(early.orElseThrow()));
    }

    /** The worst of all. */
    int exitCode() {
        if (monitor.fault().isPresent()) {
            return ExitCode.PLUGIN;
        }
        return early.map(Verdict::of)
                .map(Verdict::exitCode)
                .orElseGet(() -> monitor.programs().stream()
                        .mapToInt(program -> verdict(program).exitCode())
                        .max()
                        .orElse(ExitCode.SUCCESS));
    }

    /** For people: a row a program, a row a length of turns, and the turns one by one if they are wanted. */
    String text(boolean withTurns) {
        StringBuilder out = new StringBuilder();
        monitor.fault()
                .ifPresent(fault -> out.append("kit: the scheduler policy failed, so programs took turns: ")
                        .append(fault)
                        .append('\n'));
        out.append("%,d ticks: %,d of programs, %,d of the drum for %,d words, %,d idle; %s%n"
                .formatted(
                        monitor.elapsed(),
                        monitor.elapsed() - monitor.swapping() - monitor.idle(),
                        monitor.swapping(),
                        monitor.words(),
                        monitor.idle(),
                        resolved.policy().title()));
        out.append(Table.text(programs()));
        out.append(Table.text(levels()));
        if (withTurns) {
            out.append(Table.text(turns()));
        }
        return out.toString().stripTrailing();
    }

    private List<List<String>> programs() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("program", "ticks", "turns", "loads", "words swapped", "calls", "end"));
        for (Program program : monitor.programs()) {
            Verdict verdict = verdict(program);
            rows.add(List.of(
                    program.name(),
                    number(program.used()),
                    number(program.turns()),
                    number(program.loads()),
                    number(program.words()),
                    number(program.calls()),
                    verdict.message().isEmpty() ? verdict.word() : verdict.message()));
        }
        return rows;
    }

    private List<List<String>> levels() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("slice", "turns", "ticks", "loads", "answers", "after, on average", "at most"));
        monitor.accounts()
                .levels()
                .forEach((slice, level) -> rows.add(List.of(
                        number(slice),
                        number(level.turns()),
                        number(level.ran()),
                        number(level.loads()),
                        number(level.answers()),
                        level.answers() == 0 ? "" : number(level.waited() / level.answers()),
                        level.answers() == 0 ? "" : number(level.longest()))));
        return rows;
    }

    private List<List<String>> turns() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("at", "program", "slice", "ran", ""));
        for (TurnTaken turn : monitor.accounts().turns()) {
            rows.add(List.of(
                    number(turn.at()),
                    name(turn),
                    number(turn.slice()),
                    number(turn.ran()),
                    turn.loaded() ? "loaded" : ""));
        }
        return rows;
    }

    private String name(TurnTaken turn) {
        return monitor.programs().get(turn.program()).name();
    }

    private static String number(long value) {
        return "%,d".formatted(value);
    }

    /** For scripts; equal runs give equal objects. */
    Json json(Optional<String> state) {
        Json.Builder json = Json.object()
                .put("host", resolved.name())
                .put("policy", resolved.policy().title())
                .put("ticks", monitor.elapsed())
                .put("swapTicks", monitor.swapping())
                .put("idleTicks", monitor.idle())
                .put("wordsSwapped", monitor.words())
                .put("exitCode", exitCode())
                .put(
                        "programs",
                        Json.array(
                                monitor.programs().stream().map(this::program).toList()))
                .put(
                        "slices",
                        Json.array(monitor.accounts().levels().entrySet().stream()
                                .map(entry -> level(entry.getKey(), entry.getValue()))
                                .toList()))
                .put(
                        "turns",
                        Json.array(monitor.accounts().turns().stream()
                                .map(this::turn)
                                .toList()));
        monitor.fault().ifPresent(fault -> json.put("fault", fault.toString()));
        state.ifPresent(digest -> json.put("state", digest));
        return json.build();
    }

    private Json program(Program program) {
        Json.Builder json = Json.object()
                .put("name", program.name())
                .put("outcome", verdict(program).word())
                .put("message", verdict(program).message())
                .put("ticks", program.used())
                .put("turns", program.turns())
                .put("loads", program.loads())
                .put("wordsSwapped", program.words())
                .put("calls", program.calls());
        screens.kept(program.name()).ifPresent(text -> json.put("console", text));
        return json.build();
    }

    private static Json level(long slice, Accounts.Level level) {
        return Json.object()
                .put("slice", slice)
                .put("turns", level.turns())
                .put("ticks", level.ran())
                .put("loads", level.loads())
                .put("answers", level.answers())
                .put("waited", level.waited())
                .put("longest", level.longest())
                .build();
    }

    private Json turn(TurnTaken turn) {
        return Json.object()
                .put("at", turn.at())
                .put("program", name(turn))
                .put("slice", turn.slice())
                .put("ran", turn.ran())
                .put("loaded", turn.loaded())
                .build();
    }
}
