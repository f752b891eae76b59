package io.axisor.metrics.jdbc.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axisor.metrics.jdbc.JdbcMetricsDataSource;
import io.axisor.metrics.jdbc.MetricsSchema;
import io.axisor.metrics.source.MetricsDataSource;
import java.net.URL;
import java.net.URLClassLoader;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

/** A host without Jakarta Persistence uses the adapter as if there were no entities. */
class WithoutPersistenceTest {

    @Test
    void theAdapterLoadsWithoutJakartaPersistence() throws Exception {
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {
                    home(JdbcMetricsDataSource.class),
                    home(MetricsDataSource.class),
                    home(Logger.class),
                    home(NullMarked.class)
                },
                ClassLoader.getPlatformClassLoader())) {
            assertThatThrownBy(() -> loader.loadClass("jakarta.persistence.EntityManagerFactory"))
                    .isInstanceOf(ClassNotFoundException.class);
            Class<?> preset = Class.forName(MetricsSchema.class.getName(), true, loader);

            assertThat(preset.getMethod("axisor").invoke(null)).isNotNull();
            assertThat(Class.forName(JdbcMetricsDataSource.class.getName(), true, loader))
                    .isNotSameAs(JdbcMetricsDataSource.class);
        }
    }

    private static URL home(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }
}
