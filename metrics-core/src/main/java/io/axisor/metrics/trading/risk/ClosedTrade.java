package io.axisor.metrics.trading.risk;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A trade that is over.
 *
 * @param closedAt when it was closed
 * @param pnl what it brought, negative for a loss
 */
public record ClosedTrade(Instant closedAt, BigDecimal pnl) {}
