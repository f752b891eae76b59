/**
 * Who the users are and what becomes of them: accounts, activity, retention, churn, lifecycle, conversion, changes of
 * plan and satisfaction.
 *
 * <p>Here belong the facts a source must give ({@link io.axisor.metrics.users.UserFacts}), one class per formula, the
 * definitions and the result. Money does not, nor does any way to fetch facts.
 */
@NullMarked
package io.axisor.metrics.users;

import org.jspecify.annotations.NullMarked;
