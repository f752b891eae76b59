package io.axisor.metrics.contract;

import static io.axisor.metrics.contract.Rows.dollars;
import static io.axisor.metrics.contract.Rows.event;
import static io.axisor.metrics.contract.Rows.in;
import static io.axisor.metrics.contract.Rows.subscription;
import static io.axisor.metrics.contract.Rows.unpaid;
import static io.axisor.metrics.revenue.PaymentStatus.FAILED;
import static io.axisor.metrics.revenue.PaymentStatus.PENDING;
import static io.axisor.metrics.revenue.PaymentStatus.REFUNDED;
import static io.axisor.metrics.revenue.PaymentStatus.SUCCEEDED;

import io.axisor.metrics.revenue.BillingInterval;
import io.axisor.metrics.source.row.Account;
import io.axisor.metrics.source.row.Payment;
import io.axisor.metrics.source.row.Refund;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Payments by number, and what was collected in which window. */
interface PaymentsContract extends SourceUnderTest {

    @Test
    default void aPaymentPaidAtTheInstantOrLaterWasPending() {
        Company.Builder company = Company.builder()
                .payments(
                        dollars("1", "a", "1", SUCCEEDED, daysAgo(9)).paid(justBefore(NOW)),
                        dollars("2", "a", "2", SUCCEEDED, daysAgo(9)).paid(NOW),
                        dollars("3", "a", "4", REFUNDED, daysAgo(9)).paid(NOW),
                        dollars("4", "a", "8", SUCCEEDED, NOW),
                        unpaid("5", "a", "16", FAILED, justBefore(NOW)),
                        unpaid("6", "a", "32", PENDING, daysAgo(9)));
        now(company)
                .showsOnly(
                        "payments",
                        "{status=succeeded} 1",
                        "{status=refunded} 0",
                        "{status=failed} 1",
                        "{status=pending} 3")
                .shows("payments.success.30d", "1/2")
                .shows("payments.refund.30d", "0/1")
                .shows("revenue.collected.30d{currency=USD}", "1")
                .issues();
        at(justBefore(NOW), company)
                .showsOnly(
                        "payments",
                        "{status=succeeded} 0",
                        "{status=refunded} 0",
                        "{status=failed} 0",
                        "{status=pending} 4")
                .shows("payments.success.lifetime", "UNDEFINED")
                .issues();
    }

    @Test
    default void successIsOfThePaymentsCreatedInTheWindow() {
        now(Company.builder()
                        .payments(
                                dollars("1", "a", "1", SUCCEEDED, daysAgo(30)),
                                dollars("2", "a", "1", REFUNDED, daysAgo(30)),
                                dollars("3", "a", "1", SUCCEEDED, justBefore(daysAgo(30)))
                                        .paid(daysAgo(1)),
                                unpaid("4", "a", "1", FAILED, justBefore(daysAgo(30))),
                                unpaid("5", "a", "1", FAILED, daysAgo(30)),
                                unpaid("6", "a", "1", PENDING, daysAgo(4))))
                .shows("payments.success.30d", "2/3")
                .shows("payments.success.lifetime", "3/5")
                .shows("payments.refund.30d", "1/2")
                .shows("payments.refund.lifetime", "1/3");
    }

    @Test
    default void everyWindowOfRevenueTakesItsFirstInstantAndNoEarlierOne() {
        Instant thisMonth = Instant.parse("2026-03-31T22:00:00Z");
        Instant lastMonth = Instant.parse("2026-02-28T23:00:00Z");
        Instant previousMonth = Instant.parse("2026-01-31T23:00:00Z");
        Instant[] starts = {daysAgo(1), daysAgo(7), thisMonth, daysAgo(30), lastMonth, daysAgo(60), previousMonth};
        Company.Builder company = Company.builder()
                .accounts(Account.of("a", daysAgo(300)), Account.of("b", daysAgo(300)))
                .payments(dollars("now", "a", "16384", SUCCEEDED, NOW));
        for (int i = 0; i < starts.length; i++) {
            company.payments(
                    dollars("at" + i, "a", String.valueOf(1 << (2 * i)), SUCCEEDED, starts[i]),
                    dollars("before" + i, "a", String.valueOf(2 << (2 * i)), SUCCEEDED, justBefore(starts[i])));
        }
        now(company)
                .shows("revenue.collected.24h{currency=USD}", "1")
                .shows("revenue.collected.7d{currency=USD}", "7")
                .shows("revenue.collected.this.month{currency=USD}", "31")
                .shows("revenue.collected.30d{currency=USD}", "127")
                .shows("revenue.collected.last.month{currency=USD}", "480")
                .shows("revenue.gross.30d{currency=USD}", "127")
                .shows("revenue.gross.lifetime{currency=USD}", "16383")
                .shows("revenue.growth.30d{currency=USD}", "-1793/1920")
                .shows("revenue.growth.last.month{currency=USD}", "-7200/7680")
                .shows("revenue.arppu.30d{currency=USD}", "127/1")
                .shows("revenue.arpu.30d{currency=USD}", "127/2")
                .shows("revenue.per.account.lifetime{currency=USD}", "16383/2")
                .showsOnly("revenue.lifetime", "{currency=USD, plan=unspecified} 16383");
    }

