package io.axisor.metrics.jdbc.internal.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableNameTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', textBlock = """
        accounts                  ,         ,         , accounts
        billing.payments          ,         , billing , payments
        prod.billing.payments     , prod    , billing , payments
        cluster.prod.billing.paid , prod    , billing , paid
        "Login.Events"            ,         ,         , Login.Events
        "a.b"."c.d"               ,         , a.b     , c.d
        "we""ird"                 ,         ,         , we"ird
        """)
    void namesComeApartAtDotsOutsideOfQuotes(String written, String catalog, String schema, String table) {
        assertThat(TableName.parse(written))
                .isEqualTo(new TableName(Optional.ofNullable(catalog), Optional.ofNullable(schema), table));
    }

    @Test
    void aQuoteWithinAnUnquotedPartIsALetter() {
        assertThat(TableName.parse("12\"_records.of\"it").table()).isEqualTo("of\"it");
    }

    @Test
    void spacesAndCaseStayAsTheyAre() {
        assertThat(TableName.parse("Order Lines").table()).isEqualTo("Order Lines");
        assertThat(TableName.parse("").table()).isEmpty();
    }
}
