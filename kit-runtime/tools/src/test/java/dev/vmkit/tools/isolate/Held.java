package dev.vmkit.tools.isolate;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.vmkit.testkit.subject.Answer;
import dev.vmkit.testkit.subject.Question;
import dev.vmkit.testkit.wire.RemoteSubject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A prisoner in a cage of some tier, and what came of it.
 *
 * @param printed what it said itself
 * @param place where its folders were
 */
record Held(Answer answer, String printed, Path place) {
    static final Limits LIMITS = Limits.of(Duration.ofSeconds(20), 256 << 20);

    private static final Question QUESTION = new Question.Disassemble(List.of(List.of(1L)), 0);
    private static final Map<Tier, Isolation> FOUND = new EnumMap<>(Tier.class);

    /** How that tier is made here; the test is skipped, and says so, where there is none. */
    static synchronized Isolation isolation(Tier tier) throws IOException {
        Isolation found = FOUND.get(tier);
        if (found == null) {
            found = isolation(tier, Path.of("no-plugins"));
            FOUND.put(tier, found);
        }
        return found;
    }

    /** The same for processes that are told of a folder with plugins, by which they can be found. */
    static Isolation isolation(Tier tier, Path plugins) throws IOException {
        KitRuntime kit = KitRuntime.ofThisProcess(plugins);
        Programs here = Programs.ofThisMachine();
        Isolation found = switch (tier) {
            case SANDBOX -> Isolation.choose(Sandbox.AUTO, kit, here);
            case OTHER_USER -> Isolation.choose(Sandbox.NONE, kit, here);
            case LIMITS -> Isolation.choose(Sandbox.NONE, kit, here.withoutSetpriv());
        };
        assumeTrue(found.tier() == tier, () -> "not tested here: " + tier + ", because of: " + found.summary());
        return found;
    }

    /** What a prisoner that is asked something does and says, and leaves nothing behind. */
    static Held in(Tier tier, Limits limits, Path submission, Prisoner.Deed deed, String argument) throws IOException {
        Files.writeString(submission.resolve("deed"), deed + "\n" + argument);
        Cage cage =
                Cage.start(isolation(tier), limits, Prisoner.class.getName()).ready();
        cage.fill(submission, new Allowance(limits.total()));
        try (RemoteSubject subject = new RemoteSubject(cage)) {
            Answer answer = subject.ask(QUESTION); // always lost: no prisoner answers
            return new Held(answer, cage.printed(), cage.room().scratch().getParent());
        }
    }

    Answer.Loss loss() {
        return ((Answer.Lost) answer).why();
    }
}
