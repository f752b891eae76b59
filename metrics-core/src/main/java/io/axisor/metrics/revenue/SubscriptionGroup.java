package io.axisor.metrics.revenue;

import io.axisor.metrics.value.CurrencyUnit;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The paying subscriptions of one currency, plan and interval at {@code t}, added up.
 *
 * @param currency the currency
 * @param plan the plan, null for none
 * @param interval the interval
 * @param intervalCount how many intervals lie between payments, at least 1
 * @param amount the sum of their amounts, in major units
 */
public record SubscriptionGroup(
        CurrencyUnit currency, @Nullable String plan, BillingInterval interval, int intervalCount, BigDecimal amount) {}
