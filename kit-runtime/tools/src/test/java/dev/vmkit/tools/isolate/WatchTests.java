package dev.vmkit.tools.isolate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class WatchTests {

    /** Has patience for two seconds, and says when it is asked whether that is over. */
    static final class Other {
        public static void main(String[] arguments) throws IOException {
            CountDownLatch late = new CountDownLatch(1);
            Watch.after(Duration.ofSeconds(2), late::countDown);
            System.out.println("ready");
            while (System.in.read() == '?') {
                System.out.println(late.getCount() == 0 ? "over" : "not yet");
            }
        }
    }

    @Test
    void timeInWhichTheJudgeItselfIsStoppedIsNobodysFault() throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Other.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said = other.inputReader(StandardCharsets.UTF_8)) {
            assertThat(said.readLine()).isEqualTo("ready");
            signal("STOP", other);
            Thread.sleep(2500);
            signal("CONT", other);
            assertThat(asked(other, said)).isEqualTo("not yet");
        } finally {
            other.destroyForcibly();
        }
    }

    private static String asked(Process other, BufferedReader said) throws IOException {
        other.getOutputStream().write('?');
        other.getOutputStream().flush();
        return said.readLine();
    }

    private static void signal(String name, Process process) throws Exception {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    @Test
    void whatIsStoppedInTimeIsNeverDone() throws Exception {
        CountDownLatch late = new CountDownLatch(1);
        Watch watch = Watch.after(Duration.ofMillis(200), late::countDown);
        assertThat(watch.stop()).isLessThan(Duration.ofMillis(200));
        assertThat(late.await(400, TimeUnit.MILLISECONDS)).isFalse();
    }

    @Test
    void whatIsNotStoppedIsDoneAndItsTimeCounts() throws Exception {
        CountDownLatch late = new CountDownLatch(1);
        Watch watch = Watch.after(Duration.ofMillis(100), late::countDown);
        assertThat(late.await(1, TimeUnit.MINUTES)).isTrue();
        assertThat(watch.stop()).isGreaterThanOrEqualTo(Duration.ofMillis(100));
    }
}
