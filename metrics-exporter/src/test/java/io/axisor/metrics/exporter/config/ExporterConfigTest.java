package io.axisor.metrics.exporter.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axisor.metrics.definition.LeftOutLimits;
import io.axisor.metrics.definition.MeasurementRules;
import io.axisor.metrics.exporter.Certificate;
import io.axisor.metrics.exporter.config.ExporterConfig.Conventions;
import io.axisor.metrics.exporter.config.ExporterConfig.Layout;
import io.axisor.metrics.value.ConfidenceLevel;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExporterConfigTest {

    private static final String TARGET = "targets:\n  - url: jdbc:h2:mem:none\n";

    private final Map<String, String> environment = new HashMap<>();

    @TempDir
    private Path folder;

    @Test
    void whatIsNotSaidHasADefault() throws IOException {
        ExporterConfig config = read(TARGET);

        config.faults().orThrow();
        assertThat(config.http().listen().getHostString()).isEqualTo("localhost");
        assertThat(config.http().listen().getPort()).isEqualTo(9464);
        assertThat(config.queryTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.refresh().interval()).isEqualTo(Duration.ofMinutes(1));
        assertThat(config.show().layout()).isEqualTo(Layout.STANDARD);
        assertThat(config.lease()).isEmpty();
        assertThat(config.targets()).singleElement().satisfies(target -> {
            assertThat(target.name()).isEmpty();
            assertThat(target.zone()).isEqualTo(ZoneId.of("UTC"));
        });
    }

    @Test
    void everythingWrongIsToldAtOnceWithItsLine() throws IOException {
        assertThat(faults("""
            listen: here
            zone: Berlin
            refesh:
              interval: 5s
            refresh:
              interval: soon
              jiter: 0.1
            layout: fancy
            layout-currency: gold
            series-cap: many
            health:
              down-on-failure: perhaps
            lease:
              tabel: locks
            targets:
              - name: a b
                url: jdbc:oracle:thin:@secret
              - user: me
            schema:
              users:
                tabel: accounts
              payments:
                minor-units: perhaps
            metrics:
              shop:
                - key: shop.buyers
                  windows: [31d]
                  times: sometimes
            """))
                .containsExactlyInAnyOrder(
                        "1: listen: 'here' is not an address; write a port, or host:port such as 0.0.0.0:9464",
                        "2: zone: 'Berlin' is not a time zone; write one such as Europe/Berlin or UTC",
                        "3: refesh: is no key that is known; did you mean 'refresh'?",
                        "6: refresh.interval: 'soon' is not a duration; write hours, minutes and seconds, such as 30s,"
                                + " 5m or 1h30m",
                        "7: refresh.jiter: is no key that is known; did you mean 'jitter'?",
                        "8: layout: 'fancy' is none of [standard, axisor, both]",
                        "9: layout-currency: 'gold' is not a currency; write an ISO 4217 code such as USD, or BTC or"
                                + " SAT",
                        "10: series-cap: 'many' is not a whole number",
                        "12: health.down-on-failure: 'perhaps' is none of [true, false]",
                        "14: lease.tabel: is no key that is known; did you mean 'table'?",
                        "16: targets[0].name: 'a b' is not a name; write letters, digits, dashes, dots",
                        "16: targets[0]: has no 'name', by which its series are told from those of the other targets",
                        "17: targets[0].url: no driver takes this address; drivers are here for jdbc:postgresql:,"
                                + " jdbc:mariadb:, jdbc:h2:, jdbc:sqlite:, jdbc:duckdb: and jdbc:trino:",
                        "18: targets[1]: has no 'url'; give a JDBC address such as jdbc:postgresql://localhost/shop",
                        "18: targets[1]: has no 'name', by which its series are told from those of the other targets",
                        "20: schema: users: give a table or a select, and not both",
                        "20: schema: users.id is not mapped; name its column with 'id'",
                        "20: schema: users.created-at is not mapped; name its column with 'created-at'",
                        "21: schema: users.tabel: users has no key 'tabel'; did you mean 'table'?",
                        "22: schema: payments: give a table or a select, and not both",
                        "22: schema: payments.amount is not mapped; name its column with 'amount'",
                        "22: schema: payments.created-at is not mapped; name its column with 'created-at'",
                        "22: schema: payments: give 'currency' or 'fixed-currency', and not both",
                        "22: schema: payments: give 'status' or 'fixed-status', and not both",
                        "22: schema: payments: no status means succeeded; name at least one with 'succeeded'",
                        "23: schema: payments.minor-units: 'perhaps' is neither true nor false",
                        "26: metrics.shop[0]: has no 'unit'; give it one",
                        "26: metrics.shop[0]: has no 'description'; give it one",
                        "26: metrics.shop[0]: has no 'select'; give it one",
                        "27: metrics.shop[0].windows[0]: '31d' is no window; known are 5m, 24h, 7d, 30d, 90d, 365d,"
                                + " today, this_week, this_month, last_month, previous_month, lifetime",
                        "28: metrics.shop[0].times: 'sometimes' is no kind of time; write one of instant, local-in"
                                + " ZONE, date-in ZONE, epoch-seconds, epoch-millis");
    }

    @Test
    void whatTheHostDecidesOfTheDefinitionsIsRead() throws IOException {
        ExporterConfig config = read(TARGET + """
            gross-margin: 0.8
            longest-lifetime-months: 24
            rules: {confidence: p90, minimum-sample: 10, top-values: 5}
            """);
        config.faults().orThrow();
        assertThat(config.conventions())
                .isEqualTo(
                        new Conventions(new BigDecimal("0.8"), 24, new MeasurementRules(ConfidenceLevel.P90, 10, 5)));
        assertThat(faults(TARGET
                        + "longest-lifetime-months: 0\ngross-margin: all\nrules: {minimum-sample: -1, top: 1}\n"))
                .containsExactly(
                        "3: longest-lifetime-months: '0' is not 1 or more",
                        "4: gross-margin: 'all' is not a number",
                        "5: rules.minimum-sample: '-1' is not 1 or more",
                        "5: rules.top: is no key that is known; known are confidence, left-out,"
                                + " minimum-sample, top-values");
    }

    @Test
    void howManyRowsMayBeLeftOutIsRead() throws IOException {
        ExporterConfig config = read(TARGET + """
            rules:
              left-out: {flagged-above: 0.01, undefined-above: 0.2, least-rows: 100}
            """);
        config.faults().orThrow();
        assertThat(config.conventions().rules().leftOut()).isEqualTo(new LeftOutLimits(0.01, 0.2, 100));
        assertThat(faults(TARGET
                        + "rules:\n"
                        + "  left-out: {flagged-above: 5, undefined-above: -1, least-rows: 0,"
                        + " flaged-above: 1}\n"))
                .containsExactly(
                        "4: rules.left-out.flagged-above: '5' is no share from 0 to 1; write one such as 0.05",
                        "4: rules.left-out.undefined-above: '-1' is no share from 0 to 1; write one such as 0.05",
                        "4: rules.left-out.least-rows: '0' is not 1 or more",
                        "4: rules.left-out.flaged-above: is no key that is known; did you mean 'flagged-above'?");
        assertThat(faults(TARGET + "rules:\n  left-out:\n    flagged-above: 0.6\n"))
                .containsExactly(
                        "4: rules.left-out: flagged-above 0.6 is above undefined-above 0.5; lower the one or raise"
                                + " the other");
    }

    @Test
    void aFileWithNothingInItSaysWhatIsMissing() throws IOException {
        assertThat(faults(""))
                .containsExactly("1: the file: has no 'targets'; list at least one database, with its url");
    }

    @Test
    void whatIsNoYamlIsToldWithItsLine() {
        assertThatThrownBy(() -> read("targets:\n\t- url: jdbc:h2:mem:none\n"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("metrics.yaml:2: ");
        assertThatThrownBy(() -> read("a: 1\n---\nb: 2\n"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("metrics.yaml:2: ");
    }

    @Test
    void aFileThatIsNotThereIsTold() {
        assertThatThrownBy(() -> ExporterConfig.read(folder.resolve("none.yaml"), environment::get))
                .isInstanceOf(ConfigException.class)
                .hasMessageEndingWith("none.yaml: there is no such file");
    }

    @Test
    void aKeyThatIsGivenTwiceIsNotTakenOnce() throws IOException {
        assertThat(faults(TARGET + "zone: UTC\nzone: Europe/Berlin\n"))
                .containsExactly("4: zone: is given twice, also in line 3");
    }

    @Test
    void anAliasThatHoldsItselfIsRefused() throws IOException {
        assertThat(faults(TARGET + "schema: &all\n  users: *all\n"))
                .contains("4: schema.users: holds itself; write it out");
    }

    @Test
    void aPlaceholderIsPutInAndNeverLookedAtAgain() throws IOException {
        environment.put("DB_PASSWORD", "a${env:HOME}#: '");
        Path secret = Files.writeString(folder.resolve("user"), "metrics\n");

        ExporterConfig config = read(TARGET
                + "    user: ${file:" + secret + "}\n"
                + "    password: ${env:DB_PASSWORD}\n"
                + "    zone: ${env:ZONE:-Europe/Berlin}\n");

        config.faults().orThrow();
        TargetConfig target = config.targets().get(0);
        assertThat(target.database().user()).contains("metrics");
        assertThat(target.database().password()).contains("a${env:HOME}#: '");
        assertThat(target.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    }

    @Test
    void aPlaceholderForNothingIsAFault() throws IOException {
        assertThat(faults(TARGET + "    password: se${env:NONE}cret\n    user: ${file:/no/such/file}\n"))
                .containsExactly(
                        "3: targets[0].password: ${env:NONE}: there is no such variable; set it, or give a default:"
                                + " ${env:NONE:-otherwise}",
                        "4: targets[0].user: ${file:/no/such/file}: there is no such file, or it cannot be read by the"
                                + " user that the exporter runs as");
    }

    @Test
    void aTextThatOnlyLooksLikeAPlaceholderIsEscaped() throws IOException {
        environment.put("HOME", "/root");
        for (String text : List.of("${", "${}", "${HOME}", "${env:}", "${sys:user.name}", "pa${ss", "${env:HOME")) {
            assertThat(faults(TARGET + "    password: '" + text + "'\n"))
                    .as(text)
                    .containsExactly(
                            "3: targets[0].password: '${' begins a placeholder, and this is none: write ${env:NAME}"
                                    + " or ${file:PATH}; where the text itself is meant, write $${");
            assertThat(password("'" + text.replace("${", "$${") + "'")).isEqualTo(text);
        }
        assertThat(password("$${env:HOME}")).isEqualTo("${env:HOME}");
        assertThat(password("$$${env:HOME}")).isEqualTo("$${env:HOME}");
        assertThat(password("a$b$$c{}")).isEqualTo("a$b$$c{}");
    }

    @Test
    void aTextOfNoLengthIsAValueAndNothingIsNone() throws IOException {
        assertThat(password("\"\"")).isEmpty();
        assertThat(password("''")).isEmpty();
        environment.put("EMPTY", "");
        assertThat(password("${env:EMPTY}")).isEmpty();
        for (String nothing : List.of("", "~", "null")) {
            assertThat(faults(TARGET + "    password: " + nothing + "\n"))
                    .containsExactly("3: targets[0].password: takes one value; write \"\" for a text of no length");
        }
        assertThat(faults(TARGET + "schema:\n  users:\n    table:\n    id: id\n    created-at: created_at\n"))
                .contains("5: schema.users.table: takes one value; write \"\" for a text of no length");
    }

    /** Every key that takes a value, and what a placeholder there may hold: nothing of it shows, whatever is wrong with it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "listen: ${env:S}",
                "listen: ${env:S}:9464",
                "listen: localhost:${env:S}",
                "zone: ${env:S}",
                "verify: ${env:S}",
                "query-timeout: ${env:S}",
                "refresh: {interval: '${env:S}'}",
                "refresh: {intervals: {users: '1${env:S}'}}",
                "refresh: {stale-after: '${env:S}'}",
                "refresh: {jitter: '0.${env:S}'}",
                "layout: ${env:S}",
                "layout-currency: ${env:S}",
                "series-cap: ${env:S}",
                "health: {down-on-failure: '${env:S}'}",
                "tls: {keystore: '/tmp/${env:S}', password: '${env:S}'}",
                "lease: {url: 'jdbc:${env:S}'}",
                "schema: {plans: ['free', '${env:S}'], users: {table: '${env:S}', id: x}}",
                "schema: {users: {table: a, id: x, created-at: y, created-at-kind: '${env:S}'}}",
                "schema: {users: {table: a, id: x, created-at: y, created-at-kind: 'local-in ${env:S}'}}",
                "schema: {payments: {table: a, minor-units: '${env:S}', succeeded: ['${env:S}'], failed:"
                        + " ['${env:S}']}}",
                "schema: {payments: {table: a, fixed-currency: '${env:S}'}}",
                "metrics: {shop: [{key: '${env:S} x', unit: u, description: d, select: '${env:S}'}]}",
                "metrics: {shop: [{key: a.b, unit: u, description: d, select: 'SELECT 1', windows: '${env:S}'}]}",
                "metrics: {shop: [{key: a.b, unit: u, description: d, select: 'SELECT 1', times: '${env:S}'}]}",
            })
    void noMessageShowsWhatAPlaceholderHeld(String line) throws IOException {
        for (String secret : List.of("hunter2", "Hunter2,TopSecret", "s3kr/wzq?txw&xyv=yqj@hgm")) {
            environment.put("S", secret);
            String told = String.join("\n", faults(TARGET + line + "\n").toList());
            assertThat(told.replace(folder.toString(), "")).isNotEmpty();
            for (String part : secret.split("[,/?&=@]", -1)) {
                assertThat(told.toLowerCase(Locale.ROOT)).doesNotContain(part.toLowerCase(Locale.ROOT));
            }
        }
    }

    @Test
    void aMessageShowsTheTextAsItIsWritten() throws IOException {
        environment.put("EVERY", "soon");
        assertThat(faults(TARGET + "refresh: {interval: '${env:EVERY}'}\nzone: Europe/${env:EVERY}\n"))
                .containsExactly(
                        "3: refresh.interval: '${env:EVERY}' is not a duration; write hours, minutes and seconds, such"
                                + " as 30s, 5m or 1h30m",
                        "4: zone: 'Europe/${env:EVERY}' is not a time zone; write one such as Europe/Berlin or UTC");
    }

    @Test
    void aliasesThatWouldFillTheHeapAreRefusedAtOnce() {
        StringBuilder laughs = new StringBuilder(TARGET + "a0: &a0 {x: lol, y: lol}\n");
        for (int i = 1; i <= 20; i++) {
            laughs.append("a%d: &a%d {x: *a%d, y: *a%d}%n".formatted(i, i, i - 1, i - 1));
        }
        assertThatThrownBy(() -> read(laughs.toString()))
                .isInstanceOf(ConfigException.class)
                .hasMessageEndingWith(
                        ":1: its aliases stand for more than 100000 values; write them out, or use fewer");
    }

    @Test
    void anAliasThatIsUsedTwiceIsReadTwice() throws IOException {
        ExporterConfig config = read("""
            tags: &all {team: growth}
            targets:
              - {name: a, url: 'jdbc:h2:mem:a', tags: *all}
              - {name: b, url: 'jdbc:h2:mem:b', tags: *all}
            """);
        config.faults().orThrow();
        assertThat(config.targets()).extracting(TargetConfig::tags).containsOnly(Map.of("team", "growth"));
    }

    @Test
    void aKeystoreThatDoesNotServeIsToldWithTheRemedy() throws Exception {
        Path good = Certificate.write(folder, "secret");
        Path text = Files.writeString(folder.resolve("certificate.pem"), "-----BEGIN CERTIFICATE-----");
        Path empty = folder.resolve("empty.p12");
        KeyStore none = KeyStore.getInstance("PKCS12");
        none.load(null, null);
        try (OutputStream out = Files.newOutputStream(empty)) {
            none.store(out, "secret".toCharArray());
        }
        String remedy = "; make one with: openssl pkcs12 -export -in certificate.pem -inkey key.pem -out exporter.p12";

        assertThat(tlsFaults(good, "secret")).isEmpty();
        assertThat(tlsFaults(good, "wrong"))
                .containsExactly("3: tls.keystore: '" + good + "': it does not open with this password; correct"
                        + " 'tls.password'");
        assertThat(tlsFaults(text, "secret"))
                .containsExactly("3: tls.keystore: '" + text + "': it is no whole keystore of the format PKCS12 or JKS"
                        + remedy);
        assertThat(tlsFaults(empty, "secret"))
                .containsExactly("3: tls.keystore: '" + empty
                        + "': it holds no private key, without which a server proves nothing" + remedy);
        assertThat(tlsFaults(Path.of("/no/such.p12"), "secret"))
                .containsExactly(
                        "3: tls.keystore: '/no/such.p12': there is no such file, or it cannot be read" + remedy);
        assertThat(faults(TARGET + "tls: {keystore: " + good + "}\nbasic-auth: {user: me}\n"))
                .contains("3: tls: has no 'password'; give it one", "4: basic-auth: has no 'password'; give it one");
    }

    private Stream<String> tlsFaults(Path keystore, String password) throws IOException {
        return faults(TARGET + "tls: {keystore: " + keystore + ", password: " + password + "}\n");
    }

    private String password(String yaml) throws IOException {
        ExporterConfig config = read(TARGET + "    password: " + yaml + "\n");
        config.faults().orThrow();
        return config.targets().get(0).database().password().orElseThrow();
    }

    @Test
    void whatATargetSaysGoesBeforeWhatIsSaidForAll() throws IOException {
        ExporterConfig config = read("""
            zone: Europe/Berlin
            tags: {team: growth, tier: gold}
            targets:
              - name: eu
                url: jdbc:h2:mem:eu
              - name: us
                url: jdbc:h2:mem:us
                zone: America/New_York
                tags: {tier: silver}
            """);

        config.faults().orThrow();
        assertThat(config.targets())
                .extracting(TargetConfig::zone)
                .containsExactly(ZoneId.of("Europe/Berlin"), ZoneId.of("America/New_York"));
        assertThat(config.targets())
                .extracting(TargetConfig::tags)
                .containsExactly(Map.of("team", "growth", "tier", "gold"), Map.of("team", "growth", "tier", "silver"));
    }

    @Test
    void aHostThatNobodyKnowsIsAFault() throws IOException {
        assertThat(faults("listen: no-such-host.invalid:9464\n" + TARGET))
                .containsExactly("1: listen: 'no-such-host.invalid' is no host that is known here");
    }

    @Test
    void twoTargetsOfOneNameAreRefused() throws IOException {
        assertThat(faults("targets:\n  - {name: eu, url: 'jdbc:h2:mem:a'}\n  - {name: eu, url: 'jdbc:h2:mem:b'}\n"))
                .containsExactly("3: targets[1]: 'eu' is taken");
    }

    @Test
    void anAddressIsShownWithoutWhatMayBeSecret() {
        assertThat(Stream.of(
                                "jdbc:postgresql://host/shop?user=me&password=secret",
                                "jdbc:h2:mem:shop;PASSWORD=secret",
                                "jdbc:mariadb://me:secret@host/shop",
                                "jdbc:mariadb://me:x/y@secret@host/shop",
                                "jdbc:trino://me:1?secret@host/shop")
                        .map(url -> new DatabaseAddress(url, Optional.empty(), Optional.of("secret")).toString()))
                .noneMatch(shown -> shown.contains("secret"));
    }

    private ExporterConfig read(String text) throws IOException {
        return ExporterConfig.read(Files.writeString(folder.resolve("metrics.yaml"), text), environment::get);
    }

    /** Without the name of the file. */
    private Stream<String> faults(String text) throws IOException {
        ExporterConfig config = read(text);
        try {
            config.faults().orThrow();
        } catch (ConfigException e) {
            return e.getMessage().lines().map(line -> line.replaceFirst("^.*metrics\\.yaml:", ""));
        }
        return Stream.empty();
    }
}
