package io.axisor.metrics.jdbc;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.value.CurrencyUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a message says to do is enough: a faulty mapping, what is said of it, and the same mapping as that says. */
@ParameterizedClass
@EnumSource(Databases.class)
class RemediesIT {

    private static final CurrencyUnit USD = CurrencyUnit.of("USD");

    private final Databases database;

    RemediesIT(Databases database) {
        this.database = database;
    }

    /**
     * A fault.
     *
     * @param faulty the mapping
     * @param remedy what is said to be done about it
     * @param mended the mapping after that
     */
    record Fault(Consumer<MetricsSchema.Builder> faulty, String remedy, Consumer<MetricsSchema.Builder> mended) {
        @Override
        public String toString() {
            return remedy;
        }
    }

    static Stream<Fault> faults() {
        return Stream.of(
                users("; did you mean 'remedy_people'?", u -> u.table("remedy_poeple"), u -> {}),
                users("; did you mean 'made'?", u -> u.createdAt("maed"), u -> u.createdAt("made")),
                users("write it as stored", u -> u.plan("TIER"), u -> u.plan("Tier")),
                users("and its name as stored", u -> u.table("REMEDY_ODD"), u -> u.table("Remedy_Odd")),
                users(
                        "such as TimeKind.epochMillis()",
                        u -> u.createdAt("millis"),
                        u -> u.createdAt("millis", TimeKind.epochMillis())),
                users(
                        "; map it with TimeKind.epochSeconds() or epochMillis()",
                        u -> u.createdAt("millis", TimeKind.instant()),
                        u -> u.createdAt("millis", TimeKind.epochSeconds())),
                users(
                        "map it with TimeKind.localIn(zone)",
                        u -> u.createdAt("made", TimeKind.instant()),
                        u -> u.createdAt("made", TimeKind.localIn(UTC))),
                users(
                        "map it with TimeKind.instant()",
                        u -> u.createdAt("zoned", TimeKind.localIn(UTC)),
                        u -> u.createdAt("zoned", TimeKind.instant())),
                users(
                        "map it with TimeKind.dateIn(zone)",
                        u -> u.createdAt("born", TimeKind.epochMillis()),
                        u -> u.createdAt("born", TimeKind.dateIn(UTC))),
                users(
                        "restrict the table with .join(...).where(...)",
                        u -> u.join("t", RemediesIT::tiers).plan("t.plan"),
                        u -> u.join("t", j -> tiers(j).where("valid = 1")).plan("t.plan")),
                payments(
                        "map what it holds, such as \"1\"",
                        p -> p.status("code").succeeded("paid"),
                        p -> p.status("code").succeeded("1")),
                payments(
                        "map what it holds, such as \"true\"",
                        p -> p.status("settled").succeeded("paid"),
                        p -> p.status("settled").succeeded("true")),
                payments(
                        "; map it with .succeeded(\"PAID\")",
                        p -> p.status("state").succeeded("paid"),
                        p -> p.status("state").succeeded("paid").succeeded("PAID")),
                payments(
                        "; map each with .succeeded(...), .refunded(...), .failed(...), .pending(...)",
                        p -> p.status("state").succeeded("paid"),
                        p -> p.status("state").succeeded("paid").failed("PAID")),
                payments(
                        "say so with .minorUnits()",
                        p -> p.amount("amount_cents").status("code").succeeded("1"),
                        p -> p.amount("amount_cents")
                                .minorUnits()
                                .status("code")
                                .succeeded("1")));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void theRemedyOfAMessageMendsTheMapping(Fault fault) {
        assertThat(found(fault.faulty())).anyMatch(found -> said(found).contains(said(fault.remedy())));
        assertThat(found(fault.mended())).allMatch(found -> found.contains("no index of"));
    }

    @ParameterizedTest
    @CsvSource({
        "users.created-at = millis",
        "users.created-at = millis|users.created-at-kind = instant",
        "users.created-at = made|users.created-at-kind = instant",
        "users.created-at = zoned|users.created-at-kind = local-in UTC",
        "users.created-at = born|users.created-at-kind = epoch-seconds"
    })
    void ofAMappingInPropertiesItIsAPropertyOfThem(String faulty) {
        Map<String, String> properties = new LinkedHashMap<>(Map.of("users.table", "remedy_people", "users.id", "id"));
        for (String property : faulty.split("\\|", -1)) {
            properties.put(property.split(" = ", -1)[0], property.split(" = ", -1)[1]);
        }
        SchemaReport report = verify(SchemaProperties.read(properties));
        assertThat(report.errors()).singleElement().asString().doesNotContain("TimeKind");
        Matcher remedy = Pattern.compile("'(users\\.created-at-kind): ([^']+)'")
                .matcher(report.errors().get(0));
        assertThat(remedy.find()).as(report.errors().get(0)).isTrue();
        properties.put(remedy.group(1), remedy.group(2).replace("ZONE", "UTC"));

        assertThat(verify(SchemaProperties.read(properties)).errors()).isEmpty();
    }

    @Test
    void soItIsForMinorUnits() {
        Map<String, String> properties = new LinkedHashMap<>(Map.of(
                "payments.table", "remedy_pays",
                "payments.user-id", "who",
                "payments.amount", "amount_cents",
                "payments.fixed-currency", "USD",
                "payments.status", "code",
                "payments.succeeded", "1",
                "payments.created-at", "made"));

        assertThat(verify(SchemaProperties.read(properties)).warnings())
                .anyMatch(warning -> warning.endsWith("say so with 'payments.minor-units: true'"));
        properties.put("payments.minor-units", "true");
        assertThat(verify(SchemaProperties.read(properties)).warnings())
                .noneMatch(warning -> warning.contains("minor units"));
    }

    @BeforeEach
    void create() {
        database.run(
                "DROP TABLE IF EXISTS remedy_people",
                "DROP TABLE IF EXISTS remedy_tiers",
                "DROP TABLE IF EXISTS remedy_pays",
                "DROP TABLE IF EXISTS \"Remedy_Odd\"",
                "DROP TABLE IF EXISTS \"rEMEDY_oDD\"",
                "CREATE TABLE \"Remedy_Odd\" (id INTEGER, made TIMESTAMP)",
                "CREATE TABLE \"rEMEDY_oDD\" (id INTEGER, made TIMESTAMP)",
                "CREATE TABLE remedy_people (id INTEGER, made TIMESTAMP, millis BIGINT, born DATE, zoned "
                        + database.zonedType() + ", \"Tier\" VARCHAR(9), \"tIER\" VARCHAR(9))",
                "CREATE TABLE remedy_tiers (who INTEGER, plan VARCHAR(9), valid INTEGER)",
                "INSERT INTO remedy_tiers VALUES (1, 'pro', 1), (1, 'free', 0)",
                "CREATE TABLE remedy_pays (who INTEGER, amount DECIMAL(10, 2), amount_cents INTEGER, state VARCHAR(9),"
                        + " code INTEGER, settled BOOLEAN, made TIMESTAMP)",
                "INSERT INTO remedy_pays VALUES (1, 1, 100, 'paid', 1, TRUE, NULL), (1, 1, 100, 'PAID', 1, TRUE,"
                        + " NULL)");
    }

    private static JoinMapping tiers(JoinMapping join) {
        return join.table("remedy_tiers").key("who").matching("id");
    }

    private static Fault users(String remedy, Consumer<UsersMapping> faulty, Consumer<UsersMapping> mended) {
        return new Fault(
                s -> s.users(u -> faulty.accept(people(u))), remedy, s -> s.users(u -> mended.accept(people(u))));
    }

    private static UsersMapping people(UsersMapping users) {
        return users.table("remedy_people").id("id").createdAt("made");
    }

    private static Fault payments(String remedy, Consumer<PaymentsMapping> faulty, Consumer<PaymentsMapping> mended) {
        return new Fault(
                s -> s.payments(p -> faulty.accept(pays(p))), remedy, s -> s.payments(p -> mended.accept(pays(p))));
    }

    private static PaymentsMapping pays(PaymentsMapping payments) {
        return payments.table("remedy_pays")
                .userId("who")
                .amount("amount")
                .fixedCurrency(USD)
                .createdAt("made");
    }

    private List<String> found(Consumer<MetricsSchema.Builder> mapping) {
        MetricsSchema.Builder schema = MetricsSchema.builder();
        mapping.accept(schema);
        SchemaReport report = verify(schema.build());
        return Stream.of(report.errors(), report.contentErrors(), report.warnings())
                .flatMap(List::stream)
                .toList();
    }

    private SchemaReport verify(MetricsSchema schema) {
        return JdbcMetricsDataSource.of(database.dataSource(), schema).verify();
    }

    private static String said(String message) {
        return message.toLowerCase(Locale.ROOT);
    }
}
