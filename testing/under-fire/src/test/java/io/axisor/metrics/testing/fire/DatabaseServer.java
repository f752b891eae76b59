package io.axisor.metrics.testing.fire;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/** A database in processes of its own, which can be hurt. */
abstract class DatabaseServer implements AutoCloseable {

    /** Where it is, for a user who may do everything. */
    abstract String url();

    /** Where it is, for a user named metrics who was made by {@link #run}. */
    abstract String url(String user);

    /** Ends it as an administrator does. */
    abstract void stop() throws Exception;

    @Override
    public abstract void close() throws IOException;

    /** Begins it again, with the data that it had. */
    abstract void start() throws Exception;

    /** Its processes. */
    abstract Stream<ProcessHandle> processes() throws Exception;

    /** What locks a table for everybody else. */
    abstract String lock(String table);

    /** A value that takes an hour. */
    abstract String anHour();

    /** How many seconds ago, as a time without a zone in UTC. */
    abstract String secondsAgo(String seconds);

    /** Numbers from 1 on. */
    abstract String numbers(int most);

    /** Its clock, in microseconds. */
    abstract String micros();

    /** How many sessions there are beside the one that asks. */
    abstract String sessions();

    /** How many of them run a statement. */
    abstract String running();

    /** Ends it without a chance to write anything. */
    final void kill() throws Exception {
        List<ProcessHandle> all = processes().toList();
        all.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle process : all) {
            process.onExit().join();
        }
        forget();
    }

    /** Lets go of what has ended already. */
    void forget() throws Exception {}

    final void pause() throws Exception {
        signal("STOP");
    }

    final void resume() throws Exception {
        signal("CONT");
    }

    private void signal(String name) throws Exception {
        for (ProcessHandle process : processes().toList()) {
            new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
        }
    }

    final Connection connect() throws SQLException {
        return DriverManager.getConnection(url());
    }

    final void run(String... statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    final int number(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getInt(1);
        }
    }
}