    @Test
    default void thePastIsCountedAsItWas() {
        Company.Builder company = Company.builder()
                .payments(
                        dollars("1", "a", "1", SUCCEEDED, justBefore(daysAgo(10))),
                        dollars("2", "a", "2", SUCCEEDED, daysAgo(11)).paid(daysAgo(10)),
                        dollars("3", "a", "4", SUCCEEDED, daysAgo(10)),
                        dollars("4", "a", "8", SUCCEEDED, daysAgo(40)));
        at(daysAgo(10), company)
                .shows("revenue.collected.24h{currency=USD}", "1")
                .shows("revenue.collected.30d{currency=USD}", "9")
                .shows("payments{status=pending}", "1")
                .shows("payments{status=succeeded}", "2")
                .issues();
        Instant startOfApril = Instant.parse("2026-03-31T22:00:00Z");
        at(startOfApril, company)
                .shows("revenue.collected.this.month{currency=USD}", "0")
                .shows("revenue.collected.last.month{currency=USD}", "8");
    }

    @Test
    default void payersAreCountedOnceAndPerCurrency() {
        now(Company.builder()
                        .payments(
                                dollars("1", "a", "1", SUCCEEDED, daysAgo(3)),
                                dollars("2", "a", "2", SUCCEEDED, daysAgo(2)),
                                dollars("3", "b", "3", REFUNDED, daysAgo(2)),
                                dollars("4", "c", "3", SUCCEEDED, justBefore(daysAgo(30))),
                                dollars("5", "d", "3", FAILED, daysAgo(2)),
                                in("EUR", "6", "a", "7", SUCCEEDED, daysAgo(2)),
                                in("JPY", "7", "a", "7", SUCCEEDED, daysAgo(40))))
                .showsOnly("revenue.arppu.30d", "{currency=USD} 3/2", "{currency=EUR} 7/1", "{currency=JPY} NO_DATA");
    }

    @Test
    default void aPlanIsThePaymentsOwnWhereMappedElseTheAccountsNow() {
        Payment[] payments = {
            dollars("1", "a", "1", SUCCEEDED, daysAgo(3)).forPlan("free"),
            dollars("2", "a", "2", SUCCEEDED, daysAgo(300)).forPlan("old"),
            dollars("3", "a", "4", SUCCEEDED, daysAgo(3)),
            dollars("4", "b", "8", SUCCEEDED, daysAgo(3)).forPlan(" "),
            dollars("5", "no-account", "16", SUCCEEDED, daysAgo(3)).forPlan("pro")
        };
        Account[] accounts = {
            Account.of("a", daysAgo(300)).onPlan("pro"),
            Account.of("b", daysAgo(300)).deleted(daysAgo(9)).onPlan("team")
        };
        now(Company.builder()
                        .plans("free", "pro")
                        .recurringFromPayments()
                        .accounts(accounts)
                        .payments(payments))
                .showsOnly(
                        "revenue.lifetime",
                        "{currency=USD, plan=free} 0",
                        "{currency=USD, plan=pro} 7",
                        "{currency=USD, plan=team} 8",
                        "{currency=USD, plan=unspecified} 16")
                .showsOnly(
                        "revenue.mrr",
                        "{currency=USD, plan=free} 0",
                        "{currency=USD, plan=pro} 5",
                        "{currency=USD, plan=team} 8",
                        "{currency=USD, plan=unspecified} 16")
                .showsOnly("revenue.arr", "{currency=USD} 348");
        now(Company.builder()
                        .plans("free", "pro")
                        .accounts(accounts)
                        .plansOnPayments()
                        .payments(payments))
                .showsOnly(
                        "revenue.lifetime",
                        "{currency=USD, plan=free} 1",
                        "{currency=USD, plan=pro} 16",
                        "{currency=USD, plan=old} 2",
                        "{currency=USD, plan=unspecified} 12");
        now(Company.builder().payments(payments)).showsOnly("revenue.lifetime", "{currency=USD, plan=unspecified} 31");
    }

