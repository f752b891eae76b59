/**
 * What the platform offers and how its people are served: features, support and compliance
 * ({@link io.axisor.metrics.platform.PlatformMetrics}).
 *
 * <p>Here belong their facts, one class per formula, the definitions and the result. The share of active users who use a
 * feature is composed in the front door; requests belong in {@link io.axisor.metrics.system}.
 */
@NullMarked
package io.axisor.metrics.platform;

import org.jspecify.annotations.NullMarked;
