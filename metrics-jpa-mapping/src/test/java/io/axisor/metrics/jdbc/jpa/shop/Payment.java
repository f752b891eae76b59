package io.axisor.metrics.jdbc.jpa.shop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDateTime;

/** A payment, its state an ordinal. */
@Entity
@Table(name = "payments")
public class Payment {
    @Id
    @GeneratedValue
    public Long id;

    @ManyToOne
    public Account owner;

    @Column(precision = 12, scale = 2)
    public BigDecimal amount;

    public String currency;

    @Enumerated
    public PaymentState state;

    public LocalDateTime createdAt;
}
