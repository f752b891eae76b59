package io.axisor.metrics.jdbc.jpa.odd;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Transient;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Formula;

/** One with attributes that are no column. */
@Entity
public class Awkward {
    @Id
    public Long id;

    @ElementCollection
    public List<String> labels = new ArrayList<>();

    @Formula("id * 2")
    public Long twice;

    @ManyToOne(cascade = CascadeType.PERSIST)
    @JoinTable(name = "awkward_links")
    public Awkward linked;

    @ManyToOne
    public Numbered numbered;

    @Transient
    public String forgotten;

    @ColumnTransformer(read = "lower(secret)", write = "upper(?)")
    public String secret;

    @Convert(converter = Cents.class)
    public BigDecimal price;

    @Convert(converter = Millis.class)
    public Instant seenAt;

    @Convert(converter = Blurred.class)
    public Colour colour;

    /** Colours. */
    public enum Colour {
        RED,
        CRIMSON,
        BLUE
    }

    /** Stores cents. */
    @Converter
    public static class Cents implements AttributeConverter<BigDecimal, Long> {
        @Override
        public Long convertToDatabaseColumn(BigDecimal amount) {
            return amount == null ? null : amount.movePointRight(2).longValueExact();
        }

        @Override
        public BigDecimal convertToEntityAttribute(Long cents) {
            return cents == null ? null : BigDecimal.valueOf(cents, 2);
        }
    }

    /** Stores milliseconds. */
    @Converter
    public static class Millis implements AttributeConverter<Instant, Long> {
        @Override
        public Long convertToDatabaseColumn(Instant instant) {
            return instant == null ? null : instant.toEpochMilli();
        }

        @Override
        public Instant convertToEntityAttribute(Long millis) {
            return millis == null ? null : Instant.ofEpochMilli(millis);
        }
    }

    /** Stores two colours as one. */
    @Converter
    public static class Blurred implements AttributeConverter<Colour, String> {
        @Override
        public String convertToDatabaseColumn(Colour colour) {
            return colour == null ? null : colour == Colour.BLUE ? "b" : "r";
        }

        @Override
        public Colour convertToEntityAttribute(String code) {
            return code == null ? null : code.equals("b") ? Colour.BLUE : Colour.RED;
        }
    }
}
