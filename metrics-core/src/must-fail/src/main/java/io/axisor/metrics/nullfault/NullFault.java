package io.axisor.metrics.nullfault;

import org.jspecify.annotations.Nullable;

final class NullFault {

    private NullFault() {}

    static int length(@Nullable String text) {
        return text.length(); // the fault: NullAway must refuse it
    }
}
