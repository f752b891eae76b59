package io.axisor.metrics.exporter;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Properties;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A driver that throws what its address says, where it says: {@code jdbc:faulty:connect:java.lang.OutOfMemoryError}. Behind
 * any other method than {@code connect} there is a database in memory.
 */
final class FaultyDriver implements Driver {

    private static final String PREFIX = "jdbc:faulty:";

    /** Registers it until the test's end. */
    static FaultyDriver register() throws SQLException {
        FaultyDriver driver = new FaultyDriver();
        DriverManager.registerDriver(driver);
        return driver;
    }

    void deregister() throws SQLException {
        DriverManager.deregisterDriver(this);
    }

    @Override
    public @Nullable Connection connect(String url, Properties info) throws SQLException {
        if (!acceptsURL(url)) {
            return null;
        }
        String[] fault = url.substring(PREFIX.length()).split(":", -1);
        if (fault[0].equals("connect")) {
            throw FaultyDriver.<RuntimeException>thrown(fault[1]);
        }
        Connection connection = DriverManager.getConnection("jdbc:h2:mem:");
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals(fault[0])) {
                        throw FaultyDriver.<RuntimeException>thrown(fault[1]);
                    }
                    return call(connection, method, arguments);
                });
    }

    private static @Nullable Object call(Connection connection, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** Also checked exceptions that nobody declares. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> T thrown(String type) throws T {
        try {
            throw (T) Class.forName(type)
                    .asSubclass(Throwable.class)
                    .getConstructor(String.class)
                    .newInstance("a fault that was asked for");
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("no fault of type " + type, e);
        }
    }

    @Override
    public boolean acceptsURL(String url) {
        return url.startsWith(PREFIX);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
        return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }
}
