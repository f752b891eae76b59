/**
 * What runs by itself: automations, who owns them, their runs, how those end and how long they take, and the runs that guard
 * margins.
 *
 * <p>Here belong the facts a source must give ({@link io.axisor.metrics.automation.AutomationFacts}), the definitions and the
 * result. The share of accounts that have automations needs the number of accounts; who brings both together is the front
 * door.
 */
@NullMarked
package io.axisor.metrics.automation;

import org.jspecify.annotations.NullMarked;
