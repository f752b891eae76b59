package io.axisor.metrics.examples.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers as a person reads them. */
class FiguresTest {

    @ParameterizedTest
    @CsvSource({
        "0,        0.0 ms",
        "0.0042,   4.2 ms",
        "0.85,     850 ms",
        "0.9996,   1.00 s",
        "2.08,     2.08 s",
        "12.43,    12.4 s",
        "119.9,    119.9 s",
        "600,      10.0 min",
        "11520,    3.2 h",
        "131400,   36.5 h",
        "1036800,  12.0 d"
    })
    void durationsAreInTheUnitThatSuitsThem(BigDecimal seconds, String expected) {
        assertThat(Figures.duration(seconds)).isEqualTo(expected);
    }
}
