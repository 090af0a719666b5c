package dev.vmkit.tools.classroom.store;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteDataSource;

/**
 * Where tables lie: a file of SQLite's, which one process uses, or a database of PostgreSQL's, which many share.
 *
 * @param name for people; without a password
 * @param file SQLite's file
 */
public record Database(String name, DataSource source, Optional<Path> file) {
    private static final int BUSY_MILLIS = 60_000;
    private static final long FIRST_WAIT_MILLIS = 100;
    private static final long LONGEST_WAIT_MILLIS = 60_000;

    /** What is done with a connection. */
    @FunctionalInterface
    public interface Statements<T> {
        T on(Connection connection) throws SQLException;
    }

    /** A file of SQLite's; it comes to be with the first table. */
    public static Database sqlite(Path file) {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
        source.getConfig().setBusyTimeout(BUSY_MILLIS);
        return new Database(file.toString(), source, Optional.of(file));
    }

    /** Whether this is how {@link #postgres} is asked for. */
    public static boolean isUrl(String written) {
        return written.startsWith("postgresql:") || written.startsWith("postgres:");
    }

    /**
     * A database of PostgreSQL's by its connection URI (PostgreSQL's manual, 34.1.1.2):
     * {@code postgresql://user:password@host:port/name}. A password that is not in it is looked for in {@code ~/.pgpass}.
     */
    public static Database postgres(String written) {
        URI uri = parse(written);
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {uri.getHost() == null ? "localhost" : uri.getHost()});
        if (uri.getPort() > 0) {
            source.setPortNumbers(new int[] {uri.getPort()});
        }
        String path = Optional.ofNullable(uri.getPath()).orElse("");
        source.setDatabaseName(path.length() > 1 ? path.substring(1) : "postgres");
        String[] login = Optional.ofNullable(uri.getUserInfo()).orElse("").split(":", 2);
        if (!login[0].isEmpty()) {
            source.setUser(login[0]);
        }
        if (login.length > 1) {
            source.setPassword(login[1]);
        }
        return new Database("postgresql://" + source.getServerNames()[0] + path, source, Optional.empty());
    }

    private static URI parse(String written) {
        try {
            URI uri = new URI(written);
            if (uri.isOpaque()) {
                throw new StoreFailure("a database is written postgresql://user@host/name");
            }
            return uri;
        } catch (URISyntaxException malformed) { // its message would show the password
            throw new StoreFailure("a database is written postgresql://user@host/name");
        }
    }

    /** Whether several processes, on several hosts, may share it. */
    public boolean isShared() {
        return file.isEmpty();
    }

    /**
     * Does something with a fresh connection, and again if that is lost, for about two minutes: a database may be started anew
     * while a class is graded. What is done must bear being done twice.
     */
    public <T> T run(Statements<T> statements) {
        for (long wait = FIRST_WAIT_MILLIS; ; wait *= 2) {
            try (Connection connection = source.getConnection()) {
                return statements.on(connection);
            } catch (SQLException failed) {
                if (!isLost(failed) || wait > LONGEST_WAIT_MILLIS) {
                    throw new StoreFailure("the database " + name + ": " + failed.getMessage());
                }
                sleep(wait);
            }
        }
    }

    /** Creates tables, by statements that do nothing where they are; in PostgreSQL, those who do so at the same time take turns. */
    public void create(List<String> tables) {
        run(connection -> {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                if (isShared()) {
                    statement.execute("select pg_advisory_xact_lock(7683)");
                }
                for (String table : tables) {
                    statement.execute(table);
                }
            }
            connection.commit();
            return tables;
        });
    }

    /** Whether the connection broke, or the server shuts down or starts (PostgreSQL's manual, appendix A, classes 08 and 57). */
    private static boolean isLost(SQLException failed) {
        String state = Optional.ofNullable(failed.getSQLState()).orElse("");
        return state.startsWith("08") && !state.equals("08001") || state.startsWith("57P0");
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new StoreFailure("interrupted while waiting for the database");
        }
    }
}
