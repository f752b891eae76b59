package io.axisor.metrics.jdbc.internal.spec;

import io.axisor.metrics.value.CurrencyUnit;
import java.util.Optional;

/**
 * How a table says money.
 *
 * @param fixedCurrency the currency of all rows, where no column says it
 * @param minorUnits whether amounts are in minor units
 */
public record MoneySpec(Optional<CurrencyUnit> fixedCurrency, boolean minorUnits) {

    /** That of tables without money. */
    public static final MoneySpec NONE = new MoneySpec(Optional.empty(), false);
}
