package io.axisor.metrics.jdbc.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamingStrategyTest {

    /** As Spring Boot 3.5.16 with Hibernate 6.6.56 and Spring Boot 4.1.1 with Hibernate 7.4.6 were seen to name them. */
    @ParameterizedTest
    @CsvSource({
        "userID, userid, userid",
        "planX, planx, planx",
        "address2Line, address2line, address2_line",
        "ORG_FK, org_fk, org_fk",
        "invitedBy_id, invited_by_id, invited_by_id"
    })
    void namesAreThoseThatSpringBootMakes(String logical, String boot3, String boot4) {
        assertThat(NamingStrategy.AS_WRITTEN.physical(logical)).isEqualTo(logical);
        assertThat(NamingStrategy.SPRING_BOOT_3.physical(logical)).isEqualTo(boot3);
        assertThat(NamingStrategy.SPRING_BOOT_4.physical(logical)).isEqualTo(boot4);
    }
}
