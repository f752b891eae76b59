package io.axisor.metrics.examples.boot;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;

/** Its table is named after a word that SQL has reserved. */
@Entity
@Table(name = "\"order\"", indexes = @Index(columnList = "placedAt"))
class Order {
    @Id
    long id;

    @ManyToOne
    Customer customer;

    BigDecimal total;

    @Enumerated(EnumType.STRING)
    State state;

    Instant placedAt;

    enum State {
        PAID,
        DECLINED
    }
}