    @Test
    default void aGuestsPaymentCountsInMoneyAndRatesAndIsNobodys() {
        Company.Builder company = Company.builder()
                .accounts(
                        Account.of("a", daysAgo(45)).onPlan("pro"),
                        Account.of("b", daysAgo(45)),
                        Account.of("c", daysAgo(300)),
                        Account.of("d", daysAgo(300)))
                .payments(
                        dollars("1", "a", "40", SUCCEEDED, daysAgo(3)),
                        dollars("2", null, "50", SUCCEEDED, daysAgo(3)),
                        dollars("3", "", "9", SUCCEEDED, daysAgo(30)),
                        dollars("4", "  ", "1", REFUNDED, daysAgo(2)),
                        dollars("5", null, "200", SUCCEEDED, justBefore(daysAgo(30))),
                        dollars("6", "b", "20", SUCCEEDED, daysAgo(40)),
                        unpaid("7", null, "3", FAILED, daysAgo(3)));
        now(company)
                .shows("revenue.collected.30d{currency=USD}", "99")
                .showsOnly("revenue.lifetime", "{currency=USD, plan=pro} 40", "{currency=USD, plan=unspecified} 279")
                .shows("payments.success.30d", "4/5")
                .shows("payments.refund.30d", "1/4")
                .shows("payments{status=succeeded}", "5")
                .showsOnly("revenue.unattributed.30d", "{currency=USD} 60/100")
                .showsOnly("revenue.arpu.30d", "{currency=USD} 40/4")
                .showsOnly("revenue.arppu.30d", "{currency=USD} 40/1")
                .showsOnly("revenue.per.account.lifetime", "{currency=USD} 60/4")
                .shows("users.conversion.30d", "1/2")
                .issues();
        at(daysAgo(29), company)
                .showsOnly("revenue.unattributed.30d", "{currency=USD} 209/229")
                .showsOnly("revenue.arppu.30d", "{currency=USD} 20/1");
    }

    @Test
    default void whatAGuestGetsBackIsNobodysEither() {
        Company.Builder onPayments = Company.builder()
                .accounts(Account.of("a", daysAgo(300)))
                .payments(
                        dollars("1", "a", "10", SUCCEEDED, daysAgo(3)),
                        dollars("2", null, "100", REFUNDED, daysAgo(40)).refunded(amount("30"), daysAgo(3)),
                        dollars("3", "a", "5", REFUNDED, daysAgo(40)).refunded(amount("1"), daysAgo(3)));
        now(onPayments)
                .shows("revenue.collected.30d{currency=USD}", "-21")
                .shows("revenue.arpu.30d{currency=USD}", "9/1")
                .shows("revenue.per.account.lifetime{currency=USD}", "14/1");
        Company.Builder ownRows = Company.builder()
                .refundsOnOwnRows()
                .accounts(Account.of("a", daysAgo(300)))
                .payments(
                        dollars("1", "a", "10", SUCCEEDED, daysAgo(3)),
                        dollars("2", null, "-30", REFUNDED, daysAgo(3)),
                        dollars("3", "a", "-1", REFUNDED, daysAgo(3)),
                        dollars("4", " ", "2", REFUNDED, daysAgo(31)));
        now(ownRows)
                .shows("revenue.refunded.lifetime{currency=USD}", "33")
                .shows("revenue.arpu.30d{currency=USD}", "9/1")
                .shows("revenue.per.account.lifetime{currency=USD}", "9/1");
        Company.Builder ownTable = Company.builder()
                .accounts(Account.of("a", daysAgo(300)))
                .payments(
                        dollars("1", "a", "10", SUCCEEDED, daysAgo(3)), dollars("2", "", "100", SUCCEEDED, daysAgo(40)))
                .refunds(
                        new Refund("1", amount("1"), daysAgo(2)),
                        new Refund("2", amount("30"), daysAgo(2)),
                        new Refund("2", amount("20"), daysAgo(31)));
        now(ownTable)
                .shows("revenue.refunded.lifetime{currency=USD}", "51")
                .shows("revenue.arpu.30d{currency=USD}", "9/1")
                .shows("revenue.per.account.lifetime{currency=USD}", "9/1");
    }

