package io.axisor.metrics.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/** A database under another name, or none, so that it is asked in another way. */
final class Disguise {

    private Disguise() {}

    /** A database that does not tell its name, so that it is asked the careful way. */
    static DataSource of(DataSource database) {
        return as("?", database);
    }

    static DataSource as(String product, DataSource database) {
        return proxy(
                DataSource.class,
                database,
                "getConnection",
                connection -> proxy(
                        Connection.class,
                        (Connection) connection,
                        "getMetaData",
                        metaData -> proxy(
                                DatabaseMetaData.class,
                                (DatabaseMetaData) metaData,
                                "getDatabaseProductName",
                                name -> product)));
    }

    private static <T> T proxy(Class<T> type, T real, String changed, UnaryOperator<Object> change) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    try {
                        Object result = method.invoke(real, arguments);
                        return method.getName().equals(changed) ? change.apply(result) : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
