package io.axisor.metrics;

import static io.axisor.metrics.contract.SourceUnderTest.NOW;
import static io.axisor.metrics.contract.SourceUnderTest.ZONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.contract.RandomCompany;
import io.axisor.metrics.refresh.MetricsRefresher;
import io.axisor.metrics.source.MetricsDataSource;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.BusinessCalendar;
import io.axisor.metrics.time.TimeRange;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.value.Finding;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A source that forgets a window fails the domain, whatever it counts there: nothing shows 0 that nobody counted. */
class ForgottenWindowTest {

    private static final AsOf AT = new AsOf(NOW, NOW, BusinessCalendar.of(ZONE));

    /** Maps everything and counts every window. */
    private static final MetricsDataSource WHOLE =
            new RandomCompany(2, Duration.ofMillis(1)).build().inMemory();

    /** Facts without one window or range of what they count. */
    private record Forgotten(String facts, Object window, Object rest) {

        Forgotten within(UnaryOperator<Object> whole) {
            return new Forgotten(facts, window, whole.apply(rest));
        }

        String words() {
            return window instanceof TimeRange range
                    ? range.from().equals(Instant.MIN)
                            ? "all before " + range.endExclusive()
                            : range.from() + " to " + range.endExclusive()
                    : ((Window) window).key();
        }
    }

    /** A domain, whose source forgets something. */
    private record Case(String domain, Forgotten forgotten) {

        MetricsDataSource source() {
            return (MetricsDataSource) Proxy.newProxyInstance(
                    getClass().getClassLoader(),
                    new Class<?>[] {MetricsDataSource.class},
                    (proxy, method, arguments) ->
                            method.getName().equals(domain) ? forgotten.rest() : method.invoke(WHOLE, arguments));
        }

        @Override
        public String toString() {
            return forgotten.facts() + " over " + forgotten.words();
        }
    }

    static Stream<Case> windows() {
        return Arrays.stream(MetricsDataSource.class.getMethods())
                .filter(method -> method.getParameterCount() == 1)
                .flatMap(domain ->
                        ofFacts(call(domain, WHOLE, AT)).map(forgotten -> new Case(domain.getName(), forgotten)));
    }

    /** All that a domain's source can find, each alone. */
    private static Stream<Forgotten> ofFacts(Object facts) {
        return Arrays.stream(facts.getClass().getMethods())
                .filter(method -> method.getReturnType() == Finding.class)
                .flatMap(method -> ofValue(name(facts, method), call(method, facts))
                        .map(forgotten -> forgotten.within(finding -> only(facts, method, finding))));
    }

    private static String name(Object facts, Method method) {
        return facts.getClass().getSimpleName() + "." + method.getName();
    }

    private static Object only(Object facts, Method method, Object finding) {
        try {
            Object builder = facts.getClass().getMethod("builder").invoke(null);
            builder.getClass().getMethod(method.getName(), Finding.class).invoke(builder, finding);
            return builder.getClass().getMethod("build").invoke(builder);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private static Stream<Forgotten> ofValue(String name, Object value) {
        if (value instanceof Finding<?> finding) {
            return finding.value().stream()
                    .flatMap(found -> ofValue(name, found))
                    .map(forgotten -> forgotten.within(Finding::ok));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream().flatMap(entry -> ofEntry(name, map, entry.getKey(), entry.getValue()));
        }
        return value instanceof Record whole && value.getClass().getName().startsWith("io.axisor")
                ? Arrays.stream(value.getClass().getRecordComponents()).flatMap(part -> ofPart(whole, part))
                : Stream.empty();
    }

    private static Stream<Forgotten> ofEntry(String name, Map<?, ?> map, Object key, Object value) {
        Map<Object, Object> rest = new HashMap<>(map);
        if (key instanceof Window || key instanceof TimeRange) {
            rest.remove(key);
            return Stream.of(new Forgotten(name, key, rest));
        }
        return ofValue(name, value)
                .map(forgotten -> forgotten.within(changed -> {
                    rest.put(key, changed);
                    return new HashMap<>(rest);
                }));
    }

    private static Stream<Forgotten> ofPart(Record whole, RecordComponent part) {
        return ofValue(name(whole, part.getAccessor()), call(part.getAccessor(), whole))
                .map(forgotten -> forgotten.within(changed -> with(whole, part, changed)));
    }

    private static Object with(Record whole, RecordComponent changed, Object value) {
        RecordComponent[] parts = whole.getClass().getRecordComponents();
        try {
            return whole.getClass()
                    .getDeclaredConstructor(
                            Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new))
                    .newInstance(Arrays.stream(parts)
                            .map(part ->
                                    part.getName().equals(changed.getName()) ? value : call(part.getAccessor(), whole))
                            .toArray());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private static Object call(Method method, Object target, Object... arguments) {
        try {
            return method.invoke(target, arguments);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("windows")
    void aForgottenWindowFailsItsDomainAndIsNeverShownAsZero(Case forgetful) {
        try (MetricsRefresher refresher = refresher(forgetful.source())) {
            assertThat(refresher.refresh(forgetful.domain())).isFalse();

            assertThat(refresher.snapshot().measurements()).isEmpty();
            assertThat(refresher.health(forgetful.domain()).lastFailure())
                    .get()
                    .asString()
                    .contains(forgetful.forgotten().facts() + " is not counted over "
                            + forgetful.forgotten().words() + ", but over ")
                    .contains("its MetricsDataSource must count every window");
        }
    }

    private static MetricsRefresher refresher(MetricsDataSource source) {
        return MetricsRefresher.builder(
                        BusinessMetrics.builder(source, ZONE).clock(() -> NOW).build())
                .build();
    }

    @Test
    void aSourceThatForgetsNoWindowFailsNoDomain() {
        try (MetricsRefresher refresher = refresher(WHOLE)) {
            refresher.refresh();

            assertThat(refresher.health())
                    .allSatisfy(health -> assertThat(health.up()).isTrue());
        }
    }

    @Test
    void everythingThatIsCountedByWindowOrRangeIsForgottenHere() {
        assertThat(windows().map(each -> each.forgotten().facts()).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        "AccountFacts.created",
                        "UserFacts.active",
                        "PaymentFacts.created",
                        "PaymentFacts.counts",
                        "MoneyFacts.gross",
                        "MoneyFacts.refunded",
                        "MoneyFacts.orders",
                        "UnattributedMoney.gross",
                        "UnattributedMoney.refunded",
                        "AutomationFacts.executions",
                        "AutomationFacts.durations",
                        "AutomationFacts.marginGuard",
                        "TradeFacts.outcomes",
                        "TradeFacts.volumes",
                        "ProfitFacts.wins",
                        "CurrencyProfit.closed");
    }
}
