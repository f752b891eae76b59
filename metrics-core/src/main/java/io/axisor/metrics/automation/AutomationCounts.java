package io.axisor.metrics.automation;

import io.axisor.metrics.value.Breakdown;

/**
 * The automations created before {@code t}. Whether one is active is what its flag says now: no store tells since when.
 *
 * @param active active automations by type, known types included
 * @param inactive the others by type, known types included
 * @param activeByPlan active automations by their owner's plan now, known plans included
 * @param ownersByPlan distinct owners of active automations by their plan now, known plans included
 */
public record AutomationCounts(Breakdown active, Breakdown inactive, Breakdown activeByPlan, Breakdown ownersByPlan) {}
