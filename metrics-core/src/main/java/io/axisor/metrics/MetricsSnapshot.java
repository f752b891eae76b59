package io.axisor.metrics;

import io.axisor.metrics.automation.AutomationMetrics;
import io.axisor.metrics.definition.DomainMetrics;
import io.axisor.metrics.definition.Measurement;
import io.axisor.metrics.definition.MeasurementRules;
import io.axisor.metrics.platform.PlatformMetrics;
import io.axisor.metrics.revenue.RevenueMetrics;
import io.axisor.metrics.system.SystemMetrics;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.trading.TradingMetrics;
import io.axisor.metrics.users.UserDefinitions;
import io.axisor.metrics.users.UserMetrics;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was measured: typed for people ({@code snapshot.users().retention()}), a list for machines
 * ({@code snapshot.measurements()}). Immutable.
 */
public final class MetricsSnapshot {

    private final Map<String, DomainMetrics> domains = new LinkedHashMap<>();
    private final List<DomainMetrics> composed = new ArrayList<>();

    MetricsSnapshot(Collection<? extends DomainMetrics> measured, CustomerValueMetrics.Terms terms) {
        measured.forEach(domain -> domains.put(domain.domain(), domain));
        judgeUsersByRevenue(terms.rules());
        find(UserMetrics.class).ifPresent(users -> {
            find(RevenueMetrics.class)
                    .ifPresent(revenue -> composed.add(CustomerValueMetrics.of(users, revenue, terms)));
            composed.add(AdoptionMetrics.of(
                    users, find(AutomationMetrics.class), find(PlatformMetrics.class), terms.rules()));
        });
    }

    /** Who pays, and who came to pay, rests on rows that the revenue domain counts. */
    private void judgeUsersByRevenue(MeasurementRules rules) {
        find(RevenueMetrics.class)
                .ifPresent(revenue -> find(UserMetrics.class)
                        .ifPresent(users -> domains.put(users.domain(), users.judgedBy(revenue.leftOut(), rules))));
    }

    /**
     * The users domain.
     *
     * @return its metrics
     * @throws NoSuchElementException if it has not been measured
     */
    public UserMetrics users() {
        return require(UserMetrics.class, "users");
    }

    /**
     * The revenue domain.
     *
     * @return its metrics
     * @throws NoSuchElementException if it has not been measured
     */
    public RevenueMetrics revenue() {
        return require(RevenueMetrics.class, "revenue");
    }

    /**
     * The automation domain.
     *
     * @return its metrics
     * @throws NoSuchElementException if it has not been measured
     */
    public AutomationMetrics automation() {
        return require(AutomationMetrics.class, "automation");
    }

    /**
     * The trading domain.
     *
     * @return its metrics
     * @throws NoSuchElementException if it has not been measured
     */
    public TradingMetrics trading() {
        return require(TradingMetrics.class, "trading");
    }

    /**
     * The platform domain.
     *
     * @return its metrics
     * @throws NoSuchElementException if it has not been measured
     */
    public PlatformMetrics platform() {
        return require(PlatformMetrics.class, "platform");
    }

    /**
     * The system domain.
     *
     * @return its metrics
     * @throws NoSuchElementException if it has not been measured
     */
    public SystemMetrics system() {
        return require(SystemMetrics.class, "system");
    }

    /**
     * What a user is worth, from users and revenue.
     *
     * @return the metrics
     * @throws NoSuchElementException if users or revenue have not been measured
     */
    public CustomerValueMetrics customerValue() {
        return find(CustomerValueMetrics.class)
                .orElseThrow(() -> new NoSuchElementException(
                        "users and revenue have not both been measured; only " + domains.keySet()));
    }

    /**
     * What share of users takes up automations and features, from users and those domains that have been measured.
     *
     * @return the metrics
     * @throws NoSuchElementException if users have not been measured
     */
    public AdoptionMetrics adoption() {
        return require(AdoptionMetrics.class, UserDefinitions.DOMAIN);
    }

    /**
     * A key performance indicator: the measurements that it points at.
     *
     * @param kpi which one
     * @return one measurement, or one for each currency; none where its domain has not been measured
     */
    public List<Measurement> kpi(Kpi kpi) {
        return find(kpi.definition().key(), kpi.window().orElse(null)).stream()
                .filter(m -> m.statistic().equals(kpi.statistic()))
                .toList();
    }

    /**
     * A domain by its name, for those of the host's own.
     *
     * @param name the name
     * @return its metrics; empty if it has not been measured
     */
    public Optional<DomainMetrics> domain(String name) {
        return Optional.ofNullable(domains.get(name));
    }

    /**
     * Every measurement of every domain, also those without a value.
     *
     * @return an immutable list
     */
    public List<Measurement> measurements() {
        return all().flatMap(domain -> domain.measurements().stream()).toList();
    }

    /**
     * The measurements of a metric.
     *
     * @param key the metric's key, such as {@code users.active}
     * @param window the window, null for a state at an instant
     * @return one for each value of its tags; empty if it was not measured
     */
    public List<Measurement> find(String key, @Nullable Window window) {
        return measurements().stream()
                .filter(m -> m.definition().key().equals(key) && m.window().equals(Optional.ofNullable(window)))
                .toList();
    }

    private Stream<DomainMetrics> all() {
        return Stream.concat(domains.values().stream(), composed.stream());
    }

    private <D extends DomainMetrics> Optional<D> find(Class<D> type) {
        return all().filter(type::isInstance).map(type::cast).findFirst();
    }

    private <D extends DomainMetrics> D require(Class<D> type, String name) {
        return find(type)
                .orElseThrow(() -> new NoSuchElementException(
                        "the domain '" + name + "' has not been measured; only " + domains.keySet()));
    }
}
