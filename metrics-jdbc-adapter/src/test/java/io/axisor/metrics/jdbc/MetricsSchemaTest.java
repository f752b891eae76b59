package io.axisor.metrics.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axisor.metrics.revenue.BillingInterval;
import io.axisor.metrics.revenue.PaymentStatus;
import io.axisor.metrics.users.SurveyKind;
import io.axisor.metrics.value.CurrencyUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What a mapping says of itself, before any database is asked. */
class MetricsSchemaTest {

    private static final CurrencyUnit USD = CurrencyUnit.of("USD");

    @Test
    void aFixedStatusStandsForTheColumnAndIsNotToIgnoreEveryPayment() {
        assertThatThrownBy(() -> paymentsOf(p -> p.status("status").fixedStatus(PaymentStatus.SUCCEEDED)))
                .hasMessageContaining("payments: give .status(...) or .fixedStatus(...), and not both");
        assertThatThrownBy(() -> paymentsOf(p -> p.succeeded("paid")))
                .hasMessageContaining("payments: give .status(...) or .fixedStatus(...), and not both");
        assertThatThrownBy(() -> paymentsOf(p -> p.fixedStatus(PaymentStatus.IGNORED)))
                .hasMessageContaining("payments: .fixedStatus(...) ignores every payment");
        paymentsOf(p -> p.fixedStatus(PaymentStatus.SUCCEEDED));
    }

    private static void paymentsOf(Consumer<PaymentsMapping> status) {
        MetricsSchema.builder()
                .payments(p -> status.accept(
                        p.table("payments").amount("amount").fixedCurrency(USD).createdAt("created")))
                .build();
    }

    @Test
    void statusesOfRefundsNeedOneThatSucceeded() {
        assertThatThrownBy(() -> MetricsSchema.builder()
                        .payments(p -> p.table("payments")
                                .id("id")
                                .amount("amount")
                                .fixedCurrency(USD)
                                .createdAt("created")
                                .fixedStatus(PaymentStatus.SUCCEEDED))
                        .refunds(r -> r.table("refunds")
                                .paymentId("payment_id")
                                .amount("amount")
                                .refundedAt("at")
                                .status("state"))
                        .build())
                .hasMessageContaining("refunds: no status means succeeded; name at least one with .succeeded(...)");
    }

    @Test
    void everyFaultIsNamedAtOnceWithItsRemedy() {
        MetricsSchema.Builder schema = MetricsSchema.builder()
                .plans("free", "pro", "free")
                .users(u -> u.id("id"))
                .activity(a -> a.table("events").select("SELECT 1").userId("u").occurredAt("at"))
                .payments(p -> p.table("payments")
                        .userId("user_id")
                        .amount("amount")
                        .currency("currency")
                        .fixedCurrency(USD)
                        .status("status")
                        .refunded("void")
                        .failed("void")
                        .createdAt("created")
                        .refundsOnOwnRows()
                        .refundedAmount("refunded")
                        .join("account", j -> j.table("accounts")))
                .refunds(r -> r.table("refunds"))
                .subscriptions(s -> s.table("subscriptions")
                        .userId("user_id")
                        .amount("amount")
                        .startedAt("begun")
                        .status("state"))
                .planChanges(c -> c.table("changes"))
                .surveys(s -> s.table("surveys").score("score").answeredAt("at"))
                .surveys(s -> s.table("answers")
                        .score("score")
                        .answeredAt("at")
                        .kind("kind")
                        .fixedKind(SurveyKind.NPS));

        assertThatThrownBy(schema::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("""
                    the mapping has 23 faults:
                      plans: each plan has one place in the order: [free, pro, free] lists one twice
                      surveys are mapped twice
                      users: give a table or a select, and not both
                      users.createdAt is not mapped; name its column with .createdAt(...)
                      activity: give a table or a select, and not both
                      payments: .join(...) of 'account' needs its .table(...), its .key(...) and our .matching(...) column
                      payments.status: 'void' stands for both .refunded(...) and .failed(...); leave it out of one
                      payments: give .currency(...) or .fixedCurrency(...), and not both
                      payments: no status means succeeded; name at least one with .succeeded(...)
                      refunds.paymentId is not mapped; name its column with .paymentId(...)
                      refunds.amount is not mapped; name its column with .amount(...)
                      refunds.refundedAt is not mapped; name its column with .refundedAt(...)
                      subscriptions: give .currency(...) or .fixedCurrency(...), and not both
                      subscriptions: give .interval(...) or .fixedInterval(...), and not both
                      subscriptions: no status means active; name at least one with .active(...)
                      planChanges.userId is not mapped; name its column with .userId(...)
                      planChanges.fromPlan is not mapped; name its column with .fromPlan(...)
                      planChanges.toPlan is not mapped; name its column with .toPlan(...)
                      planChanges.changedAt is not mapped; name its column with .changedAt(...)
                      surveys: give .kind(...) or .fixedKind(...), and not both
                      payments.id is not mapped; refunds find their payment by it
                      refunds stand in rows of payments or in a table of their own, not in both
                      payments: .refundedAmount(...) and .refundedAt(...) would count refunds of the own table twice; \
                    leave them out\
                    """);
    }

    @Test
    void refundsNeedPayments() {
        assertThatThrownBy(() -> MetricsSchema.builder()
                        .refunds(r ->
                                r.table("refunds").paymentId("p").amount("a").refundedAt("at"))
                        .build())
                .hasMessage("the mapping has 1 fault:\n  refunds are mapped, but payments are not");
    }

    @Test
    void nothingMappedIsNoFault() {
        assertThat(MetricsSchema.builder().build().spec().facts()).isEmpty();
    }

    @Test
    void aWholeMappingHasNoFault() {
        MetricsSchema schema = MetricsSchema.builder()
                .subscriptions(s -> s.table("subscriptions")
                        .userId("user_id")
                        .amount("amount")
                        .fixedCurrency(USD)
                        .fixedInterval(BillingInterval.MONTH)
                        .startedAt("begun"))
                .surveys(s -> s.table("answers").score("score").answeredAt("at").fixedKind(SurveyKind.CSAT))
                .build();

        assertThat(schema.spec().facts()).containsOnlyKeys("subscriptions", "surveys");
    }
}
