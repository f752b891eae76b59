package io.axisor.metrics.value;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An exact amount of one currency, in its major unit. Unlike currencies are never added.
 *
 * @param amount the amount in the major unit: 12.34 for 12 dollars and 34 cents
 * @param currency the currency
 */
public record Money(BigDecimal amount, CurrencyUnit currency) {

    /**
     * The money of an amount in minor units.
     *
     * @param amountInMinorUnits cents, satoshis
     * @param currency the currency, whose digits say how many minor units make a major one
     * @return the money
     */
    public static Money ofMinor(BigDecimal amountInMinorUnits, CurrencyUnit currency) {
        return new Money(amountInMinorUnits.movePointLeft(currency.digits()), currency);
    }

    /**
     * The sum of both.
     *
     * @param other money of the same currency
     * @return the exact sum
     * @throws IllegalArgumentException if the currencies differ
     */
    public Money plus(Money other) {
        return new Money(amount.add(sameCurrency(other).amount), currency);
    }

    /**
     * The difference of both.
     *
     * @param other money of the same currency
     * @return the exact difference, negative if the other is more
     * @throws IllegalArgumentException if the currencies differ
     */
    public Money minus(Money other) {
        return new Money(amount.subtract(sameCurrency(other).amount), currency);
    }

    /**
     * The amount to the currency's minor unit, half even.
     *
     * @return the money as it is shown
     */
    public Money rounded() {
        return new Money(amount.setScale(currency.digits(), RoundingMode.HALF_EVEN), currency);
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("unlike currencies are never added: " + this + " and " + other);
        }
        return other;
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }
}
