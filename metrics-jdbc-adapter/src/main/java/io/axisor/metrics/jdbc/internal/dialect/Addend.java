package io.axisor.metrics.jdbc.internal.dialect;

import java.math.BigDecimal;

/**
 * A part of a number column that a database adds up exactly and fast. The sums of all parts, each times its unit, are the
 * exact sum of the column.
 *
 * @param sql the part of a row; NULL where it has none
 * @param unit what 1 of it stands for
 */
public record Addend(String sql, BigDecimal unit) {}
