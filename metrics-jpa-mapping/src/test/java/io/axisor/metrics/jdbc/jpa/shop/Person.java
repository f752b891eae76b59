package io.axisor.metrics.jdbc.jpa.shop;

import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.LocalDateTime;

/** What accounts inherit. */
@MappedSuperclass
public abstract class Person {
    @Id
    @GeneratedValue
    @Column(name = "userID")
    public Long id;

    /** UTC. */
    public LocalDateTime createdAt;
}
