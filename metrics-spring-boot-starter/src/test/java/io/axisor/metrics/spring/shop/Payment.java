package io.axisor.metrics.spring.shop;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.math.BigDecimal;
import java.time.Instant;

@Entity
class Payment {
    @Id
    Long id;

    @ManyToOne
    Account owner;

    BigDecimal amount;
    State state;
    Instant createdAt;

    enum State {
        PAID,
        DECLINED
    }
}
