package io.axisor.metrics.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axisor.metrics.contract.Measured;
import io.axisor.metrics.contract.SourceUnderTest;
import io.axisor.metrics.jdbc.jpa.EntitySchema;
import io.axisor.metrics.jdbc.jpa.NamingStrategy;
import io.axisor.metrics.source.MetricsDataException;
import io.axisor.metrics.value.CurrencyUnit;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Conditions on the tables of entities, and references that find several rows, over tables that nothing restricts. */
class EntityConditionsIT {

    /** Somebody with a tier. */
    @Entity(name = "Buyer")
    static class Buyer {
        @Id
        Long nr;

        String tier;
        LocalDateTime born;
    }

    /** What a buyer paid. */
    @Entity(name = "Purchase")
    static class Purchase {
        @Id
        Long nr;

        @ManyToOne
        Buyer buyer;

        BigDecimal amount;
        String state;
        LocalDateTime made;
    }

    static Stream<Engine> engines() {
        return UnmappedValuesIT.engines();
    }

    @ParameterizedTest
    @MethodSource("engines")
    void aConditionHoldsForAnEntityThatIsItsTable(Engine engine) throws SQLException {
        create(engine);
        JdbcMetricsDataSource source = purchases(engine, p -> p.where("amount < 50 -- no large ones"), false);

        assertThat(source.verify().errors()).isEmpty();
        Measured.of(source, SourceUnderTest.NOW)
                .showsOnly("revenue.lifetime", "{currency=USD, plan=unspecified} 17")
                .issues();
    }

    @ParameterizedTest
    @MethodSource("engines")
    void aConditionHoldsForAnEntityThatIsReadWithOthers(Engine engine) throws SQLException {
        create(engine);
        JdbcMetricsDataSource source = purchases(engine, p -> p.where("amount < 50"), true);

        assertThat(source.verify().errors()).isEmpty();
        Measured.of(source, SourceUnderTest.NOW)
                .showsOnly("revenue.lifetime", "{currency=USD, plan=free} 7", "{currency=USD, plan=pro} 10")
                .issues();
    }

    @ParameterizedTest
    @MethodSource("engines")
    void aConditionThatTheDatabaseRefusesIsAnErrorOfIt(Engine engine) throws SQLException {
        create(engine);
        for (boolean isReadWithOthers : List.of(true, false)) {
            assertThat(purchases(engine, p -> p.where("amnt < 50"), isReadWithOthers)
                            .verify()
                            .errors())
                    .singleElement()
                    .asString()
                    .startsWith("payments.where: the database refuses the condition: ");
        }
    }

    @ParameterizedTest
    @MethodSource("engines")
    void aReferenceThatFindsSeveralRowsIsAnErrorAndNotSeveralPayments(Engine engine) throws SQLException {
        create(engine);
        engine.insert("Buyer", List.<Object[]>of(new Object[] {1, "free", null}));
        JdbcMetricsDataSource source = purchases(engine, p -> {}, true);
        List<String> errors = source.verify().errors();

        assertThat(errors)
                .singleElement()
                .asString()
                .startsWith("payments (a table of Buyer): several rows of table ")
                .contains("', so what is joined would count several times; make it unique, or ")
                .doesNotContain(".join(");
        assertThatThrownBy(() -> source.revenue(WholeCompany.AT))
                .isInstanceOf(MetricsDataException.class)
                .hasMessageContaining("would count several times");
        try (Connection connection = engine.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(errors.get(0).replaceFirst(".*see such keys with: ", ""))) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isEqualTo(1);
            assertThat(rows.getInt(2)).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @MethodSource("engines")
    void accountsOfOneIdCountOnceAlsoAsEntities(Engine engine) throws SQLException {
        create(engine);
        engine.insert("Buyer", List.<Object[]>of(new Object[] {1, "free", at(3)}));
        MetricsSchema accounts = EntitySchema.ofAnnotations(NamingStrategy.AS_WRITTEN)
                .users(Buyer.class, u -> u.id("nr").createdAt("born").plan("tier"))
                .build();

        Measured.of(JdbcMetricsDataSource.of(engine.dataSource(), accounts), SourceUnderTest.NOW)
                .showsOnly("users", "{plan=free} 1", "{plan=pro} 1")
                .issues("users.duplicate 1");
    }

    private static JdbcMetricsDataSource purchases(
            Engine engine, Consumer<PaymentsMapping> more, boolean isReadWithOthers) {
        MetricsSchema schema = EntitySchema.ofAnnotations(NamingStrategy.AS_WRITTEN)
                .payments(Purchase.class, p -> {
                    more.accept(p);
                    p.userId("buyer").amount("amount").fixedCurrency(CurrencyUnit.of("USD"));
                    p.status("state").succeeded("paid").createdAt("made");
                    if (isReadWithOthers) {
                        p.plan("buyer.tier");
                    }
                })
                .build();
        return JdbcMetricsDataSource.of(engine.dataSource(), schema);
    }

    private static LocalDateTime at(int day) {
        return LocalDateTime.of(2026, 4, day, 12, 0);
    }

    private static void create(Engine engine) throws SQLException {
        engine.drop("Purchase");
        engine.drop("Buyer");
        engine.run(
                "CREATE TABLE Buyer (nr INTEGER, tier VARCHAR(9), born " + engine.localType() + ")",
                "CREATE TABLE Purchase (nr INTEGER, buyer_nr INTEGER, amount INTEGER, state VARCHAR(9), made "
                        + engine.localType() + ")");
        engine.insert("Buyer", List.of(new Object[] {1, "pro", at(1)}, new Object[] {2, "free", at(2)}));
        engine.insert(
                "Purchase",
                List.of(new Object[] {1, 1, 10, "paid", at(5)}, new Object[] {2, 2, 7, "paid", at(6)}, new Object[] {
                    3, 1, 500, "paid", at(7)
                }));
    }
}
