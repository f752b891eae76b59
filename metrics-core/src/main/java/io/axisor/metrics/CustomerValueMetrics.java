package io.axisor.metrics;

import static io.axisor.metrics.time.Window.LIFETIME;
import static io.axisor.metrics.time.Window.ROLLING_30D;

import io.axisor.metrics.definition.DataIssues;
import io.axisor.metrics.definition.DomainMetrics;
import io.axisor.metrics.definition.Measurement;
import io.axisor.metrics.definition.MeasurementRecorder;
import io.axisor.metrics.definition.MeasurementRules;
import io.axisor.metrics.revenue.AverageRevenue;
import io.axisor.metrics.revenue.CustomerLifetimeValue;
import io.axisor.metrics.revenue.RevenueDefinitions;
import io.axisor.metrics.revenue.RevenueMetrics;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.users.UserMetrics;
import io.axisor.metrics.value.Finding;
import io.axisor.metrics.value.Ratio;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What a user is worth: the metrics that need both the number of users and what they paid. Their instant is the older
 * of both domains'. Immutable.
 */
public final class CustomerValueMetrics extends DomainMetrics {

    private CustomerValueMetrics(AsOf at, List<Measurement> measurements) {
        super("customer value", at, measurements);
    }

    /** The host's terms for the lifetime value. */
    record Terms(BigDecimal grossMargin, int longestLifetimeInMonths, MeasurementRules rules) {}

    static CustomerValueMetrics of(UserMetrics users, RevenueMetrics revenue, Terms terms) {
        AsOf older = users.at().earlier(revenue.at());
        MeasurementRecorder recorder = new MeasurementRecorder(
                older, terms.rules(), DataIssues.ofShares(concat(users.leftOut(), revenue.leftOut())));
        Finding<BigDecimal> accounts = users.total();
        revenue.attributedByCurrency(ROLLING_30D).forEach((currency, attributed) -> {
            List<Measurement> collected =
                    revenue.find(RevenueDefinitions.COLLECTED, ROLLING_30D, tags(currency)).stream()
                            .toList();
            Finding<Ratio> perUser = attributed.combine(accounts, AverageRevenue::perAccount);
            recorder.computedFrom(concat(collected, users.byPlan()));
            recorder.ratio(RevenueDefinitions.ARPU, ROLLING_30D, tags(currency), perUser);
            recorder.computedFrom(concat(concat(collected, List.of(users.churn())), users.byPlan()));
            recorder.number(
                    RevenueDefinitions.CLV,
                    null,
                    tags(currency),
                    perUser.combine(
                            users.churn().finding(), (arpu, churn) -> Finding.ok(lifetimeValue(arpu, churn, terms))));
        });
        recorder.computedFrom(concat(revenue.lifetime(), users.byPlan()));
        revenue.attributedByCurrency(LIFETIME)
                .forEach((currency, collected) -> recorder.ratio(
                        RevenueDefinitions.PER_ACCOUNT,
                        LIFETIME,
                        tags(currency),
                        collected.combine(accounts, AverageRevenue::perAccount)));
        return new CustomerValueMetrics(older, recorder.measurements());
    }

    private static <T> List<T> concat(List<T> some, List<T> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    private static Map<String, String> tags(String currency) {
        return currency.isEmpty() ? Map.of() : Map.of(MeasurementRecorder.CURRENCY, currency);
    }

    private static BigDecimal lifetimeValue(Ratio perUser, BigDecimal churn, Terms terms) {
        return CustomerLifetimeValue.of(
                perUser.value(), churn, terms.grossMargin(), BigDecimal.valueOf(terms.longestLifetimeInMonths()));
    }

    @Override
    public CustomerValueMetrics withFindings(UnaryOperator<Finding<BigDecimal>> change) {
        return new CustomerValueMetrics(at(), changed(change));
    }

    /**
     * Revenue per user of the last 30 days, {@code revenue.arpu}.
     *
     * @return an amount by currency
     */
    public List<Measurement> revenuePerUser() {
        return all(RevenueDefinitions.ARPU, ROLLING_30D);
    }

    /**
     * Revenue per account ever, {@code revenue.per.account}.
     *
     * @return an amount by currency
     */
    public List<Measurement> revenuePerAccount() {
        return all(RevenueDefinitions.PER_ACCOUNT, LIFETIME);
    }

    /**
     * What a user is expected to bring in, {@code revenue.clv}.
     *
     * @return an amount by currency
     */
    public List<Measurement> lifetimeValue() {
        return all(RevenueDefinitions.CLV, null);
    }
}
