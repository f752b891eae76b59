package io.axisor.metrics.jdbc.jpa.shop;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.PrimaryKeyJoinColumn;
import java.time.LocalDateTime;

/** The root of classes with a table each. */
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
public class Happening {
    @Id
    @GeneratedValue
    public Long id;

    public LocalDateTime happenedAt;

    /** One of an account. */
    @Entity(name = "Login")
    @PrimaryKeyJoinColumn(name = "happening_no")
    public static class Login extends Happening {
        @ManyToOne
        public Account who;
    }
}
