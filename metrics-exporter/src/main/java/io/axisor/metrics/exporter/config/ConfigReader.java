package io.axisor.metrics.exporter.config;

import io.axisor.metrics.definition.LeftOutLimits;
import io.axisor.metrics.definition.MeasurementRules;
import io.axisor.metrics.exporter.config.ExporterConfig.Conventions;
import io.axisor.metrics.exporter.config.ExporterConfig.Layout;
import io.axisor.metrics.exporter.config.ExporterConfig.Refresh;
import io.axisor.metrics.exporter.config.ExporterConfig.Show;
import io.axisor.metrics.exporter.config.ExporterConfig.Verify;
import io.axisor.metrics.exporter.config.HttpConfig.Credentials;
import io.axisor.metrics.exporter.config.HttpConfig.Tls;
import io.axisor.metrics.value.ConfidenceLevel;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Takes the configuration out of the document; whatever is wrong is noted, and the default stands in for it. */
final class ConfigReader {

    private static final String DEFAULT_ADDRESS = "localhost:9464";

    /** What may be said for all targets, and by each of them. */
    private static final List<String> INHERITED = List.of("zone", "schema", "metrics", "tags");

    private final YamlNode root;
    private final ConfigFaults faults;

    ConfigReader(YamlNode root, ConfigFaults faults) {
        this.root = root;
        this.faults = faults;
    }

    ExporterConfig read() {
        ExporterConfig config = new ExporterConfig(
                http(),
                root.read("verify", Verify.FAIL, Values.constant(Verify.class)),
                root.read("query-timeout", Duration.ofSeconds(10), Values::timeout),
                refresh(),
                conventions(),
                show(),
                downOnFailure(),
                root.child("lease").map(ConfigReader::lease),
                targets(),
                faults);
        INHERITED.forEach(root::child);
        root.rejectUnknown();
        return config;
    }

    private HttpConfig http() {
        return new HttpConfig(
                root.read("listen", Values.address(DEFAULT_ADDRESS), Values::address),
                root.child("tls").flatMap(ConfigReader::tls),
                root.child("basic-auth").flatMap(ConfigReader::credentials));
    }

    private static Optional<Tls> tls(YamlNode node) {
        String password = node.required("password").orElse("");
        Optional<Tls> tls = node.required("keystore", file -> Keystore.read(file, password));
        node.rejectUnknown();
        return tls;
    }

    private static Optional<Credentials> credentials(YamlNode node) {
        Optional<String> user = node.required("user");
        Optional<String> password = node.required("password");
        node.rejectUnknown();
        return user.flatMap(name -> password.map(secret -> new Credentials(name, secret)));
    }

    private Refresh refresh() {
        YamlNode node = root.group("refresh");
        Refresh refresh = new Refresh(
                node.read("interval", Duration.ofMinutes(1), Values::duration),
                named(node.child("intervals"), Values::duration),
                node.find("stale-after", Values::duration),
                node.read("jitter", 0.1, Values::number));
        node.rejectUnknown();
        return refresh;
    }

    private Conventions conventions() {
        YamlNode node = root.group("rules");
        ConfidenceLevel confidence =
                node.read("confidence", ConfidenceLevel.P95, Values.constant(ConfidenceLevel.class));
        int minimumSample = node.read("minimum-sample", MeasurementRules.DEFAULT.minimumSample(), Values::positive);
        int topValues = node.read("top-values", MeasurementRules.DEFAULT.topValues(), Values::positive);
        LeftOutLimits leftOut = leftOut(node.group("left-out"));
        node.rejectUnknown();
        return new Conventions(
                root.read("gross-margin", BigDecimal.ONE, Values::margin),
                root.read("longest-lifetime-months", 60, Values::positive),
                new MeasurementRules(confidence, minimumSample, topValues, leftOut));
    }