    @Test
    default void whereItIsNotMappedWhoPaysNothingIsDividedByPeople() {
        now(Company.builder()
                        .plans("pro")
                        .paymentsWithoutUsers()
                        .accounts(Account.of("a", daysAgo(300)).onPlan("pro"))
                        .activity(event("a", daysAgo(40)), event("a", daysAgo(4)))
                        .payments(dollars("1", "a", "10", SUCCEEDED, daysAgo(3))))
                .showsOnly("revenue.lifetime", "{currency=USD, plan=pro} 0", "{currency=USD, plan=unspecified} 10")
                .shows("payments.success.30d", "1/1")
                .showsOnly("revenue.unattributed.30d", "{currency=USD} UNAVAILABLE")
                .showsOnly("revenue.arppu.30d", "{currency=USD} UNAVAILABLE")
                .showsOnly("revenue.arpu.30d", "{} UNAVAILABLE")
                .showsOnly("revenue.per.account.lifetime", "{} UNAVAILABLE")
                .showsOnly("revenue.clv", "{} UNAVAILABLE")
                .shows("users.conversion.30d", "UNAVAILABLE")
                .shows("users.paying", "UNAVAILABLE")
                .issues();
    }

    private static BigDecimal amount(String amount) {
        return new BigDecimal(amount);
    }

    @Test
    default void paymentsRecurOnlyWhereTheHostAsksForItAndHasNoSubscriptions() {
        Company.Builder shop = Company.builder().payments(dollars("1", "a", "10", SUCCEEDED, daysAgo(3)));
        now(shop).showsOnly("revenue.mrr", "{} UNAVAILABLE").showsOnly("revenue.arr", "{} UNAVAILABLE");
        now(shop.recurringFromPayments())
                .showsOnly("revenue.mrr", "{currency=USD, plan=unspecified} 10")
                .showsOnly("revenue.arr", "{currency=USD} 120");
        now(shop.subscriptions(subscription("a", "100", BillingInterval.YEAR, 1, daysAgo(3))))
                .showsOnly("revenue.mrr", "{currency=USD, plan=unspecified} 8.33")
                .showsOnly("revenue.arr", "{currency=USD} 100");
    }

    @Test
    default void ordersArePaymentsThatSucceededByWhenTheyWerePaid() {
        Company.Builder company = Company.builder()
                .payments(
                        dollars("1", "a", "10", SUCCEEDED, daysAgo(9)).paid(justBefore(NOW)),
                        dollars("2", null, "5", REFUNDED, daysAgo(1)),
                        dollars("3", "a", "7", SUCCEEDED, justBefore(daysAgo(1))),
                        dollars("4", "a", "99", SUCCEEDED, justBefore(daysAgo(30))),
                        dollars("5", "a", "99", SUCCEEDED, justBefore(NOW)).paid(NOW),
                        unpaid("6", "a", "99", FAILED, daysAgo(1)),
                        in("EUR", "7", "a", "3", SUCCEEDED, justBefore(daysAgo(1))));
        now(company)
                .shows("orders.24h", "2")
                .shows("orders.30d", "4")
                .shows("orders.last.month", "1")
                .showsOnly("orders.value.mean.24h", "{currency=USD} 15/2", "{currency=EUR} NO_DATA")
                .showsOnly("orders.value.mean.30d", "{currency=USD} 22/3", "{currency=EUR} 3/1")
                .showsOnly("orders.value.mean.last.month", "{currency=USD} 99/1", "{currency=EUR} NO_DATA")
                .showsOnly(
                        "payments.new.24h",
                        "{status=succeeded} 0",
                        "{status=refunded} 1",
                        "{status=failed} 1",
                        "{status=pending} 1")
                .showsOnly(
                        "payments.new.30d",
                        "{status=succeeded} 3",
                        "{status=refunded} 1",
                        "{status=failed} 1",
                        "{status=pending} 1");
    }

    @Test
    default void freePaymentsCountButMoveNoMoney() {
        now(Company.builder().payments(dollars("1", "a", "0", SUCCEEDED, daysAgo(3))))
                .shows("payments{status=succeeded}", "1")
                .shows("revenue.collected.30d{currency=USD}", "0")
                .shows("revenue.arppu.30d{currency=USD}", "0/1")
                .shows("revenue.refund.30d{currency=USD}", "NO_DATA")
                .shows("orders.value.mean.30d{currency=USD}", "0/1")
                .issues();
    }
}
