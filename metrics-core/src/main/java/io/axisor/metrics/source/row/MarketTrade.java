package io.axisor.metrics.source.row;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a market log.
 *
 * @param market where
 * @param amount how much, in the unit that the market trades
 * @param price at which price
 * @param executedAt when
 */
public record MarketTrade(
        @Nullable String market,
        @Nullable BigDecimal amount,
        @Nullable BigDecimal price,
        @Nullable Instant executedAt) {}
