package io.axisor.metrics.examples.quickstart;

import io.axisor.metrics.revenue.RevenueFacts;
import io.axisor.metrics.source.MetricsDataSource;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.users.UserFacts;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Facts looked at from today, whatever instant the refresher takes for the present. A refresher on a clock that stands still
 * keeps showing one instant of the past; without this, everything after it would be a dirty timestamp of the future.
 */
record PresentFacts(MetricsDataSource source, InstantSource clock) implements MetricsDataSource {

    @Override
    public UserFacts users(AsOf at) {
        return source.users(fromToday(at));
    }

    @Override
    public RevenueFacts revenue(AsOf at) {
        return source.revenue(fromToday(at));
    }

    private AsOf fromToday(AsOf at) {
        Instant today = clock.instant();
        return new AsOf(at.instant(), today, at.calendar());
    }
}
