package io.axisor.metrics.users;

/**
 * The changes of plan of the last 30 days.
 *
 * @param upgrades changes to a higher plan
 * @param downgrades changes to a lower plan
 * @param upgradedAccounts distinct accounts with an upgrade
 */
public record PlanChangeFacts(long upgrades, long downgrades, long upgradedAccounts) {}
