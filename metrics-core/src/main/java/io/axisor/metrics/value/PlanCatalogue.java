package io.axisor.metrics.value;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;

/**
 * The host's plans in ascending order. The order tells an upgrade from a downgrade; the list tells which plans are
 * shown as 0 when no account has them.
 *
 * @param plans the plans, lowest first, each once
 */
public record PlanCatalogue(List<String> plans) {

    /** No plans: none is known, and no change of plan has a direction. */
    public static final PlanCatalogue NONE = new PlanCatalogue(List.of());

    /**
     * Refuses a plan that is listed twice.
     *
     * @param plans the plans, lowest first, each once
     */
    public PlanCatalogue {
        plans = List.copyOf(plans);
        if (new HashSet<>(plans).size() < plans.size()) {
            throw new IllegalArgumentException("each plan has one place in the order: " + plans + " lists one twice");
        }
    }

    /**
     * A catalogue of plans.
     *
     * @param ascending the plans, lowest first
     * @return the catalogue
     */
    public static PlanCatalogue of(String... ascending) {
        return new PlanCatalogue(List.of(ascending));
    }

    /**
     * A plan's place in the order.
     *
     * @param plan the plan
     * @return its place, 0 for the lowest; empty if it is not in the catalogue
     */
    public OptionalInt rank(String plan) {
        int rank = plans.indexOf(plan);
        return rank < 0 ? OptionalInt.empty() : OptionalInt.of(rank);
    }
}
