package io.axisor.metrics.jdbc.jpa.shop;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Temporal;
import jakarta.persistence.TemporalType;
import java.time.Instant;
import java.util.Date;

/** A ticket, its times instants of two kinds. */
@Entity
public class Ticket {
    @Id
    @GeneratedValue
    public Long id;

    public Instant openedAt;

    @Temporal(TemporalType.TIMESTAMP)
    public Date resolvedAt;
}
