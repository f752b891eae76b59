package io.axisor.metrics.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The build runs all tests once for each supported line of Micrometer; this one sees to it that it really does. */
@EnabledIfSystemProperty(named = MicrometerVersionTest.EXPECTED, matches = ".+")
class MicrometerVersionTest {

    static final String EXPECTED = "micrometer.expected.version";

    @Test
    void theTestsRunOnTheVersionThatTheBuildSays() {
        String expected = System.getProperty(EXPECTED);

        assertThat(MeterRegistry.class.getPackage().getImplementationVersion()).isEqualTo(expected);
        assertThat(PrometheusMeterRegistry.class.getPackage().getImplementationVersion())
                .isEqualTo(expected);
    }
}
