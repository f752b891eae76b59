package io.axisor.metrics.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.jdbc.internal.spec.WrittenFact;
import io.axisor.metrics.revenue.BillingInterval;
import io.axisor.metrics.users.SurveyKind;
import io.axisor.metrics.value.CurrencyUnit;
import io.axisor.metrics.value.Money;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Properties make the very mapping that the builder makes, and every fault of theirs is told. */
class SchemaPropertiesTest {

    private static MetricsSchema read(String lines) {
        Map<String, String> properties = new LinkedHashMap<>();
        lines.lines().map(line -> line.split("=", 2)).forEach(pair -> properties.put(pair[0].strip(), pair[1]));
        return SchemaProperties.read(properties);
    }

    private static List<String> faults(String lines) {
        try {
            read(lines);
        } catch (IllegalArgumentException e) {
            return e.getMessage().lines().skip(1).map(String::strip).toList();
        }
        return List.of();
    }

    @Test
    void propertiesAreTheMappingThatTheBuilderMakes() {
        MetricsSchema read = read("""
            plans = free, pro
            currencies = USD, brl
            local-times-in = America/Sao_Paulo
            capital = 10000 USD, 0.5 BTC
            margin-guard-types[1] = guard, wide
            margin-guard-types[0] = guard
            users.table = app.accounts
            USERS.ID = d.account
            users.createdAt = created_at
            users.created_at_kind = epoch-millis
            users.last-activity-at = seen
            users.last-activity-at-kind = LOCAL_IN Europe/Berlin
            users.join.d.table = details
            users.join.d.key = owner
            users.join.d.matching = id
            payments.select = SELECT a, b FROM c
            payments.user-id = a
            payments.amount = b
            payments.fixed-currency = USD
            payments.minor-units = true
            payments.refunds-on-own-rows = false
            payments.status = s
            payments.succeeded = paid , captured
            payments.failed[0] = no, never
            payments.created-at = c
            payments.created-at-kind = date-in UTC
            subscriptions.table = subs
            subscriptions.user-id = u
            subscriptions.amount = a
            subscriptions.currency = c
            subscriptions.fixed-interval = month
            subscriptions.started-at = s
            subscriptions.started-at-kind = instant
            surveys.table = answers
            surveys.score = s
            surveys.fixed-kind = nps
            surveys.answered-at = at
            surveys.answered-at-kind = epoch-seconds
            feature-use[0].table = exports
            feature-use[0].fixed-feature = export
            feature-use[0].user-id = u
            feature-use[0].used-at = at
            feature-use.1.table = uses
            feature-use[1].feature = f
            feature-use[1].user-id = u
            feature-use[1].used-at = at
            """);

        assertThat(read.spec()).usingRecursiveComparison().isEqualTo(built().spec());
    }

    private static MetricsSchema built() {
        CurrencyUnit dollar = CurrencyUnit.of("USD");
        return MetricsSchema.builder()
                .plans("free", "pro")
                .currencies(dollar, CurrencyUnit.of("BRL"))
                .localTimesIn(ZoneId.of("America/Sao_Paulo"))
                .capital(
                        new Money(new BigDecimal("10000"), dollar),
                        new Money(new BigDecimal("0.5"), CurrencyUnit.of("BTC")))
                .marginGuardTypes("guard", "guard, wide")
                .users(t -> t.table("app.accounts")
                        .id("d.account")
                        .createdAt("created_at", TimeKind.epochMillis())
                        .lastActivityAt("seen", TimeKind.localIn(ZoneId.of("Europe/Berlin")))
                        .join("d", j -> j.table("details").key("owner").matching("id")))
                .payments(t -> t.select("SELECT a, b FROM c")
                        .userId("a")
                        .amount("b")
                        .fixedCurrency(dollar)
                        .minorUnits()
                        .status("s")
                        .succeeded("paid", "captured")
                        .failed("no, never")
                        .createdAt("c", TimeKind.dateIn(ZoneId.of("UTC"))))
                .subscriptions(t -> t.table("subs")
                        .userId("u")
                        .amount("a")
                        .currency("c")
                        .fixedInterval(BillingInterval.MONTH)
                        .startedAt("s", TimeKind.instant()))
                .surveys(t -> t.table("answers")
                        .score("s")
                        .fixedKind(SurveyKind.NPS)
                        .answeredAt("at", TimeKind.epochSeconds()))
                .featureUse(t ->
                        t.table("exports").fixedFeature("export").userId("u").usedAt("at"))
                .featureUse(t -> t.table("uses").feature("f").userId("u").usedAt("at"))
                .build();
    }

