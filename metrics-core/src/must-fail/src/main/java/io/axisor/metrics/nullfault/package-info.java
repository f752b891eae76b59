@NullMarked
package io.axisor.metrics.nullfault;

import org.jspecify.annotations.NullMarked;
