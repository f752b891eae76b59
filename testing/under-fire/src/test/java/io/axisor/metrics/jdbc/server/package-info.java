/** What this module needs of the servers that the adapter's tests start, which are in the package of the same name. */
@NullMarked
package io.axisor.metrics.jdbc.server;

import org.jspecify.annotations.NullMarked;
