package io.axisor.metrics.jdbc;

import io.axisor.metrics.value.CurrencyUnit;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Text that a collation takes for one, in each column of words. */
abstract class OddTexts extends OddTypes {

    static final CurrencyUnit USD = CurrencyUnit.of("USD");

    OddTexts(Engine engine) {
        super(engine);
    }

    /** Types of text that fold case, and the plain one. */
    Stream<String> texts() {
        return Stream.of("VARCHAR(20)");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void textIsComparedByteByByteWhateverTheCollation(String type) {
        rows(amount(type), "odd_payments", "amount INTEGER, state T, plan T, made DATE")
                .clean("1, 'paid', 'pro', D")
                .clean("10, 'Paid', 'pro', D")
                .clean("100, 'paid', 'Pro', D")
                .clean("1000, 'paid', '', D")
                .clean("10000, '', 'pro', D")
                .clean("100000, NULL, 'pro', D")
                .clean("1000000, 'paid', NULL, D")
                .write();

        measured(schema -> schema.payments(p -> p.table("odd_payments")
                        .amount("amount")
                        .fixedCurrency(USD)
                        .status("state")
                        .succeeded("paid")
                        .plan("plan")
                        .createdAt("made")))
                .shows("revenue.lifetime{currency=USD, plan=pro}", 1)
                .shows("revenue.lifetime{currency=USD, plan=Pro}", 100)
                .shows("revenue.lifetime{currency=USD, plan=unspecified}", 1001000)
                .issues("payments.status 3");
    }

    /** Every dimension and every other status, each in two cases and blank. */
    @ParameterizedTest
    @MethodSource("texts")
    void dimensionsAreComparedByteByByteWhateverTheCollation(String type) {
        rows(amount(type), "odd_words", "nr INTEGER, a T, b T, happened DATE")
                .clean("1, 'ok', 'y', D", "2, 'Ok', 'y', D", "3, 'ok', 'Y', D", "4, 'ok', '', D", "5, 'ok', NULL, D")
                .write();

        measured(schema -> schema.users(
                                u -> u.table("odd_words").id("nr").plan("b").createdAt("happened"))
                        .automations(a -> a.table("odd_words")
                                .id("nr")
                                .userId("nr")
                                .type("b")
                                .active("a")
                                .activeWhen("ok")
                                .createdAt("happened"))
                        .executions(e -> e.table("odd_words")
                                .automationId("nr")
                                .status("a")
                                .succeeded("ok")
                                .failed("Ok")
                                .startedAt("happened"))
                        .complianceRequests(r -> r.table("odd_words")
                                .kind("b")
                                .requestedAt("happened")
                                .completedAt("happened"))
                        .featureUse(f ->
                                f.table("odd_words").feature("b").userId("nr").usedAt("happened")))
                .showsOnly("users", "{plan=free} 0", "{plan=pro} 0", "{plan=y} 2", "{plan=Y} 1", "{plan=unspecified} 2")
                .showsOnly(
                        "automations",
                        "{automation=y, state=active} 1",
                        "{automation=y, state=inactive} 1",
                        "{automation=Y, state=active} 1",
                        "{automation=unspecified, state=active} 2")
                .shows("automations.success.overall.30d", "4/5")
                .showsOnly(
                        "compliance.requests.30d",
                        "{request=y, state=completed} 2",
                        "{request=Y, state=completed} 1",
                        "{request=unspecified, state=completed} 2",
                        "{request=unspecified, state=open} 0")
                .showsOnly("features.users.30d", "{feature=y} 2", "{feature=Y} 1", "{feature=unspecified} 2");
    }
}
