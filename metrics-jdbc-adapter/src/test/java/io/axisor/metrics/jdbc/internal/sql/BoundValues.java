package io.axisor.metrics.jdbc.internal.sql;

import io.axisor.metrics.jdbc.internal.dialect.Param;
import java.lang.reflect.Proxy;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The values that pieces of SQL bind, in their order. */
public final class BoundValues {

    private BoundValues() {}

    public static List<Object> of(Sql sql) throws SQLException {
        TreeMap<Object, Object> values = new TreeMap<>();
        sql.bindTo(recording(values));
        return List.copyOf(values.values());
    }

    public static Object of(Param param) throws SQLException {
        TreeMap<Object, Object> values = new TreeMap<>();
        param.bind(recording(values), 1);
        return values.get(1);
    }

    private static PreparedStatement recording(Map<Object, Object> values) {
        return (PreparedStatement) Proxy.newProxyInstance(
                BoundValues.class.getClassLoader(),
                new Class<?>[] {PreparedStatement.class},
                (self, method, arguments) -> {
                    if (!method.getName().startsWith("set") || values.put(arguments[0], arguments[1]) != null) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    return null;
                });
    }
}
