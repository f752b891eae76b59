package io.axisor.metrics.users;

import io.axisor.metrics.time.Window;
import io.axisor.metrics.value.Breakdown;
import java.util.Map;

/**
 * How many accounts there are.
 *
 * @param byPlan accounts that exist just before {@code t}, by plan, known plans included
 * @param thirtyDaysBefore accounts that existed just before {@code t - 30d}
 * @param created accounts created in each window, deleted since or not
 */
public record AccountFacts(Breakdown byPlan, long thirtyDaysBefore, Map<Window, Long> created) {

    /**
     * Copies the map.
     *
     * @param byPlan accounts that exist just before {@code t}, by plan, known plans included
     * @param thirtyDaysBefore accounts that existed just before {@code t - 30d}
     * @param created accounts created in each window, deleted since or not
     */
    public AccountFacts {
        created = Map.copyOf(created);
    }
}
