package io.axisor.metrics.testing.benchmarks.refresh;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;

/** Notes each query that is sent through a data source: its text, how long it took, how many rows came back. */
final class StatementLog {

    private final List<Query> queries = new ArrayList<>();

    /** A query that was sent. */
    static final class Query {
        private final String sql;
        private long nanos;
        private long rows;

        private Query(String sql) {
            this.sql = sql;
        }

        /** Its text with the values of its parameters, as the driver tells it. */
        String sql() {
            return sql;
        }

        Duration took() {
            return Duration.ofNanos(nanos);
        }

        long rows() {
            return rows;
        }
    }

    List<Query> queries() {
        return queries;
    }

    long rows() {
        return queries.stream().mapToLong(Query::rows).sum();
    }

    /** The data source, listened to. */
    DataSource listeningTo(DataSource database) {
        return proxy(
                DataSource.class,
                (method, arguments) -> method.getName().equals("getConnection")
                        ? connection((Connection) call(database, method, arguments))
                        : call(database, method, arguments));
    }

    private Connection connection(Connection connection) {
        return proxy(
                Connection.class,
                (method, arguments) -> method.getName().equals("prepareStatement")
                        ? statement((PreparedStatement) call(connection, method, arguments))
                        : call(connection, method, arguments));
    }

    private PreparedStatement statement(PreparedStatement statement) {
        return proxy(
                PreparedStatement.class,
                (method, arguments) -> method.getName().equals("executeQuery")
                        ? query(statement, method, arguments)
                        : call(statement, method, arguments));
    }

    private ResultSet query(PreparedStatement statement, Method method, Object[] arguments) throws Throwable {
        Query query = new Query(statement.unwrap(PGStatement.class).toString());
        queries.add(query);
        long begun = System.nanoTime();
        ResultSet rows = (ResultSet) call(statement, method, arguments);
        query.nanos += System.nanoTime() - begun;
        return proxy(
                ResultSet.class,
                (fetching, none) -> fetching.getName().equals("next")
                        ? next(query, rows, fetching, none)
                        : call(rows, fetching, none));
    }

    private static boolean next(Query query, ResultSet rows, Method method, Object[] arguments) throws Throwable {
        long begun = System.nanoTime();
        boolean isThere = (boolean) call(rows, method, arguments);
        query.nanos += System.nanoTime() - begun;
        query.rows += isThere ? 1 : 0;
        return isThere;
    }

    private interface Answer {
        @Nullable
        Object to(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                StatementLog.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answer.to(method, arguments)));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
