package io.axisor.metrics.jdbc.jpa.shop;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.sql.Timestamp;
import java.time.Instant;

/** A ticket, its times instants of two kinds. */
@Entity
public class Ticket {
    @Id
    @GeneratedValue
    public Long id;

    public Instant openedAt;

    public Timestamp resolvedAt;
}
