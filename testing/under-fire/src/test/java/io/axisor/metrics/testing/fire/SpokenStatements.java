package io.axisor.metrics.testing.fire;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;

/** A data source whose statements are noted, each text once, as they reach the driver. */
final class SpokenStatements {

    private final DataSource dataSource;
    private final Set<String> texts = new HashSet<>();

    SpokenStatements(DataSource lender) {
        this.dataSource = proxy(DataSource.class, (self, method, arguments) -> {
            Object result = invoke(lender, method, arguments);
            return result instanceof Connection connection ? noting(connection) : result;
        });
    }

    DataSource dataSource() {
        return dataSource;
    }

    Set<String> texts() {
        return texts;
    }

    private Connection noting(Connection connection) {
        return proxy(Connection.class, (self, method, arguments) -> {
            if (method.getName().startsWith("prepare")) {
                texts.add((String) arguments[0]);
            }
            return invoke(connection, method, arguments);
        });
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
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
