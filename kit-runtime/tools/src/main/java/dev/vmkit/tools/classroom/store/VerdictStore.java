package dev.vmkit.tools.classroom.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The verdicts of one grading: of one suite, by one kit. A verdict is there as a whole or not at all, and the first one that is
 * recorded for an {@link Entry} stays, so that two workers that both graded it, since one was taken for dead, leave one verdict.
 * May be used by several threads, and in PostgreSQL by several processes.
 */
public final class VerdictStore implements AutoCloseable {
    private static final List<String> TABLES = List.of("""
        create table if not exists vmkit_verdict (
          grading text not null, submission text not null, digest text not null,
          verdict text not null, millis bigint not null, worker text not null,
          primary key (grading, submission, digest))\
        """, """
        create table if not exists vmkit_attempt (
          id text primary key,
          grading text not null, submission text not null, digest text not null, worker text not null)\
        """);

    private final Database database;
    private final String grading;
    private final Optional<Sole> sole;

    private VerdictStore(Database database, String grading, Optional<Sole> sole) {
        this.database = database;
        this.grading = grading;
        this.sole = sole;
    }

    /**
     * Opens the store, and makes its tables if need be.
     *
     * @param grading a digest of all that every verdict depends on
     * @throws StoreFailure if the database cannot be reached, or it is a file that another process uses
     */
    public static VerdictStore open(Database database, String grading) {
        VerdictStore store = new VerdictStore(database, grading, database.file().map(Sole::user));
        try {
            database.create(TABLES);
            return store;
        } catch (StoreFailure failed) {
            store.close();
            throw failed;
        }
    }

    public Database database() {
        return database;
    }

    /** A digest of all that every verdict in here depends on. */
    public String grading() {
        return grading;
    }

    /** Notes that a worker begins to grade it; how many have, with this one. */
    public int begin(Entry entry, String worker) {
        String id = UUID.randomUUID().toString();
        return database.run(connection -> {
            String insert = "insert into vmkit_attempt (grading, submission, digest, worker, id) values (?, ?, ?, ?, ?)"
                    + " on conflict do nothing";
            try (PreparedStatement statement = of(entry, connection.prepareStatement(insert))) {
                statement.setString(4, worker);
                statement.setString(5, id);
                statement.executeUpdate();
            }
            return attempts(connection, entry);
        });
    }

    /** How often somebody began to grade it. */
    public int attempts(Entry entry) {
        return database.run(connection -> attempts(connection, entry));
    }

    private int attempts(Connection connection, Entry entry) throws SQLException {
        String count = "select count(*) from vmkit_attempt where grading = ? and submission = ? and digest = ?";
        try (PreparedStatement statement = of(entry, connection.prepareStatement(count));
                ResultSet found = statement.executeQuery()) {
            found.next();
            return found.getInt(1);
        }
    }

    /** Keeps a verdict, unless there is one; whether it was kept. When this has returned, no crash loses it. */
    public boolean record(Recorded recorded) {
        return database.run(connection -> {
            String insert = "insert into vmkit_verdict (grading, submission, digest, verdict, millis, worker)"
                    + " values (?, ?, ?, ?, ?, ?) on conflict do nothing";
            try (PreparedStatement statement = of(recorded.entry(), connection.prepareStatement(insert))) {
                statement.setString(4, recorded.verdict());
                statement.setLong(5, recorded.millis());
                statement.setString(6, recorded.worker());
                return statement.executeUpdate() == 1;
            }
        });
    }

    /** Its verdict, if there is one. */
    public Optional<Recorded> find(Entry entry) {
        return database.run(connection -> {
            String select = "select submission, digest, verdict, millis, worker from vmkit_verdict"
                    + " where grading = ? and submission = ? and digest = ?";
            try (PreparedStatement statement = of(entry, connection.prepareStatement(select))) {
                return read(statement).stream().findFirst();
            }
        });
    }

    /** All verdicts, by the names of submissions; also those of earlier contents. */
    public List<Recorded> all() {
        return database.run(connection -> {
            String select = "select submission, digest, verdict, millis, worker from vmkit_verdict where grading = ?"
                    + " order by submission, digest";
            try (PreparedStatement statement = connection.prepareStatement(select)) {
                statement.setString(1, grading);
                return read(statement);
            }
        });
    }

    /** Those that have a verdict. */
    public List<Entry> graded() {
        return database.run(connection -> {
            String select = "select submission, digest from vmkit_verdict where grading = ?";
            List<Entry> entries = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement(select)) {
                statement.setString(1, grading);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        entries.add(new Entry(rows.getString(1), rows.getString(2)));
                    }
                }
            }
            return entries;
        });
    }

    private static List<Recorded> read(PreparedStatement statement) throws SQLException {
        List<Recorded> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                Entry entry = new Entry(rows.getString(1), rows.getString(2));
                found.add(new Recorded(entry, rows.getString(3), rows.getLong(4), rows.getString(5)));
            }
        }
        return found;
    }

    private PreparedStatement of(Entry entry, PreparedStatement statement) throws SQLException {
        statement.setString(1, grading);
        statement.setString(2, entry.name());
        statement.setString(3, entry.digest());
        return statement;
    }

    @Override
    public void close() {
        sole.ifPresent(Sole::close);
    }
}
