package io.axisor.metrics.jdbc.internal.dialect;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * As types of java.time, which no driver shifts as long as each goes to a column of its own kind. What instants go as
 * differs.
 */
enum JavaTimes implements TimeBinding {
    /** As JDBC has it: TIMESTAMP WITH TIME ZONE takes an {@link OffsetDateTime}. */
    BY_OFFSET {
        @Override
        public Param instant(Instant instant) {
            OffsetDateTime utc = instant.atOffset(ZoneOffset.UTC);
            return (statement, index) -> statement.setObject(index, utc);
        }

        @Override
        public Instant readInstant(ResultSet row, int index) throws SQLException {
            return row.getObject(index, OffsetDateTime.class).toInstant();
        }
    },
    /** For drivers that refuse an {@link OffsetDateTime}. */
    BY_INSTANT {
        @Override
        public Param instant(Instant instant) {
            return (statement, index) -> statement.setObject(index, instant);
        }

        @Override
        public Instant readInstant(ResultSet row, int index) throws SQLException {
            return row.getObject(index, Instant.class);
        }
    },
    /** For databases that take and give instants as what a clock in the session's zone shows, in a session in UTC. */
    BY_SESSION_IN_UTC {
        @Override
        public Param instant(Instant instant) {
            return local(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
        }

        @Override
        public Instant readInstant(ResultSet row, int index) throws SQLException {
            return readLocal(row, index).toInstant(ZoneOffset.UTC);
        }
    };

    @Override
    public Param local(LocalDateTime local) {
        return (statement, index) -> statement.setObject(index, local);
    }

    @Override
    public Param date(LocalDate date) {
        return (statement, index) -> statement.setObject(index, date);
    }

    @Override
    public LocalDateTime readLocal(ResultSet row, int index) throws SQLException {
        return row.getObject(index, LocalDateTime.class);
    }

    @Override
    public LocalDate readDate(ResultSet row, int index) throws SQLException {
        return row.getObject(index, LocalDate.class);
    }
}
