package io.axisor.metrics.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Lends the connections of another data source, notes what is done with them, and can step in. */
final class WatchedDataSource {

    /** A connection's state as its owner set it. */
    record State(boolean autoCommit, int isolation, boolean readOnly, int queryTimeout, int networkTimeout) {

        static State of(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                return new State(
                        connection.getAutoCommit(),
                        connection.getTransactionIsolation(),
                        connection.isReadOnly(),
                        statement.getQueryTimeout(),
                        patience(connection));
            }
        }
    }

    /** As many milliseconds, 0 for no limit, -1 where the driver knows none. */
    private static int patience(Connection connection) {
        try {
            return connection.getNetworkTimeout();
        } catch (SQLException e) {
            return -1;
        }
    }

    /** A query as it was run; what begins and ends a transaction is none. */
    record Run(
            String sql,
            int queryTimeout,
            int networkTimeout,
            boolean autoCommit,
            int isolation,
            Connection connection) {}

    /** Something done with a connection or a run. */
    @FunctionalInterface
    interface Step<T> {
        void on(T subject) throws SQLException;
    }

    private final DataSource lender;
    private final List<State> lent = new ArrayList<>();
    private final List<State> returned = new ArrayList<>();
    private final List<Run> runs = new ArrayList<>();
    private Step<Connection> lending = connection -> {};
    private Step<Run> running = run -> {};
    private int mostAtOnce;

    WatchedDataSource(DataSource lender) {
        this.lender = lender;
    }

    /** Does something with each connection before it is lent. */
    WatchedDataSource beforeLending(Step<Connection> step) {
        this.lending = step;
        return this;
    }

    /** Does something before each statement runs. */
    WatchedDataSource beforeRunning(Step<Run> step) {
        this.running = step;
        return this;
    }

    /** Forgets what was noted. */
    void forget() {
        lent.clear();
        returned.clear();
        runs.clear();
        mostAtOnce = 0;
    }

    List<State> lent() {
        return lent;
    }

    List<State> returned() {
        return returned;
    }

    List<Run> runs() {
        return runs;
    }

    int mostAtOnce() {
        return mostAtOnce;
    }

    DataSource dataSource() {
        return proxy(DataSource.class, (self, method, arguments) -> {
            Object result = invoke(method, lender, arguments);
            return result instanceof Connection connection ? lend(connection) : result;
        });
    }

    private Connection lend(Connection connection) throws SQLException {
        lending.on(connection);
        lent.add(State.of(connection));
        mostAtOnce = Math.max(mostAtOnce, lent.size() - returned.size());
        return proxy(Connection.class, (self, method, arguments) -> {
            if (method.getName().equals("close")) {
                returned.add(State.of(connection));
            }
            Object result = invoke(method, connection, arguments);
            if (result instanceof PreparedStatement statement && arguments != null) { // DuckDB prepares nothing, too
                return watch(PreparedStatement.class, statement, connection, String.valueOf(arguments[0]));
            }
            return result instanceof Statement statement ? watch(Statement.class, statement, connection, "") : result;
        });
    }

    private <S extends Statement> S watch(Class<S> type, S statement, Connection connection, String prepared) {
        return proxy(type, (self, method, arguments) -> {
            if (method.getName().equals("executeQuery") && arguments == null) {
                Run run = new Run(
                        prepared,
                        statement.getQueryTimeout(),
                        patience(connection),
                        connection.getAutoCommit(),
                        connection.getTransactionIsolation(),
                        connection);
                runs.add(run);
                running.on(run);
            }
            return invoke(method, statement, arguments);
        });
    }

    private static Object invoke(java.lang.reflect.Method method, Object target, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
