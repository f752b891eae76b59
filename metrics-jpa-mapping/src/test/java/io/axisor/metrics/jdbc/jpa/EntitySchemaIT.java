package io.axisor.metrics.jdbc.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.axisor.metrics.contract.Measured;
import io.axisor.metrics.contract.SourceUnderTest;
import io.axisor.metrics.jdbc.EntityDatabase;
import io.axisor.metrics.jdbc.JdbcMetricsDataSource;
import io.axisor.metrics.jdbc.MetricsSchema;
import io.axisor.metrics.jdbc.TimeKind;
import io.axisor.metrics.jdbc.jpa.shop.Account;
import io.axisor.metrics.jdbc.jpa.shop.Answer;
import io.axisor.metrics.jdbc.jpa.shop.Contract;
import io.axisor.metrics.jdbc.jpa.shop.Happening;
import io.axisor.metrics.jdbc.jpa.shop.Payment;
import io.axisor.metrics.jdbc.jpa.shop.Plan;
import io.axisor.metrics.jdbc.jpa.shop.Question;
import io.axisor.metrics.jdbc.jpa.shop.Shop;
import io.axisor.metrics.jdbc.jpa.shop.Ticket;
import io.axisor.metrics.revenue.BillingInterval;
import io.axisor.metrics.value.CurrencyUnit;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.lang.reflect.Proxy;
import java.sql.Timestamp;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a provider has persisted is counted by the mapping of its entities, whatever the provider has called it. */
@ParameterizedClass(name = "{0} {1}")
@MethodSource("databasesAndNames")
class EntitySchemaIT {

    private final EntityDatabase database;
    private final Naming naming;
    private HikariDataSource dataSource;
    private EntityManagerFactory factory;

    EntitySchemaIT(EntityDatabase database, Naming naming) {
        this.database = database;
        this.naming = naming;
    }

    static Stream<Arguments> databasesAndNames() {
        return Stream.of(EntityDatabase.values())
                .flatMap(database -> Stream.of(Naming.values())
                        .filter(Naming::isThere)
                        .map(naming -> Arguments.of(database, naming)));
    }

    @BeforeEach
    void persist() {
        dataSource = database.pool();
        factory = Factories.open("shop", dataSource, naming.properties());
        Factories.persist(factory, Shop::persist);
    }

    @AfterEach
    void close() {
        factory.close();
        dataSource.close();
    }

    @Test
    void columnsHaveTheNamesThatTheProviderGivesThem() {
        measure(accounts("planX")).showsOnly("users", "{plan=FREE} 2", "{plan=GOLD} 0", "{plan=PRO} 1");
    }

    @Test
    void whatIsEmbeddedIsNamedWithADot() {
        measure(accounts("address.city")).shows("users{plan=Berlin}", "2");
        measure(accounts("address.postalCode")).shows("users{plan=D-10115}", "1");
    }

    @Test
    void convertedTruthIsWrittenAsTruth() {
        measure(entities()
                        .users(
                                Account.class,
                                u -> u.id("id").createdAt("createdAt").verified("isVerified")))
                .shows("compliance.verified", "2/3");
    }

    @Test
    void aReferenceStandsForItsColumnAndLeadsToTheEntityBehind() {
        measure(accounts("organization.contract"))
                .showsOnly("users", "{plan=FREE} 0", "{plan=GOLD} 1", "{plan=PRO} 0", "{plan=unspecified} 2");
        measure(payments("owner", "owner.organization.contract"))
                .shows("revenue.lifetime{currency=EUR, plan=GOLD}", "30");
    }

    @Test
    void theKeyOfAReferenceNeedsNoOtherTable() {
        measure(payments("owner.id", "owner.planX"))
                .showsOnly(
                        "revenue.lifetime",
                        "{currency=EUR, plan=FREE} 5.5",
                        "{currency=EUR, plan=GOLD} 0",
                        "{currency=EUR, plan=PRO} 30");
    }

    @Test
    void constantsOfEnumsAreWrittenByNameHoweverTheyAreStored() {
        measure(payments("owner", "owner.planX")).shows("payments.success.30d", "2/3");
        measure(entities()
                        .surveys(
                                Answer.class,
                                s -> s.kind("question")
                                        .score("score")
                                        .answeredAt("answeredAt")
                                        .nps("RECOMMEND")
                                        .csat("SATISFIED")))
                .shows("satisfaction.nps.90d", "100");
    }

    @Test
    void aClassThatSharesATableHasOnlyItsRows() {
        measure(entities()
                        .with(s -> s.plans("FREE", "PRO", "GOLD"))
                        .subscriptions(
                                Contract.Subscription.class,
                                s -> s.userId("owner")
                                        .amount("price")
                                        .fixedCurrency(CurrencyUnit.of("EUR"))
                                        .fixedInterval(BillingInterval.MONTH)
                                        .plan("tier")
                                        .startedAt("startedAt")))
                .showsOnly(
                        "revenue.mrr",
                        "{currency=EUR, plan=FREE} 0",
                        "{currency=EUR, plan=GOLD} 20",
                        "{currency=EUR, plan=PRO} 10");
    }

    @Test
    void aClassWithATableOfItsOwnHasThoseOfTheClassesAbove() {
        measure(entities()
                        .users(Account.class, u -> u.id("id").createdAt("createdAt"))
                        .activity(Happening.Login.class, a -> a.userId("who").occurredAt("happenedAt")))
                .shows("users.active.7d", "2");
    }

