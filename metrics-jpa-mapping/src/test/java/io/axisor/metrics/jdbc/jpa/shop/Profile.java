package io.axisor.metrics.jdbc.jpa.shop;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.OneToOne;

/** The other side of a reference. */
@Entity
public class Profile {
    @Id
    @GeneratedValue
    public Long id;

    @OneToOne
    public Account account;
}
