package io.axisor.metrics.examples.boot;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(indexes = @Index(columnList = "joinedAt"))
class Customer {
    @Id
    long id;

    @Enumerated(EnumType.STRING)
    Tier tier;

    Instant joinedAt;

    enum Tier {
        FREE,
        PRO
    }
}
