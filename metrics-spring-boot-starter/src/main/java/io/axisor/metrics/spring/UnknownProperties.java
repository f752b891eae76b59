package io.axisor.metrics.spring;

import io.axisor.metrics.jdbc.SchemaProperties;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Refuses properties that nobody reads, before anything else: a mistyped zone would otherwise mean UTC. What stands below
 * {@code schema} is checked where the mapping is read.
 */
final class UnknownProperties implements BeanFactoryPostProcessor {

    private static final ConfigurationPropertyName PREFIX =
            ConfigurationPropertyName.of(AxisorMetricsProperties.PREFIX);

    private final ConfigurableEnvironment environment;

    /** The keys, each with whether it takes names of the application's choice below it. */
    private final Map<ConfigurationPropertyName, Boolean> known = new LinkedHashMap<>();

    UnknownProperties(ConfigurableEnvironment environment) {
        this.environment = environment;
        learn(AxisorMetricsProperties.class, PREFIX);
    }

    private void learn(Class<?> properties, ConfigurationPropertyName above) {
        for (RecordComponent property : properties.getRecordComponents()) {
            ConfigurationPropertyName name = above.append(dashed(property.getName()));
            if (property.getType().isRecord()) {
                learn(property.getType(), name);
            } else {
                known.put(name, Map.class.isAssignableFrom(property.getType()));
            }
        }
    }

    private static String dashed(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        List<String> faults = new ArrayList<>();
        for (ConfigurationPropertySource source : ConfigurationPropertySources.from(environment.getPropertySources())) {
            if (source instanceof IterableConfigurationPropertySource names) {
                boolean isEnvironment = source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource;
                names.stream()
                        .filter(PREFIX::isAncestorOf)
                        .filter(name -> !isKnown(name, isEnvironment))
                        .map(this::fault)
                        .filter(fault -> !faults.contains(fault))
                        .forEach(faults::add);
            }
        }
        if (!faults.isEmpty()) {
            throw new UnusableMetricsException(
                    String.join("\n", faults), "Correct the names of these properties, or remove them.");
        }
    }

    private boolean isKnown(ConfigurationPropertyName name, boolean isEnvironment) {
        return known.entrySet().stream().anyMatch(entry -> {
            ConfigurationPropertyName key = entry.getKey();
            boolean isOpen = entry.getValue();
            if (isEnvironment) { // a variable's name has no dashes, and underscores for dots
                String letters = letters(name);
                return letters.equals(letters(key)) || (isOpen && letters.startsWith(letters(key)));
            }
            return key.equals(name) || (isOpen && key.isAncestorOf(name));
        });
    }

    private static String letters(ConfigurationPropertyName name) {
        return name.toString().replaceAll("[.-]", "").toLowerCase(Locale.ROOT);
    }

    /** A mistyped key that takes names below it, such as {@code shema.users.table}, is compared by its beginning alone. */
    private String fault(ConfigurationPropertyName name) {
        List<String> keys =
                known.keySet().stream().map(UnknownProperties::below).toList();
        String written = below(name);
        List<String> open = known.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(entry -> below(entry.getKey()))
                .toList();
        Optional<String> nearest = SchemaProperties.nearest(written, keys)
                .or(() -> SchemaProperties.nearest(written.replaceFirst("[.\\[].*", ""), open));
        return name + " is no property that is known"
                + nearest.map(near -> "; did you mean " + AxisorMetricsProperties.PREFIX + "." + near + "?")
                        .orElseGet(
                                () -> "; below " + AxisorMetricsProperties.PREFIX + " are " + String.join(", ", keys));
    }

    private static String below(ConfigurationPropertyName name) {
        return name.subName(PREFIX.getNumberOfElements()).toString();
    }
}