    @Test
    void everyFaultIsToldAtOnceInTheWordsOfTheKeys() {
        assertThat(faults("""
            user.table = accounts
            users = accounts
            users.id =
            users.creatd-at = c
            users.created-at-kind = epoch-millis
            users.last-activity-at = seen
            users.last-activity-at-kind = epoch
            users.entity = User
            users.join.a.table = x
            users.join.b.table = y
            payments.table = payments
            payments.amount.column = a
            payments.minor-units = yes
            payments.fixed-currency = DOLLAR
            payments.succeeded = paid
            payments.succeeded[0] = paid
            payments.failed = no,,never
            surveys.fixed-kind = mood
            activity.nonsense = 1
            local-times-in = Berlin
            capital = much
            plans = free
            PLANS = pro
            tickets..table = t
            0.table = t
            activity.join = other
            """)).containsExactlyInAnyOrder("""
                tickets..table: no key is written so; write one such as users.table or payments.succeeded[0]
                0.table: no key is written so; write one such as users.table or payments.succeeded[0]
                activity.join: takes keys below one name, such as activity.join.d.table
                PLANS: is given twice, also as plans
                user: a mapping has no key 'user'; did you mean 'users'?
                users: takes no value of its own; its keys are [users.created-at, users.created-at-kind, \
                users.deleted-at, users.deleted-at-kind, users.id, users.join, users.last-activity-at, \
                users.last-activity-at-kind, users.plan, users.select, users.table, users.verified, users.verified-when, \
                users.where]
                users.id: is empty; give it a value, or leave the key out
                users.creatd-at: users has no key 'creatd-at'; did you mean 'created-at'?
                users.created-at-kind: is the kind of a column that is not mapped; give users.created-at, too
                users.last-activity-at-kind: 'epoch' is no kind of time; write one of instant, local-in ZONE, \
                date-in ZONE, epoch-seconds, epoch-millis
                users.entity: no entities are known here, so 'User' is none; give a table
                users.join: takes keys below one name, such as users.join.d.table, not below [a, b]
                payments.amount: takes one value, and no keys below it
                payments.minor-units: 'yes' is neither true nor false
                payments.fixed-currency: 'DOLLAR' is no currency that is known; write an ISO 4217 code such as USD, \
                or BTC or SAT
                payments.succeeded: is given as one value and as elements; give one or the other
                payments.failed: 'no,,never' has nothing between two commas, or at an end
                surveys.fixed-kind: 'mood' is none of nps, csat
                activity.nonsense: activity has no key 'nonsense'; it has join, occurred-at, occurred-at-kind, \
                select, table, user-id, where
                local-times-in: 'Berlin' is no time zone; write one such as Europe/Berlin, UTC or +02:00
                capital: 'much' is no amount; write a number and a currency, such as 10000 USD
                users: give a table or a select, and not both
                users.id is not mapped; name its column with 'id'
                users.created-at is not mapped; name its column with 'created-at'
                users: 'join' of 'a' needs its 'table', its 'key' and our 'matching' column
                users: 'a' and 'b' are joined, but one table can be; join the others in a view or with 'select'
                users: 'join' of 'b' needs its 'table', its 'key' and our 'matching' column
                payments.amount is not mapped; name its column with 'amount'
                payments.created-at is not mapped; name its column with 'created-at'
                payments: give 'currency' or 'fixed-currency', and not both
                payments: give 'status' or 'fixed-status', and not both
                payments: no status means succeeded; name at least one with 'succeeded'
                surveys: give a table or a select, and not both
                surveys.score is not mapped; name its column with 'score'
                surveys.answered-at is not mapped; name its column with 'answered-at'
                surveys: give 'kind' or 'fixed-kind', and not both
                activity: give a table or a select, and not both
                activity.user-id is not mapped; name its column with 'user-id'
                activity.occurred-at is not mapped; name its column with 'occurred-at'\
                """.lines().toArray(String[]::new));
    }

