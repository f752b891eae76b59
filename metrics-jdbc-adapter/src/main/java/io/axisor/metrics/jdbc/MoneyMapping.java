package io.axisor.metrics.jdbc;

import io.axisor.metrics.jdbc.internal.spec.ColumnSpec.Purpose;
import io.axisor.metrics.jdbc.internal.spec.FactSpec;
import io.axisor.metrics.jdbc.internal.spec.MoneySpec;
import io.axisor.metrics.value.CurrencyUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A kind of fact whose rows bear an amount of money.
 *
 * @param <M> the mapping itself
 */
public abstract sealed class MoneyMapping<M extends MoneyMapping<M>> extends FactMapping<M>
        permits PaymentsMapping, SubscriptionsMapping, TradesMapping {

    private @Nullable CurrencyUnit fixedCurrency;
    private boolean minorUnits;

    MoneyMapping(String name) {
        super(name);
    }

    @Override
    List<String> faults() {
        List<String> faults = super.faults();
        if (has("currency") == (fixedCurrency != null)) {
            faults.add(name() + ": give .currency(...) or .fixedCurrency(...), and not both");
        }
        return faults;
    }

    @Override
    FactSpec spec() {
        return super.spec().withMoney(new MoneySpec(Optional.ofNullable(fixedCurrency), minorUnits));
    }

    /**
     * How much each time, in major units unless {@link #minorUnits()} says otherwise.
     *
     * @param column the column
     * @return this
     */
    public M amount(String column) {
        return column("amount", column, Purpose.SUM);
    }

    /**
     * The currency's code. Either this or {@link #fixedCurrency}.
     *
     * @param column the column
     * @return this
     */
    public M currency(String column) {
        return column("currency", column, Purpose.VALUE);
    }

    /**
     * The currency of every row, where no column says it.
     *
     * @param currency the currency
     * @return this
     */
    public M fixedCurrency(CurrencyUnit currency) {
        this.fixedCurrency = currency;
        return self();
    }

    /**
     * Amounts are in minor units (cents, satoshis), not in major ones.
     *
     * @return this
     */
    public M minorUnits() {
        this.minorUnits = true;
        return self();
    }
}
