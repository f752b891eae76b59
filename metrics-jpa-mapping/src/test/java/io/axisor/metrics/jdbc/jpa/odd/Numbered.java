package io.axisor.metrics.jdbc.jpa.odd;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.io.Serializable;
import java.time.LocalDateTime;
import java.util.Objects;

/** One whose id has two parts. */
@Entity
public class Numbered {
    @EmbeddedId
    public Key key;

    public LocalDateTime createdAt;

    /** The id. */
    @Embeddable
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        public Long tenant;
        public Long number;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && Objects.equals(key.tenant, tenant) && Objects.equals(key.number, number);
        }

        @Override
        public int hashCode() {
            return Objects.hash(tenant, number);
        }
    }
}
