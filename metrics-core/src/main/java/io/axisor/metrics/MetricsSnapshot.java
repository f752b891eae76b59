package io.axisor.metrics;

import io.axisor.metrics.revenue.RevenueMetrics;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.users.UserMetrics;
import io.axisor.metrics.value.DomainMetrics;
import io.axisor.metrics.value.Measurement;
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
    private final @Nullable CustomerValueMetrics customerValue;

    MetricsSnapshot(Collection<? extends DomainMetrics> measured, CustomerValueMetrics.Terms terms) {
        measured.forEach(domain -> domains.put(domain.domain(), domain));
        this.customerValue = find(UserMetrics.class)
                .flatMap(users ->
                        find(RevenueMetrics.class).map(revenue -> CustomerValueMetrics.of(users, revenue, terms)))
                .orElse(null);
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
     * What a user is worth, from users and revenue.
     *
     * @return the metrics
     * @throws NoSuchElementException if users or revenue have not been measured
     */
    public CustomerValueMetrics customerValue() {
        if (customerValue == null) {
            throw new NoSuchElementException("users and revenue have not both been measured; only " + domains.keySet());
        }
        return customerValue;
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
        return Stream.concat(domains.values().stream(), Stream.ofNullable(customerValue))
                .flatMap(domain -> domain.measurements().stream())
                .toList();
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

    private <D extends DomainMetrics> Optional<D> find(Class<D> type) {
        return domains.values().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }

    private <D extends DomainMetrics> D require(Class<D> type, String name) {
        return find(type)
                .orElseThrow(() -> new NoSuchElementException(
                        "the domain '" + name + "' has not been measured; only " + domains.keySet()));
    }
}
