package io.axisor.metrics.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Lends the connections of another data source, and throws in place of the n-th call of anything of JDBC; of a result only its
 * first calls count, and that it is closed.
 */
final class Saboteur {

    private static final List<Class<?>> TYPES = List.of(
            Connection.class,
            PreparedStatement.class,
            Statement.class,
            ResultSet.class,
            DatabaseMetaData.class,
            ResultSetMetaData.class,
            ParameterMetaData.class);

    private static final Set<String> ENDS = Set.of("abort", "unwrap", "close");

    private static final int MOST_OF_A_RESULT = 3;

    private final DataSource lender;
    private final List<Connection> lent = new ArrayList<>();
    private Supplier<Throwable> fault = AssertionError::new;
    private boolean isLasting;
    private int untilFault = Integer.MAX_VALUE;
    private int calls;
    private @Nullable String place;

    Saboteur(DataSource lender) {
        this.lender = lender;
    }

    /** Counts anew, and throws at a call; a lasting fault also at each one after it but for those that end a connection. */
    void arm(int call, boolean lasting, Supplier<Throwable> thrown) {
        lent.clear();
        calls = 0;
        place = null;
        untilFault = call;
        isLasting = lasting;
        fault = thrown;
    }

    void disarm() {
        untilFault = Integer.MAX_VALUE;
    }

    /** The calls since it was armed. */
    int calls() {
        return calls;
    }

    /** The call that was thrown at first; null where it was never reached. */
    @Nullable
    String place() {
        return place;
    }

    /** The real connections that were lent since it was armed. */
    List<Connection> lent() {
        return lent;
    }

    DataSource dataSource() {
        return (DataSource) proxy(DataSource.class, lender);
    }

    private Object proxy(Class<?> type, Object real) {
        AtomicInteger read = new AtomicInteger();
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
            boolean isOfLaterRow = type == ResultSet.class
                    && !method.getName().equals("close")
                    && read.incrementAndGet() > MOST_OF_A_RESULT;
            return isOfLaterRow ? invoke(method, real, arguments) : call(method, real, arguments);
        });
    }

    private @Nullable Object call(Method method, Object real, Object @Nullable [] arguments) throws Throwable {
        if (method.getDeclaringClass() != Object.class) {
            calls++;
            boolean ends = isLasting && ENDS.contains(method.getName());
            if (isLasting ? calls >= untilFault && !ends : calls == untilFault) {
                place = place == null ? real.getClass().getSimpleName() + "." + method.getName() : place;
                throw fault.get();
            }
        }
        Object result = invoke(method, real, arguments);
        if (result instanceof Connection connection) {
            lent.add(connection);
        }
        Object answer = result;
        return TYPES.stream()
                .filter(type -> type.isInstance(answer) && type.isAssignableFrom(method.getReturnType()))
                .findFirst()
                .map(type -> proxy(type, answer))
                .orElse(answer);
    }

    private static @Nullable Object invoke(Method method, Object real, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
