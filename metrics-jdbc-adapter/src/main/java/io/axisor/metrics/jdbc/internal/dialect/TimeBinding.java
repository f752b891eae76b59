package io.axisor.metrics.jdbc.internal.dialect;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** As what a driver takes and gives times without moving them by the zone of the JVM or of the session. */
public interface TimeBinding {

    /** An instant for a column of instants. */
    Param instant(Instant instant);

    /** A local time for a column of local times. */
    Param local(LocalDateTime local);

    /** The same, where the rows after it are asked for. */
    default Param localUpTo(LocalDateTime local) {
        return local(local);
    }

    /** A date for a column of dates. */
    Param date(LocalDate date);

    /** Reads an instant that is not null. */
    Instant readInstant(ResultSet row, int index) throws SQLException;

    /** Reads a local time that is not null. */
    LocalDateTime readLocal(ResultSet row, int index) throws SQLException;

    /** Reads a date that is not null. */
    LocalDate readDate(ResultSet row, int index) throws SQLException;
}
