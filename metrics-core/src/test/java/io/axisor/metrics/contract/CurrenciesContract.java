package io.axisor.metrics.contract;

import static io.axisor.metrics.contract.Rows.dollars;
import static io.axisor.metrics.contract.Rows.in;
import static io.axisor.metrics.revenue.PaymentStatus.REFUNDED;
import static io.axisor.metrics.revenue.PaymentStatus.SUCCEEDED;

import io.axisor.metrics.source.row.Account;
import io.axisor.metrics.source.row.Payment;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Currencies, their digits, and amounts that no 64 bits hold. */
interface CurrenciesContract extends SourceUnderTest {

    @Test
    default void unlikeCurrenciesAreNeverAdded() {
        now(Company.builder()
                        .payments(
                                in("USD", "1", "a", "0.10", SUCCEEDED, daysAgo(3)),
                                in("usd", "2", "a", "0.20", SUCCEEDED, daysAgo(3)),
                                in(" Usd", "3", "a", "0.40", SUCCEEDED, daysAgo(3)),
                                in("JPY", "4", "a", "1234567", SUCCEEDED, daysAgo(3)),
                                in("BTC", "5", "a", "0.00000001", SUCCEEDED, daysAgo(3)),
                                in("btc", "6", "a", "20.99999999", SUCCEEDED, daysAgo(3)),
                                in("SAT", "7", "a", "2100000000000000", SUCCEEDED, daysAgo(3))))
                .showsOnly(
                        "revenue.collected.30d",
                        "{currency=USD} 0.70",
                        "{currency=JPY} 1234567",
                        "{currency=BTC} 21",
                        "{currency=SAT} 2100000000000000")
                .showsOnly(
                        "revenue.lifetime",
                        "{currency=USD, plan=unspecified} 0.70",
                        "{currency=JPY, plan=unspecified} 1234567",
                        "{currency=BTC, plan=unspecified} 21",
                        "{currency=SAT, plan=unspecified} 2100000000000000")
                .issues();
    }

    @Test
    default void unknownCurrenciesAreIssuesOfRevenueAlone() {
        now(Company.builder()
                        .accounts(Account.of("a", daysAgo(99)), Account.of("b", daysAgo(99)))
                        .payments(
                                in("ZZZ", "1", "a", "1", SUCCEEDED, daysAgo(3)),
                                in("XXX", "2", "a", "1", SUCCEEDED, daysAgo(3)),
                                in("", "3", "b", "1", SUCCEEDED, daysAgo(3)),
                                in(null, "4", "b", "1", SUCCEEDED, daysAgo(3)),
                                in("DOLLAR", "5", "b", "1", SUCCEEDED, NOW)))
                .showsOnly("revenue.collected.30d", "{} NO_DATA")
                .showsOnly(
                        "payments",
                        "{status=succeeded} 0",
                        "{status=refunded} 0",
                        "{status=failed} 0",
                        "{status=pending} 0")
                .showsOnly("users.paying", "{plan=unspecified} 2")
                .issues("payments.currency 4");
    }

    @Test
    default void knownCurrenciesAreZeroWhenNothingWasPaid() {
        now(Company.builder()
                        .plans("pro")
                        .knownCurrencies("USD", "EUR")
                        .payments(in("EUR", "1", "a", "3", SUCCEEDED, daysAgo(40))))
                .showsOnly("revenue.collected.30d", "{currency=USD} 0", "{currency=EUR} 0")
                .showsOnly("revenue.gross.lifetime", "{currency=USD} 0", "{currency=EUR} 3")
                .showsOnly(
                        "revenue.lifetime",
                        "{currency=USD, plan=pro} 0",
                        "{currency=EUR, plan=pro} 0",
                        "{currency=EUR, plan=unspecified} 3")
                .showsOnly("revenue.growth.30d", "{currency=USD} NO_DATA", "{currency=EUR} -3/3")
                .showsOnly("revenue.arppu.30d", "{currency=USD} NO_DATA", "{currency=EUR} NO_DATA");
    }

    @Test
    default void aFixedCurrencyIsThatOfEveryRow() {
        now(Company.builder()
                        .fixedCurrency("JPY")
                        .payments(
                                in(null, "1", "a", "3", SUCCEEDED, daysAgo(4)),
                                in("USD", "2", "a", "4", SUCCEEDED, daysAgo(4))))
                .showsOnly("revenue.collected.30d", "{currency=JPY} 7")
                .issues();
        now(Company.builder().fixedCurrency("JPY").payments()).showsOnly("revenue.collected.30d", "{currency=JPY} 0");
    }

    @Test
    default void sumsAreExactBeyondTheReachOfALong() {
        Payment[] dollars = IntStream.range(0, 100)
                .mapToObj(i -> dollars("d" + i, "a", "9999999999999999.99", SUCCEEDED, daysAgo(3)))
                .toArray(Payment[]::new);
        Payment[] refunded = IntStream.range(0, 100)
                .mapToObj(i -> dollars("r" + i, "a", "9999999999999999.98", REFUNDED, daysAgo(3)))
                .toArray(Payment[]::new);
        Payment[] yen = IntStream.range(0, 20)
                .mapToObj(i -> in("JPY", "y" + i, "a", "999999999999999999", SUCCEEDED, daysAgo(3)))
                .toArray(Payment[]::new);
        Payment[] bitcoins = IntStream.range(0, 20)
                .mapToObj(i -> in("BTC", "b" + i, "a", "9999999999.99999999", SUCCEEDED, daysAgo(3)))
                .toArray(Payment[]::new);
        now(Company.builder().payments(dollars).payments(refunded).payments(yen).payments(bitcoins))
                .shows("revenue.collected.30d{currency=USD}", "999999999999999999.00")
                .shows("revenue.gross.lifetime{currency=USD}", "1999999999999999997.00")
                .shows("revenue.refunded.lifetime{currency=USD}", "999999999999999998.00")
                .shows("revenue.collected.30d{currency=JPY}", "19999999999999999980")
                .shows("revenue.lifetime{currency=BTC, plan=unspecified}", "199999999999.99999980")
                .shows("revenue.refund.30d{currency=USD}", "999999999999999998/1999999999999999997");
    }
}
