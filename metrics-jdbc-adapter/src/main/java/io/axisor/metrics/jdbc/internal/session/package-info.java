/**
 * Manners towards the host's connections: lending, read-only transactions, time limits, cancelling, giving back as it came,
 * and words for what a database said. Knows nothing of tables.
 */
@NullMarked
package io.axisor.metrics.jdbc.internal.session;

import org.jspecify.annotations.NullMarked;
