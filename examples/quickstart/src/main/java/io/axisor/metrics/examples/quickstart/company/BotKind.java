package io.axisor.metrics.examples.quickstart.company;

import java.util.Arrays;

/** What a customer can let trade. */
enum BotKind {
    /** Closes a part of a position that comes near its liquidation. */
    MARGIN_GUARD("margin_guard", 0.4, 260),
    /** Closes a position that has won or lost enough. */
    TAKE_PROFIT("tp_sl", 1.2, 420),
    /** Opens positions. */
    AUTO_ENTRY("auto_entry", 0.8, 1100);

    final String stored;
    final double runsPerDay;
    final int usualMillis;

    BotKind(String stored, double runsPerDay, int usualMillis) {
        this.stored = stored;
        this.runsPerDay = runsPerDay;
        this.usualMillis = usualMillis;
    }

    static String[] stored() {
        return Arrays.stream(values()).map(kind -> kind.stored).toArray(String[]::new);
    }
}
