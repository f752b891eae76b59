package io.axisor.metrics.testing.fire;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/** Lends what another DataSource lends, and keeps a record of how long each connection was away. */
final class LoanRecord {

    private final DataSource lender;
    private final Set<Connection> away = ConcurrentHashMap.newKeySet();
    private final AtomicLong longestNanos = new AtomicLong();

    LoanRecord(DataSource lender) {
        this.lender = lender;
    }

    DataSource dataSource() {
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {DataSource.class},
                (self, method, arguments) -> method.getName().equals("getConnection")
                        ? watched(lender.getConnection())
                        : method.invoke(lender, arguments));
    }

    private Connection watched(Connection connection) {
        long begun = System.nanoTime();
        away.add(connection);
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (self, method, arguments) -> {
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    } finally {
                        if (method.getName().equals("close") && away.remove(connection)) {
                            longestNanos.accumulateAndGet(System.nanoTime() - begun, Math::max);
                        }
                    }
                });
    }

    /** The longest of those that are back, since the last call. */
    Duration longest() {
        return Duration.ofNanos(longestNanos.getAndSet(0));
    }

    /** Those that are not back. */
    Set<Connection> away() {
        return Collections.unmodifiableSet(away);
    }
}
