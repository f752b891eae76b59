package io.axisor.metrics.examples.command;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Instants, to the microsecond like every measurement. */
public final class InstantOption implements ITypeConverter<Instant> {

    @Override
    public Instant convert(String value) {
        try {
            return Instant.parse(value).truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException e) {
            throw new TypeConversionException(
                    "'" + value + "' is not an instant; write date, time and Z, such as 1997-10-01T00:00:00Z");
        }
    }
}
