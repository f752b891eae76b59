package io.axisor.metrics.micrometer;

import io.axisor.metrics.MetricsSnapshot;
import io.axisor.metrics.value.CurrencyUnit;
import java.util.List;

/**
 * Turns what was measured into named series. The binder's own layout shows each measurement that has a value as one
 * series; another one can stand beside it or take its place, for dashboards that expect other names.
 *
 * <p>It sees the whole snapshot, because a series may need several measurements (a total over a tag), or one that has no
 * value (a dashboard that wants a number where there is none).
 *
 * <p>All series of a name have the same tag keys, unit and description; a series that differs in its keys is left out.
 * Of two series of the same name and tags the first is shown. Called by one thread at a time, not during a scrape; an
 * exception is logged and takes the layout's series away until it succeeds again.
 */
@FunctionalInterface
public interface MeterLayout {

    /**
     * Lays out a snapshot.
     *
     * @param snapshot what is shown now; empty before the first refresh
     * @return the series, in the order in which they find room under the binder's cap; a series that is not among them is
     *     taken out of the registry
     */
    List<Series> series(MetricsSnapshot snapshot);

    /**
     * The layout of the Axisor dashboards: five gauges whose labels tell what the number is, for dashboards that exist. New
     * ones are better off with the standard layout: numbers of different units under one name cannot be added up.
     *
     * <table>
     *   <caption>The gauges and their labels</caption>
     *   <tr><th>gauge</th><th>labels</th></tr>
     *   <tr><td>{@code axisor_business_user_metrics}</td><td>metric_type, plan_type, period</td></tr>
     *   <tr><td>{@code axisor_business_revenue_metrics}</td><td>metric_type, plan_type, period</td></tr>
     *   <tr><td>{@code axisor_business_automation_metrics}</td><td>metric_type, automation_type, status</td></tr>
     *   <tr><td>{@code axisor_business_trading_metrics}</td><td>metric_type, automation_type, status</td></tr>
     *   <tr><td>{@code axisor_business_kpi_metrics}</td><td>kpi_type, period</td></tr>
     * </table>
     *
     * <p>Shares are in percent, durations in milliseconds. What the definition gives no value (nothing to divide by, nothing
     * in the period) is 0, as Axisor's own service showed it; what is not known (not mapped, too old, failed) has no series.
     * Money is shown where there is a single currency; with several, say which one with {@link #axisor(CurrencyUnit)}.
     *
     * @return the layout
     */
    static MeterLayout axisor() {
        return new AxisorLayout(null);
    }

    /**
     * The layout of the Axisor dashboards, with the money of one of several currencies.
     *
     * @param currency the currency
     * @return the layout
     */
    static MeterLayout axisor(CurrencyUnit currency) {
        return new AxisorLayout(currency);
    }
}
