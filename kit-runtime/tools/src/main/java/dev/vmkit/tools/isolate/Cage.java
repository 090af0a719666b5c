package dev.vmkit.tools.isolate;

import dev.vmkit.testkit.subject.Answer;
import dev.vmkit.testkit.subject.Answer.Loss;
import dev.vmkit.testkit.subject.Answer.Lost;
import dev.vmkit.testkit.wire.Carrier;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** One process for one submission. Whatever it does, it ends in bounded time, and nothing of it is left. */
final class Cage implements Carrier {
    private static final Duration TO_START = Duration.ofSeconds(60);
    private static final Duration TO_END = Duration.ofSeconds(10);
    private static final Duration SANDBOX_TO_END = Duration.ofSeconds(2);
    private static final Duration LOOKS_EVERY = Duration.ofMillis(2);

    private final Isolation isolation;
    private final Limits limits;
    private final Room room;
    private final Process process;
    private final ErrorOutput printed;
    private Allowance allowance;
    private @Nullable Watch alarm;
    private @Nullable Lost reason;
    private boolean removed;

    private Cage(Isolation isolation, Limits limits, Room room, Process process) {
        this.isolation = isolation;
        this.limits = limits;
        this.room = room;
        this.process = process;
        this.allowance = new Allowance(limits.total());
        this.printed = new ErrorOutput(process.getErrorStream(), limits.output(), this::printedTooMuch);
    }

    /** Starts a process. The thread that does has to live as long: the process ends with it. */
    static Cage start(Isolation isolation, Limits limits) throws IOException {
        return start(isolation, limits, Child.class.getName());
    }

    /** The same with another class than the kit's, which has to say that it is ready. */
    static Cage start(Isolation isolation, Limits limits, String main) throws IOException {
        Room room = isolation.room();
        try {
            ProcessBuilder builder = new ProcessBuilder(isolation.command(room, limits, main));
            builder.environment().clear();
            builder.environment().put("LANG", "C.UTF-8");
            builder.directory(room.scratch().toFile());
            return new Cage(isolation, limits, room, builder.start());
        } catch (IOException notStarted) {
            room.close();
            throw notStarted;
        }
    }

    /**
     * Waits until the kit in it is ready. No code of a submission has run then, so that a failure is none of a submission.
     *
     * @throws IOException with what it printed, if it never is
     */
    Cage ready() throws IOException {
        Watch tooLong = Watch.after(TO_START, process::destroyForcibly);
        int first = answers().read();
        tooLong.stop();
        if (first != Child.READY) {
            close();
            printed.await();
            throw new IOException("the kit does not start in its cage (%s): %s"
                    .formatted(isolation.tier().summary(), printed().strip()));
        }
        return this;
    }

    /** Puts a submission's files in it; what it may take of their time is left of {@code total}. */
    Cage fill(Path files, Allowance total) throws IOException {
        allowance = total;
        room.fill(files);
        return this;
    }

    @Override
    public OutputStream questions() {
        return process.getOutputStream();
    }

    @Override
    public InputStream answers() {
        return process.getInputStream();
    }

    @Override
    public void awaits() {
        Duration time = allowance.atMost(limits.answer());
        boolean whole = time.equals(limits.answer());
        String said = whole
                ? "no answer within " + Epitaph.words(time)
                : "all answers together took more than " + Epitaph.words(allowance.total());
        alarm = Watch.after(time, () -> end(new Lost(Loss.TIME, said)));
    }

    @Override
    public void answered() {
        if (alarm != null) {
            allowance.spend(alarm.stop());
            alarm = null;
        }
    }

    /** The beginning of what it printed. */
    String printed() {
        return printed.text();
    }

    Room room() {
        return room;
    }

    private void printedTooMuch() {
        end(new Lost(Loss.OUTPUT, "it printed more than %,d bytes".formatted(limits.output())));
    }

    @Override
    public Answer.Lost lost(IOException broken) {
        answered();
        Lost found = Epitaph.of(broken, process, printed);
        end(found);
        synchronized (this) {
            return reason == null ? found : reason;
        }
    }

    /** Ends the process, for the first reason there is. */
    private void end(Lost why) {
        synchronized (this) {
            reason = reason == null ? why : reason;
        }
        endAll();
    }

    private void endAll() {
        if (isolation.tier() == Tier.SANDBOX) {
            // The first process in it: the kernel ends all others before bubblewrap hears of its end.
            process.children().forEach(ProcessHandle::destroyForcibly);
            if (hasEnded(SANDBOX_TO_END)) {
                return;
            }
        }
        List<ProcessHandle> all = process.descendants().toList();
        process.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
        isolation.sweep(room);
        hasEnded(TO_END);
        all.forEach(Cage::awaitEnd);
    }

    private boolean hasEnded(Duration time) {
        try {
            return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Looks often: what the Java machine offers for processes that are not its own children looks every third of a second. */
    private static void awaitEnd(ProcessHandle one) {
        long patience = System.nanoTime() + TO_END.toNanos();
        while (one.isAlive() && System.nanoTime() < patience) {
            LockSupport.parkNanos(LOOKS_EVERY.toNanos());
        }
    }

    @Override
    public void close() {
        endAll();
        synchronized (this) {
            if (removed) {
                return;
            }
            removed = true;
        }
        room.close();
    }
}
