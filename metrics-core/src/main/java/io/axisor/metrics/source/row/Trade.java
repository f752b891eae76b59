package io.axisor.metrics.source.row;

import io.axisor.metrics.value.Outcome;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A trade.
 *
 * @param executedAt when it was executed
 * @param outcome how it ended
 * @param amount what it moved, in major units; only what succeeded needs one
 * @param currency the currency of amount and profit
 * @param automationType the type of the automation that made it, null for none
 * @param pnl profit, or loss below 0, of a trade that is closed; null for others
 * @param market where
 * @param price at which price
 */
public record Trade(
        @Nullable Instant executedAt,
        Outcome outcome,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        @Nullable String automationType,
        @Nullable BigDecimal pnl,
        @Nullable String market,
        @Nullable BigDecimal price) {}
