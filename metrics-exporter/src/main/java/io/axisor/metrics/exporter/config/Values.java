package io.axisor.metrics.exporter.config;

import io.axisor.metrics.value.CurrencyUnit;
import java.math.BigDecimal;
import java.net.InetSocketAddress;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Values as what they mean; each refusal says how to write it. */
final class Values {

    static final ZoneId UTC = ZoneId.of("UTC");

    private static final Pattern NAME = Pattern.compile("[\\w.-]{1,100}");

    private Values() {}

    /** A port of this machine alone, or a host and a port. */
    static InetSocketAddress address(String text) {
        int colon = text.lastIndexOf(':');
        String host = colon < 0 ? "localhost" : text.substring(0, colon);
        InetSocketAddress address = read(
                text,
                "an address; write a port, or host:port such as 0.0.0.0:9464",
                value -> new InetSocketAddress(host, Integer.parseInt(value.substring(colon + 1))));
        if (address.isUnresolved()) {
            throw new IllegalArgumentException("'" + host + "' is no host that is known here");
        }
        return address;
    }

    /** Names stand in tags and documents, and need quotes in none. */
    static String name(String text) {
        if (!NAME.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a name; write letters, digits, dashes, dots");
        }
        return text;
    }

    static Duration duration(String text) {
        return read(
                text,
                "a duration; write hours, minutes and seconds, such as 30s, 5m or 1h30m",
                value -> Duration.parse("PT" + value));
    }

    static ZoneId zone(String text) {
        return read(text, "a time zone; write one such as Europe/Berlin or UTC", ZoneId::of);
    }

    static double number(String text) {
        return read(text, "a number", Double::valueOf);
    }

    static double share(String text) {
        double value = number(text);
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("'" + text + "' is no share from 0 to 1; write one such as 0.05");
        }
        return value;
    }

    /** The share of revenue that counts. */
    static BigDecimal margin(String text) {
        BigDecimal value = read(text, "a number", BigDecimal::new);
        if (value.signum() <= 0 || value.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("'" + text + "' is not above 0 and at most 1; write one such as 0.8");
        }
        return value;
    }

    /** Drivers count the longest that a statement may take in seconds. */
    static Duration timeout(String text) {
        Duration value = duration(text);
        if (value.toSeconds() < 1) {
            throw new IllegalArgumentException("'" + text + "' is less than a second; write one such as 10s");
        }
        return value;
    }

    private static int count(String text) {
        return read(text, "a whole number", Integer::valueOf);
    }

    static int positive(String text) {
        int value = count(text);
        if (value < 1) {
            throw new IllegalArgumentException("'" + text + "' is not 1 or more");
        }
        return value;
    }

    static boolean flag(String text) {
        return constant(Flag.class).apply(text) == Flag.TRUE;
    }

    private enum Flag {
        TRUE,
        FALSE
    }

    static String currency(String text) {
        return read(text, "a currency; write an ISO 4217 code such as USD, or BTC or SAT", CurrencyUnit::of)
                .code();
    }

    private static <T> T read(String text, String what, Function<String, T> reading) {
        try {
            return reading.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IllegalArgumentException("'" + text + "' is not " + what, e);
        }
    }

    /** An address may hold a password, so it is not repeated. */
    static String jdbcUrl(String text) {
        try {
            DriverManager.getDriver(text);
            return text;
        } catch (SQLException e) {
            throw new IllegalArgumentException(
                    "no driver takes this address; drivers are here for jdbc:postgresql:, jdbc:mariadb:, jdbc:h2:,"
                            + " jdbc:sqlite:, jdbc:duckdb: and jdbc:trino:",
                    e);
        }
    }

    static <E extends Enum<E>> Function<String, E> constant(Class<E> type) {
        return text -> Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is none of "
                        + Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT)));
    }
}
