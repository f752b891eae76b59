/**
 * Business metrics in a Spring Boot application: beans made from {@code axisor.metrics.*} and from what the application has,
 * each of which gives way to one of the application's own. One jar for Spring Boot 3.5 and 4: what moved between them is named in
 * strings, or asked for in a configuration of its own.
 *
 * <p>Here belongs what knows Spring: properties, conditions, the order of starting and stopping, endpoint, health. How a
 * mapping is read from text is the adapter's.
 */
@NullMarked
package io.axisor.metrics.spring;

import org.jspecify.annotations.NullMarked;
