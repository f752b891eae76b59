package io.axisor.metrics.testing.fire;

import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.BusinessMetrics;
import io.axisor.metrics.jdbc.JdbcMetricsDataSource;
import io.axisor.metrics.micrometer.BusinessMetricsBinder;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A host that is redeployed twenty times on one server; class loaders of earlier deployments must go. */
class RedeployIT {

    private static final Figures FIGURES = Figures.of(RedeployIT.class);
    private static final int REDEPLOYMENTS = 20;

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    /** Brings the library and the application itself; everything else is the server's. */
    private static final class Deployment extends URLClassLoader {

        Deployment() {
            super(
                    "deployment",
                    Stream.of(
                                    BusinessMetrics.class,
                                    JdbcMetricsDataSource.class,
                                    BusinessMetricsBinder.class,
                                    RedeployedShop.class)
                            .map(type ->
                                    type.getProtectionDomain().getCodeSource().getLocation())
                            .toArray(URL[]::new),
                    RedeployIT.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("io.axisor.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? findClass(name) : loaded;
            }
        }
    }

    @Test
    @Timeout(60)
    void theClassLoaderOfEveryEarlierDeploymentGoes() throws Exception {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:redeployed");
        try (Connection open = database.getConnection();
                Statement statement = open.createStatement()) {
            statement.execute("CREATE TABLE accounts AS SELECT x AS id, CURRENT_TIMESTAMP AS created_at"
                    + " FROM SYSTEM_RANGE(1, 100)");
            List<WeakReference<ClassLoader>> deployments = new ArrayList<>();
            for (int i = 0; i < REDEPLOYMENTS; i++) {
                deployments.add(deployAndDrop(database));
            }
            deployAndDrop(database); // JDK 17 remembers whose records it last learned to compare (ObjectMethods)
            Duration gone = Eventually.await("all class loaders are gone", () -> {
                System.gc();
                return deployments.stream().allMatch(loader -> loader.refersTo(null));
            });
            assertThat(registry.getMeters()).isEmpty();
            FIGURES.record("redeployments, class loaders of earlier ones left", REDEPLOYMENTS + ", 0");
            FIGURES.record("the last of them was gone after", gone);
        }
    }

    private WeakReference<ClassLoader> deployAndDrop(DataSource database) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader server = thread.getContextClassLoader();
        try (Deployment deployment = new Deployment()) {
            thread.setContextClassLoader(deployment);
            Class<?> type = deployment.loadClass(RedeployedShop.class.getName());
            assertThat(type).isNotEqualTo(RedeployedShop.class);
            Object shop =
                    type.getConstructor(DataSource.class, MeterRegistry.class).newInstance(database, registry);
            Eventually.await(
                    "the users are shown", () -> registry.find("business.users").gauge() != null);
            assertThat(registry.get("business.users").gauge().value()).isEqualTo(100);
            ((AutoCloseable) shop).close();
            return new WeakReference<>(deployment);
        } finally {
            thread.setContextClassLoader(server);
        }
    }
}