    @Test
    void factsOfTablesAndOfEntitiesMakeOneSchema() {
        Long somebody;
        try (EntityManager manager = factory.createEntityManager()) {
            somebody = manager.createQuery("SELECT MIN(a.id) FROM Account a", Long.class)
                    .getSingleResult();
        }
        database.run(
                "DROP TABLE IF EXISTS plain_visits",
                "CREATE TABLE plain_visits (who BIGINT, seen TIMESTAMP)",
                "INSERT INTO plain_visits VALUES (" + somebody + ", TIMESTAMP '2026-04-15 06:00:00')");
        measure(entities()
                        .users(Account.class, u -> u.id("id").createdAt("createdAt"))
                        .with(s -> s.activity(
                                a -> a.table("plain_visits").userId("who").occurredAt("seen"))))
                .shows("users.active.7d", "1");
    }

    @Test
    void annotationsAndTheRightStrategyTellTheSame() {
        EntitySchema byAnnotations = EntitySchema.ofAnnotations(
                        naming.strategy(), Question.Codes.class, Contract.Premium.class)
                .with(s -> s.plans("FREE", "PRO", "GOLD"))
                .users(
                        Account.class,
                        u -> u.id("id")
                                .createdAt("createdAt")
                                .verified("isVerified")
                                .plan("organization.contract"))
                .payments(
                        Payment.class,
                        p -> p.userId("owner")
                                .amount("amount")
                                .currency("currency")
                                .status("state")
                                .succeeded("PAID")
                                .refunded("RETURNED")
                                .failed("DECLINED")
                                .createdAt("createdAt"))
                .surveys(
                        Answer.class,
                        s -> s.kind("question")
                                .score("score")
                                .answeredAt("answeredAt")
                                .nps("RECOMMEND")
                                .csat("SATISFIED"))
                .activity(Happening.Login.class, a -> a.userId("who").occurredAt("happenedAt"))
                .subscriptions(
                        Contract.Subscription.class,
                        s -> s.userId("owner")
                                .amount("price")
                                .fixedCurrency(CurrencyUnit.of("EUR"))
                                .fixedInterval(BillingInterval.MONTH)
                                .plan("tier")
                                .startedAt("startedAt"));

        measure(byAnnotations)
                .showsOnly("users", "{plan=FREE} 0", "{plan=GOLD} 1", "{plan=PRO} 0", "{plan=unspecified} 2")
                .shows("compliance.verified", "2/3")
                .shows("payments.success.30d", "2/3")
                .shows("satisfaction.nps.90d", "100")
                .shows("users.active.7d", "2")
                .showsOnly(
                        "revenue.mrr",
                        "{currency=EUR, plan=FREE} 0",
                        "{currency=EUR, plan=GOLD} 20",
                        "{currency=EUR, plan=PRO} 10");
    }

    @Test
    void aFactoryThatAFrameworkHasWrappedDoesAsWell() {
        EntityManagerFactory wrapped = (EntityManagerFactory) Proxy.newProxyInstance(
                EntitySchemaIT.class.getClassLoader(),
                new Class<?>[] {EntityManagerFactory.class},
                (proxy, method, arguments) -> method.invoke(factory, arguments));

        measure(EntitySchema.of(wrapped).users(Account.class, u -> u.id("id").createdAt("createdAt")))
                .shows("users{plan=unspecified}", "3");
    }

    @Test
    void instantsAreThoseOfTheProvidersClock() {
        Factories.persist(factory, manager -> {
            for (long minutes : new long[] {-1, 1}) {
                Ticket ticket = new Ticket();
                ticket.openedAt = SourceUnderTest.NOW.plusSeconds(60 * minutes);
                ticket.resolvedAt = Timestamp.from(ticket.openedAt);
                manager.persist(ticket);
            }
        });
        ZoneId jvm = ZoneId.systemDefault();

        measure(entities().users(Ticket.class, u -> u.id("id").createdAt("resolvedAt", TimeKind.localIn(jvm))))
                .shows("users{plan=unspecified}", "1");
        if (Factories.isHibernate()) { // EclipseLink 4 knows no Instant
            measure(entities().users(Ticket.class, u -> u.id("id").createdAt("openedAt")))
                    .shows("users{plan=unspecified}", "1");
        }
    }

    @Test
    void columnsWithoutAnIndexAreToldAlsoWhereAViewIsRead() {
        JdbcMetricsDataSource source = JdbcMetricsDataSource.of(
                dataSource, accounts("organization.contract").build());

        assertThat(source.verify().warnings())
                .singleElement()
                .asString()
                .startsWith("users.createdAt: no index of table ");
    }

    private EntitySchema accounts(String plan) {
        return entities()
                .users(Account.class, u -> u.id("id").createdAt("createdAt").plan(plan));
    }

    private EntitySchema payments(String userId, String plan) {
        return entities()
                .payments(
                        Payment.class,
                        p -> p.userId(userId)
                                .amount("amount")
                                .currency("currency")
                                .plan(plan)
                                .status("state")
                                .succeeded("PAID")
                                .failed("DECLINED")
                                .createdAt("createdAt"));
    }

    private EntitySchema entities() {
        return EntitySchema.of(factory)
                .with(s -> s.plans(Stream.of(Plan.values()).map(Plan::name).toArray(String[]::new)));
    }

    private Measured measure(EntitySchema entities) {
        MetricsSchema schema = entities.build();
        JdbcMetricsDataSource source = JdbcMetricsDataSource.of(dataSource, schema);
        assertThat(source.verify().errors()).isEmpty();
        return Measured.of(source, SourceUnderTest.NOW);
    }
}