    @Test
    void aPresetIsAWholeMapping() {
        assertThat(read("preset = axisor").spec())
                .usingRecursiveComparison()
                .isEqualTo(MetricsSchema.axisor().spec());
        assertThat(faults("preset = shopify\nplans = a\ntickets..table = t"))
                .containsExactly(
                        "tickets..table: no key is written so; write one such as users.table or payments.succeeded[0]",
                        "preset: 'shopify' is none; the only one is 'axisor'",
                        "preset: is a whole mapping, so leave out [plans]");
        assertThat(faults("preset = axisor\npreset.version = 2"))
                .containsExactly("preset: takes one value, and no keys below it");
        assertThat(faults("preset =")).containsExactly("preset: is empty; give it a value, or leave the key out");
    }

    @Test
    void everyMethodOfTheBuilderAndOfTheMappingsHasItsKey() {
        assertThat(Set.copyOf(SchemaProperties.keys().values()))
                .isEqualTo(types().flatMap(type -> Arrays.stream(type.getMethods()))
                        .filter(method ->
                                !Set.of(Object.class, WrittenFact.class).contains(method.getDeclaringClass()))
                        .filter(method -> !Modifier.isStatic(method.getModifiers()))
                        .filter(method -> !method.getName().equals("build") && !takesAMapping(method))
                        .collect(Collectors.toSet()));
    }

    private static Stream<Class<?>> types() {
        Stream<Class<?>> mappings = Arrays.stream(FactMapping.class.getPermittedSubclasses())
                .flatMap(type -> type.isSealed() ? Arrays.stream(type.getPermittedSubclasses()) : Stream.of(type));
        return Stream.concat(mappings, Stream.of(MetricsSchema.Builder.class, JoinMapping.class));
    }

    @Test
    void nativeImagesKeepTheMethodsThatKeysCall() throws IOException {
        try (InputStream file = MetricsSchema.class.getResourceAsStream(
                "/META-INF/native-image/io.axisor/metrics-jdbc-adapter/reachability-metadata.json")) {
            String metadata = new String(file.readAllBytes(), StandardCharsets.UTF_8).replaceAll("\\s", "");

            assertThat(types())
                    .allSatisfy(type -> assertThat(metadata)
                            .contains("{\"condition\":{\"typeReached\":\"" + SchemaProperties.class.getName() + "\"},"
                                    + "\"type\":\"" + type.getName() + "\",\"allPublicMethods\":true}"));
        }
    }

    private static boolean takesAMapping(Method method) {
        return Arrays.asList(method.getParameterTypes()).contains(Consumer.class);
    }

    @Test
    void everyTypeThatAMethodTakesCanBeWritten() {
        assertThat(SchemaProperties.keys().values().stream()
                        .filter(method -> method.getParameterCount() > 0)
                        .map(method -> new Setter("any", method).type())
                        .distinct())
                .allSatisfy(type -> assertThat(Stream.of("EUR", "UTC", "1 EUR", "instant", "nps", "day", "succeeded")
                                .filter(text -> isRead(type, text)))
                        .as(type.getName())
                        .isNotEmpty());
    }

    private static boolean isRead(Class<?> type, String text) {
        try {
            return type.isInstance(PropertyText.as(type, text));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Test
    void everyKindOfTimeCanBeWritten() {
        assertThat(Arrays.stream(TimeKind.class.getMethods())
                        .filter(method -> method.getReturnType() == TimeKind.class
                                && !method.getName().equals("parse"))
                        .map(method ->
                                Setter.dashed(method.getName()) + (method.getParameterCount() == 1 ? " UTC" : ""))
                        .map(text -> PropertyText.as(TimeKind.class, text)))
                .hasSize(5)
                .doesNotContainNull();
    }
}
