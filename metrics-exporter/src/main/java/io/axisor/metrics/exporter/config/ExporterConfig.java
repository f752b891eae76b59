package io.axisor.metrics.exporter.config;

import io.axisor.metrics.definition.MeasurementRules;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * What the file says.
 *
 * @param http where to serve, and for whom
 * @param verify whether a mapping that does not fit its database refuses the start, or is only told
 * @param queryTimeout the longest that one statement may take
 * @param refresh when values are computed
 * @param conventions what the host decides of the definitions
 * @param show how they are shown
 * @param downOnFailure whether {@code /health} answers 503 while a domain fails
 * @param lease how replicas agree on who computes; empty without replicas
 * @param targets the databases, at least one
 * @param faults what is wrong with the file so far, and what is found out later; ask it before anything is used
 */
public record ExporterConfig(
        HttpConfig http,
        Verify verify,
        Duration queryTimeout,
        Refresh refresh,
        Conventions conventions,
        Show show,
        boolean downOnFailure,
        Optional<LeaseConfig> lease,
        List<TargetConfig> targets,
        ConfigFaults faults) {

    /** What becomes of a mapping that does not fit. */
    public enum Verify {
        /** The exporter does not start. */
        FAIL,
        /** It is logged. */
        LOG
    }

    /** Which meters there are. */
    public enum Layout {
        /** A gauge for each metric and window. */
        STANDARD,
        /** The five gauges of the Axisor dashboards. */
        AXISOR,
        /** All of them. */
        BOTH
    }

    /**
     * When values are computed.
     *
     * @param interval how often each domain is
     * @param intervals how often single domains are
     * @param staleAfter how long last good values stay; empty for the default
     * @param jitter by which share intervals vary
     */
    public record Refresh(
            Duration interval, Map<String, Duration> intervals, Optional<Duration> staleAfter, double jitter) {}

    /**
     * What the host decides of the definitions.
     *
     * @param grossMargin the share of revenue that counts in the lifetime value
     * @param longestLifetimeInMonths the most months that the lifetime value counts
     * @param rules what holds for every measurement
     */
    public record Conventions(BigDecimal grossMargin, int longestLifetimeInMonths, MeasurementRules rules) {}

    /**
     * How values are shown.
     *
     * @param prefix the first segments of all names
     * @param layout which meters there are
     * @param layoutCurrency the currency of the Axisor layout; empty for the only one
     * @param seriesCap the most series of a target
     */
    public record Show(String prefix, Layout layout, Optional<String> layoutCurrency, int seriesCap) {}

    /**
     * The same for a run that serves nobody, and so needs to ask no replica.
     *
     * @return a configuration without a lease
     */
    public ExporterConfig alone() {
        return new ExporterConfig(
                http,
                verify,
                queryTimeout,
                refresh,
                conventions,
                show,
                downOnFailure,
                Optional.empty(),
                targets,
                faults);
    }

    /**
     * Reads a file.
     *
     * @param file the file
     * @param environment answers the name of a variable with its value, null if there is none
     * @return the configuration, whole or with faults
     * @throws ConfigException if it cannot be read as YAML at all
     */
    public static ExporterConfig read(Path file, UnaryOperator<@Nullable String> environment) {
        ConfigFaults faults = new ConfigFaults(file);
        YamlNode root = new YamlNode(document(file, faults), faults, new Placeholders(environment));
        return new ConfigReader(root, faults).read();
    }

    private static @Nullable Node document(Path file, ConfigFaults faults) {
        if (Files.isDirectory(file)) {
            throw new ConfigException(List.of(file + ": is a directory; name the file in it"));
        }
        try (Reader text = Files.newBufferedReader(file)) {
            Node document = new Yaml(new LoaderOptions()).compose(text);
            if (document != null && new WrittenOut(document).isTooLong()) {
                faults.add(
                        1,
                        "its aliases stand for more than " + WrittenOut.MOST + " values; write them out, or use fewer");
                faults.orThrow();
            }
            return document;
        } catch (NoSuchFileException e) {
            throw new ConfigException(List.of(file + ": there is no such file"));
        } catch (MarkedYAMLException e) {
            faults.add(e.getProblemMark().getLine() + 1, e.getProblem() + " (" + e.getContext() + ")");
        } catch (YAMLException e) {
            faults.add(1, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new ConfigException(List.of(file + ": cannot be read (" + e + ")"));
        }
        faults.orThrow();
        return null;
    }
}
