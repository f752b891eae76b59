package io.axisor.metrics.contract;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * The main figures of trades and a market log computed a second time, sentence by sentence from the specification and with none of the
 * library's code, so that the reference itself is checked. Slow and plain on purpose.
 */
@SuppressWarnings("UnusedVariable") // until there are figures
final class TradingTheLongWay {

    private final Company company;
    private final Instant t;
    private final Map<String, String> found = new TreeMap<>();

    TradingTheLongWay(Company company, Instant t) {
        this.company = company;
        this.t = t;
    }

    /** Series and what is found. */
    Map<String, String> figures() {
        return found;
    }
}
