package io.axisor.metrics.jdbc.jpa.shop;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;

/** What accounts belong to. */
@Entity
public class Company {
    @Id
    @GeneratedValue
    public Long id;

    public Plan contract;
}
