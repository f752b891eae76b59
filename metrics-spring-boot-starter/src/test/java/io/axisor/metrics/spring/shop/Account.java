package io.axisor.metrics.spring.shop;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "accounts")
class Account {
    @Id
    Long id;

    Plan planX;
    Instant createdAt;

    enum Plan {
        FREE,
        PRO
    }
}
