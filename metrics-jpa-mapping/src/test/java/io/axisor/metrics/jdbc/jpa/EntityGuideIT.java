package io.axisor.metrics.jdbc.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.axisor.metrics.contract.Measured;
import io.axisor.metrics.contract.SourceUnderTest;
import io.axisor.metrics.jdbc.EntityDatabase;
import io.axisor.metrics.jdbc.JdbcMetricsDataSource;
import io.axisor.metrics.jdbc.MetricsSchema;
import io.axisor.metrics.jdbc.jpa.shop.Account;
import io.axisor.metrics.jdbc.jpa.shop.Happening.Login;
import io.axisor.metrics.jdbc.jpa.shop.Payment;
import io.axisor.metrics.jdbc.jpa.shop.Question;
import io.axisor.metrics.jdbc.jpa.shop.Shop;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code docs/jpa.md} shows: the code runs, and the report is the one that comes out. */
class EntityGuideIT {

    private static final Path GUIDE = Path.of("../docs/jpa.md");
    private static final Path QUOTED = Path.of("src/test/java/io/axisor/metrics/jdbc/jpa/EntityGuideIT.java");

    private HikariDataSource dataSource;
    private EntityManagerFactory factory;

    @BeforeEach
    void open() {
        dataSource = EntityDatabase.H2.pool();
        factory = Factories.open("shop", dataSource, Map.of());
        Factories.persist(factory, Shop::persist);
        EntityDatabase.H2.run(
                "DROP TABLE IF EXISTS helpdesk_tickets",
                "CREATE TABLE helpdesk_tickets (opened TIMESTAMP, closed TIMESTAMP)",
                "INSERT INTO helpdesk_tickets VALUES (TIMESTAMP '2026-04-14 08:00:00', TIMESTAMP '2026-04-14 09:00:00')");
    }

    @AfterEach
    void close() {
        factory.close();
        dataSource.close();
    }

    private static JdbcMetricsDataSource source(EntityManagerFactory entityManagerFactory, DataSource dataSource) {
        MetricsSchema schema = EntitySchema.of(entityManagerFactory)
                .users(
                        Account.class,
                        u -> u.id("id").createdAt("createdAt").plan("planX").verified("isVerified"))
                .activity(Login.class, a -> a.userId("who").occurredAt("happenedAt"))
                .payments(Payment.class, p -> {
                    p.userId("owner").plan("owner.planX").amount("amount").currency("currency");
                    p.createdAt("createdAt").status("state");
                    p.succeeded("PAID").refunded("RETURNED").failed("DECLINED").pending("OPEN");
                })
                .with(s -> s.plans("FREE", "PRO", "GOLD")
                        .tickets(t ->
                                t.table("helpdesk_tickets").openedAt("opened").resolvedAt("closed")))
                .build();
        JdbcMetricsDataSource source = JdbcMetricsDataSource.of(dataSource, schema);
        source.verify().orThrow();
        return source;
    }

    @Test
    void theMappingOfTheGuideCounts() {
        Measured.of(source(factory, dataSource), SourceUnderTest.NOW)
                .showsOnly("users", "{plan=FREE} 2", "{plan=GOLD} 0", "{plan=PRO} 1")
                .shows("users.active.7d", "2")
                .shows("compliance.verified", "2/3")
                .shows("payments.success.30d", "2/3")
                .shows("revenue.lifetime{currency=EUR, plan=PRO}", "30");
    }

    @Test
    void theMappingByAnnotationsOfTheGuideCounts() {
        EntitySchema entities = EntitySchema.ofAnnotations(NamingStrategy.SPRING_BOOT_4, Question.Codes.class);

        assertThat(entities.users(Account.class, u -> u.id("id").createdAt("createdAt"))
                        .build())
                .isNotNull();
    }

    @Test
    void theReportOfTheGuideIsTheOneThatComesOut() throws IOException {
        EntitySchema entities = EntitySchema.of(factory)
                .users(Account.class, u -> u.id("id").createdAt("createAt").plan("address"))
                .payments(
                        Payment.class,
                        p -> p.userId("owner")
                                .amount("amount")
                                .currency("currency")
                                .createdAt("createdAt")
                                .status("state")
                                .succeeded("PAYED"));

        assertThatThrownBy(entities::build)
                .satisfies(thrown ->
                        assertThat(Files.readString(GUIDE)).contains("```\n" + thrown.getMessage() + "\n```"));
    }

    @Test
    void theCodeOfTheGuideIsThatOfThisTest() throws IOException {
        String source = withoutBlanks(Files.readString(QUOTED));
        Matcher blocks = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(GUIDE));
        int found = 0;
        while (blocks.find()) {
            assertThat(source).contains(withoutBlanks(blocks.group(1)));
            found++;
        }
        assertThat(found).isEqualTo(2);
    }

    /** The formatter breaks lines where the guide does not. */
    private static String withoutBlanks(String code) {
        return code.replaceAll("\\s+", "");
    }
}