    private static LeftOutLimits leftOut(YamlNode node) {
        LeftOutLimits usual = LeftOutLimits.DEFAULT;
        double flaggedAbove = node.read("flagged-above", usual.flaggedAbove(), Values::share);
        double undefinedAbove = node.read("undefined-above", usual.undefinedAbove(), Values::share);
        int leastRows = node.read("least-rows", (int) usual.leastRows(), Values::positive);
        node.rejectUnknown();
        if (flaggedAbove > undefinedAbove) {
            node.fault("flagged-above " + flaggedAbove + " is above undefined-above " + undefinedAbove
                    + "; lower the one or raise the other");
            return usual;
        }
        return new LeftOutLimits(flaggedAbove, undefinedAbove, leastRows);
    }

    private Show show() {
        return new Show(
                root.read("prefix", "business", Function.identity()),
                root.read("layout", Layout.STANDARD, Values.constant(Layout.class)),
                root.find("layout-currency", Values::currency),
                root.read("series-cap", 10_000, Values::positive));
    }

    private boolean downOnFailure() {
        YamlNode health = root.group("health");
        boolean down = health.read("down-on-failure", false, Values::flag);
        health.rejectUnknown();
        return down;
    }

    private static LeaseConfig lease(YamlNode node) {
        boolean isElsewhere = node.child("url").isPresent();
        LeaseConfig lease = new LeaseConfig(
                isElsewhere ? Optional.of(database(node)) : Optional.empty(),
                node.read("table", "shedlock", Function.identity()),
                node.read("name", "business-metrics", Function.identity()));
        node.rejectUnknown();
        return lease;
    }

    private static DatabaseAddress database(YamlNode node) {
        if (node.child("url").isEmpty()) {
            node.fault("has no 'url'; give a JDBC address such as jdbc:postgresql://localhost/shop");
        }
        return new DatabaseAddress(
                node.read("url", "", Values::jdbcUrl),
                node.find("user", Function.identity()),
                node.find("password", Function.identity()));
    }

    private List<TargetConfig> targets() {
        List<YamlNode> nodes = root.child("targets").map(YamlNode::elements).orElse(List.of());
        if (nodes.isEmpty()) {
            root.fault("has no 'targets'; list at least one database, with its url");
        }
        List<TargetConfig> targets = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (YamlNode node : nodes) {
            TargetConfig target = target(node);
            if (target.name().isEmpty() && nodes.size() > 1) {
                node.fault("has no 'name', by which its series are told from those of the other targets");
            }
            target.name().filter(name -> !names.add(name)).ifPresent(name -> node.fault("'" + name + "' is taken"));
            targets.add(target);
        }
        return targets;
    }

    /** What a target says itself goes before what is said for all. */
    private TargetConfig target(YamlNode node) {
        YamlNode zone = node.child("zone").isPresent() ? node : root;
        TargetConfig target = new TargetConfig(
                node.find("name", Values::name),
                database(node),
                zone.read("zone", Values.UTC, Values::zone),
                MappingReader.schema(either(node, "schema")),
                MappingReader.metrics(either(node, "metrics")),
                tags(node),
                fault -> node.fault(FilledText.told(fault, root.flat().values())));
        node.rejectUnknown();
        return target;
    }

    private Optional<YamlNode> either(YamlNode target, String key) {
        Optional<YamlNode> all = root.child(key);
        return target.child(key).or(() -> all);
    }

    private Map<String, String> tags(YamlNode target) {
        Map<String, String> tags = new LinkedHashMap<>(named(root.child("tags"), Function.identity()));
        tags.putAll(named(target.child("tags"), Function.identity()));
        return tags;
    }

    private static <T> Map<String, T> named(Optional<YamlNode> parent, Function<String, T> reading) {
        Map<String, T> values = new LinkedHashMap<>();
        parent.ifPresent(node -> node.named()
                .forEach((name, child) -> child.value(reading).ifPresent(value -> values.put(name, value))));
        return values;
    }
}
