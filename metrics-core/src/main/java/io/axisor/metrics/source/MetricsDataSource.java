package io.axisor.metrics.source;

import io.axisor.metrics.automation.AutomationFacts;
import io.axisor.metrics.platform.PlatformFacts;
import io.axisor.metrics.revenue.RevenueFacts;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.trading.TradingFacts;
import io.axisor.metrics.users.UserFacts;

/**
 * The port: counts the facts of one domain at one instant. The rules that a source must follow are those of the facts'
 * Javadoc; the contract test in this module's test-jar checks them.
 *
 * <p><b>Empty.</b> A mapped source without rows answers zeros and empty groups; what is not mapped is
 * {@link io.axisor.metrics.value.Status#UNAVAILABLE} in the facts. Where facts are a map by window or by range, each window
 * that their Javadoc names is a key, also with 0 ({@link io.axisor.metrics.value.Counted#withZeros} fills in); a missing one
 * fails the domain with an {@link IllegalStateException} that names it. <b>Errors.</b> Facts that cannot be had are a
 * {@link MetricsDataException}; a row that says something impossible is left out and counted in the facts' issues.
 * <b>Threads.</b> Safe for calls from several threads at once. <b>Zones.</b> All instants; a source that stores local
 * times knows their zone. <b>Closing.</b> A source closes nothing that it was given.
 */
public interface MetricsDataSource {

    /**
     * Counts the facts of the users domain.
     *
     * @param at the instant to count for
     * @return the facts
     * @throws MetricsDataException if they cannot be had
     */
    UserFacts users(AsOf at);

    /**
     * Counts the facts of the revenue domain.
     *
     * @param at the instant to count for
     * @return the facts
     * @throws MetricsDataException if they cannot be had
     */
    RevenueFacts revenue(AsOf at);

    /**
     * Counts the facts of the automation domain.
     *
     * @param at the instant to count for
     * @return the facts
     * @throws MetricsDataException if they cannot be had
     */
    AutomationFacts automation(AsOf at);

    /**
     * Counts the facts of the trading domain.
     *
     * @param at the instant to count for
     * @return the facts
     * @throws MetricsDataException if they cannot be had
     */
    TradingFacts trading(AsOf at);

    /**
     * Counts the facts of the platform domain.
     *
     * @param at the instant to count for
     * @return the facts
     * @throws MetricsDataException if they cannot be had
     */
    PlatformFacts platform(AsOf at);

    /**
     * Ends what is being asked, so that a refresher can close: the calls in progress then return or throw soon. Called by
     * another thread than those that ask, possibly several times, and also when nothing is being asked; does not wait and
     * does not throw. Later calls are not affected. By default does nothing, which suits a source that answers at once;
     * one that asks a database cancels its statements. Threads inside a source are never interrupted.
     */
    default void cancel() {}
}
