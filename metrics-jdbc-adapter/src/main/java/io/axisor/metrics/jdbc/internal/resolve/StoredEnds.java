package io.axisor.metrics.jdbc.internal.resolve;

import io.axisor.metrics.jdbc.internal.dialect.TimeEncoding;
import io.axisor.metrics.jdbc.internal.dialect.TimeEncoding.Form;
import io.axisor.metrics.jdbc.internal.session.Session;
import io.axisor.metrics.jdbc.internal.spec.Wording;
import io.axisor.metrics.jdbc.internal.sql.Sql;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Compares the stored ends of subscriptions with what the mapping says of them: the last moment, or the first one after. */
public final class StoredEnds {

    private static final int MOST_READ = 1000;

    /** Fewer ends may be alike by chance. */
    private static final int LEAST = 5;

    /** Clocks differ by whole quarters of an hour, so that the last moment of a day is that of a quarter in every zone. */
    private static final Duration QUARTER = Duration.ofMinutes(15);

    private static final SortedMap<String, String> SETTERS =
            new TreeMap<>(Map.of("endedAt", "inclusiveEnd", "trialEndsAt", "inclusiveTrialEnd"));

    private final Source subscriptions;
    private final String role;
    private final String setter;
    private final Wording wording;

    private StoredEnds(Source subscriptions, String role, String setter, Wording wording) {
        this.subscriptions = subscriptions;
        this.role = role;
        this.setter = setter;
        this.wording = wording;
    }

    /**
     * Looks at some of them.
     *
     * @param schema the mapping as found
     * @param session the connection
     * @return a sentence for each column that seems to hold another moment than the mapping says
     * @throws SQLException if the database does not answer
     */
    public static List<String> find(ResolvedSchema schema, Session session) throws SQLException {
        List<String> found = new ArrayList<>();
        for (Map.Entry<String, String> end : SETTERS.entrySet()) {
            if (schema.has("subscriptions", end.getKey())) {
                new StoredEnds(
                                schema.source("subscriptions", "f"),
                                end.getKey(),
                                end.getValue(),
                                schema.spec().wording())
                        .compare(session)
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    private Optional<String> compare(Session session) throws SQLException {
        Optional<ChronoUnit> mapped = subscriptions.lastUnit(role);
        if (subscriptions.encoding(role).form() == Form.DATE) {
            return subscriptions.saysWhichMoment(role)
                    ? Optional.empty()
                    : Optional.of(place() + " is a DATE: map it with " + inclusive("DAY")
                            + " if it is the last day of all, or with " + inclusive("NONE")
                            + " if it is the day after");
        }
        List<Instant> ends = sample(session);
        if (ends.size() < LEAST) {
            return Optional.empty();
        }
        Optional<ChronoUnit> stored = lastUnit(ends);
        if (stored.isPresent() && !stored.equals(mapped)) {
            return Optional.of(place() + " holds the last " + word(stored.get()) + " of a day in all of " + ends.size()
                    + " rows looked at; map it with "
                    + inclusive(word(stored.get()).toUpperCase(Locale.ROOT)));
        }
        return stored.isEmpty()
                        && mapped.filter(unit -> unit != ChronoUnit.DAYS).isPresent()
                ? Optional.of(place() + " is mapped as the last " + word(mapped.get()) + ", but not all of "
                        + ends.size()
                        + " rows looked at hold that of a day; leave out " + wording.setter("subscriptions", setter)
                        + " if it is the first moment that no longer belongs")
                : Optional.empty();
    }

    /** Ends behind it stand for none, and some are too late to be read; every type of databases can hold it. */
    private static final Instant NEVER = Instant.parse("2038-01-01T00:00:00Z");

    private String inclusive(String unit) {
        return wording.choice("subscriptions", setter, "InclusiveEnd", unit);
    }

    private String place() {
        return "subscriptions." + role;
    }

    private List<Instant> sample(Session session) throws SQLException {
        TimeEncoding encoding = subscriptions.encoding(role);
        List<Instant> ends = new ArrayList<>();
        Sql sql = Sql.template(
                "SELECT {} AS d0 FROM {} WHERE {}",
                encoding.readable(subscriptions.column(role)),
                subscriptions.from(),
                subscriptions.before(role, NEVER));
        session.query(sql, MOST_READ, result -> {
            while (result.next()) {
                ends.add(encoding.read(result, 1));
            }
            return ends.size();
        });
        return ends;
    }

    /** The unit of which each is the last one of a quarter of an hour. */
    private static Optional<ChronoUnit> lastUnit(List<Instant> ends) {
        return List.of(ChronoUnit.SECONDS, ChronoUnit.MILLIS, ChronoUnit.MICROS).stream()
                .filter(unit -> ends.stream().allMatch(end -> isWhole(end.plus(1, unit))))
                .findFirst();
    }

    private static boolean isWhole(Instant instant) {
        return instant.getNano() == 0 && instant.getEpochSecond() % QUARTER.toSeconds() == 0;
    }

    private static String word(ChronoUnit unit) {
        return switch (unit) {
            case DAYS -> "day";
            case SECONDS -> "second";
            case MILLIS -> "millisecond";
            case MICROS -> "microsecond";
            default -> throw new IllegalArgumentException("no end is stored by " + unit);
        };
    }
}
