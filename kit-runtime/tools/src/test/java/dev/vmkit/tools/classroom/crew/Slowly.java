package dev.vmkit.tools.classroom.crew;

import dev.vmkit.tools.classroom.store.Database;
import dev.vmkit.tools.classroom.store.Entry;
import dev.vmkit.tools.classroom.store.VerdictStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** A process that grades a class slowly, for tests that end it in the middle. */
public final class Slowly {
    static final String GRADING = "0123456789abcdef0123";
    static final int THREADS = 2;

    private Slowly() {}

    /** The class. */
    static List<Entry> entries(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Entry("student-%03d".formatted(i), "digest-" + i))
                .toList();
    }

    /** Arguments: the worker's name, a file of SQLite's or a URL of PostgreSQL's, how many entries, milliseconds for each. */
    public static void main(String[] arguments) throws Exception {
        boolean shared = Database.isUrl(arguments[1]);
        Database database = shared ? Database.postgres(arguments[1]) : Database.sqlite(Path.of(arguments[1]));
        long millis = Long.parseLong(arguments[3]);
        try (VerdictStore store = VerdictStore.open(database, GRADING)) {
            Worker worker = new Worker(arguments[0], store, new Sleeper(millis));
            Crew crew =
                    shared ? new SharedCrew(worker, THREADS, Duration.ofMillis(300)) : new LocalCrew(worker, THREADS);
            crew.grade(entries(Integer.parseInt(arguments[2])), left -> {});
        }
    }

    /** Starts one. */
    static Process start(String... arguments) throws Exception {
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Slowly.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).inheritIO().start();
    }

    private record Sleeper(long millis) implements Grading {
        @Override
        public String grade(Entry entry) throws InterruptedException {
            Thread.sleep(millis);
            return "verdict on " + entry.name();
        }

        @Override
        public String ungradable(Entry entry, String why) {
            return why;
        }
    }
}
