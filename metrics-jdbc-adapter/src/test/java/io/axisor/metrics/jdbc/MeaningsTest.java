package io.axisor.metrics.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.jdbc.internal.resolve.UnmappedStatuses;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeaningsTest {

    /** Messages name the meaning of a value as the method that gives it. */
    @ParameterizedTest
    @CsvSource({
        "payments, status, io.axisor.metrics.jdbc.PaymentsMapping",
        "subscriptions, status, io.axisor.metrics.jdbc.SubscriptionsMapping",
        "subscriptions, interval, io.axisor.metrics.jdbc.SubscriptionsMapping",
        "refunds, status, io.axisor.metrics.jdbc.RefundsMapping",
        "surveys, kind, io.axisor.metrics.jdbc.SurveysMapping"
    })
    void aMeaningIsCalledAsItsSetter(String fact, String role, Class<?> mapping) {
        assertThat(Stream.of(mapping.getMethods()).map(method -> method.getName()))
                .containsAll(UnmappedStatuses.meanings(fact, role));
    }
}
