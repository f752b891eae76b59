package io.axisor.metrics.examples.plain;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Function;

/** The port, the zone, what the pool is told and what the mapping is, from one file. */
final class HostProperties {

    private static final String SHOP = "/shop.properties";

    private final Properties all = new Properties();

    HostProperties(Reader text) throws IOException {
        try (text) {
            all.load(text);
        }
    }

    static HostProperties read(String file) throws IOException {
        return new HostProperties(Files.newBufferedReader(Path.of(file)));
    }

    static HostProperties ofTheShop() throws IOException {
        return new HostProperties(new InputStreamReader(
                Objects.requireNonNull(HostProperties.class.getResourceAsStream(SHOP)), StandardCharsets.UTF_8));
    }

    int port() {
        return read("port", "8080", Integer::valueOf);
    }

    ZoneId zone() {
        return read("zone", "UTC", ZoneId::of);
    }

    private <T> T read(String key, String otherwise, Function<String, T> reading) {
        String value = all.getProperty(key, otherwise);
        try {
            return reading.apply(value);
        } catch (NumberFormatException | DateTimeException e) {
            throw new IllegalArgumentException(key + ": '" + value + "' cannot be read, " + e.getMessage(), e);
        }
    }

    Properties pool() {
        Properties pool = new Properties();
        pool.putAll(below("pool."));
        return pool;
    }

    Map<String, String> schema() {
        return below("schema.");
    }

    private Map<String, String> below(String prefix) {
        Map<String, String> below = new HashMap<>();
        for (String key : all.stringPropertyNames()) {
            if (key.startsWith(prefix)) {
                below.put(key.substring(prefix.length()), all.getProperty(key));
            }
        }
        return below;
    }
}
