package io.axisor.metrics.jdbc.jpa.shop;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Where somebody lives. */
@Embeddable
public class Address {
    public String city;

    @Column(name = "\"Postal.Code's [x]\"")
    public String postalCode;
}
