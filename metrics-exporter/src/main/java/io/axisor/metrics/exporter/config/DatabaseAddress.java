package io.axisor.metrics.exporter.config;

import java.util.Optional;

/**
 * Where a database is and who asks.
 *
 * @param url a JDBC address whose driver is there
 * @param user empty where the address tells or none is needed
 * @param password likewise
 */
public record DatabaseAddress(String url, Optional<String> user, Optional<String> password) {

    /** The address without what may be secret. */
    @Override
    public String toString() {
        return url.replaceFirst("//.*@", "//").replaceFirst("[?;].*", "");
    }
}
