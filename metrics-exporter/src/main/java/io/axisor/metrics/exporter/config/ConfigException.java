package io.axisor.metrics.exporter.config;

import java.util.List;

/** A configuration that is refused. */
@SuppressWarnings("serial") // never serialised
public final class ConfigException extends RuntimeException {

    /**
     * Refuses.
     *
     * @param faults a line or more each
     */
    public ConfigException(List<String> faults) {
        super(String.join("\n", faults));
    }
}
