package io.axisor.metrics.jdbc.internal.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {

    @Test
    void theNearestOfSeveralNamesIsMeantWhateverItsCase() {
        assertThat(NearestName.of("acounts", List.of("ACCOUNTS", "amounts_due", "orders")))
                .contains("ACCOUNTS");
        assertThat(NearestName.of("STATUSS", List.of("plan", "status"))).contains("status");
    }

    @Test
    void ofEquallyNearNamesTheFirstInTheAlphabetIsMeant() {
        assertThat(NearestName.of("user", List.of("users", "userx", "usera"))).contains("usera");
    }

    @Test
    void aFarNameIsNotMeant() {
        assertThat(NearestName.of("accounts", List.of("payments", "x"))).isEmpty();
        assertThat(NearestName.of("accounts", List.of())).isEmpty();
    }

    @Test
    void aShortNameMayBeOffByTwoAndALongOneByAThird() {
        assertThat(NearestName.of("id", List.of("uid"))).contains("uid");
        assertThat(NearestName.of("id", List.of("userid"))).isEmpty();
        assertThat(NearestName.of("subscriptions", List.of("subs_criptns"))).contains("subs_criptns");
    }

    @ParameterizedTest
    @CsvSource({
        "PAID, paid",
        "past-due, past_due",
        "pastDue, past_due",
        "canceled, cancelled",
        "unpaid,",
        "void,",
        "inactive,",
        "QUARTERLY,",
        "1,",
        "11,",
        "1001,"
    })
    void aValueResemblesOnlyWhatMustMeanTheSame(String value, @Nullable String expected) {
        List<String> known = List.of("paid", "past_due", "cancelled", "active", "yearly", "2", "10", "1002");

        assertThat(NearestName.resembling(value, known)).isEqualTo(Optional.ofNullable(expected));
    }
}
