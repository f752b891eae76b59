package io.axisor.metrics.jdbc.jpa.odd;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumeratedValue;
import jakarta.persistence.Id;
import java.time.LocalDateTime;

/** One whose constants say what they are stored as, which Jakarta Persistence has from 3.2 on. */
@Entity
public class Valued {
    @Id
    public Long id;

    public LocalDateTime createdAt;
    public Tier tier;

    /** Tiers. */
    public enum Tier {
        HIGH(30),
        LOW(7);

        @EnumeratedValue
        public final int number;

        Tier(int number) {
            this.number = number;
        }
    }
}
