package io.axisor.metrics.testing.benchmarks.company;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Lines in the text format of COPY: tabs between cells, {@code \N} for NULL. The cells written here need no escapes. */
public final class CopyLines {

    private final StringBuilder text = new StringBuilder(1 << 17);
    private boolean isLineBegun;

    CopyLines number(long value) {
        beginCell().append(value);
        return this;
    }

    CopyLines text(String value) {
        beginCell().append(value);
        return this;
    }

    CopyLines flag(boolean value) {
        beginCell().append(value);
        return this;
    }

    CopyLines time(long epochMillis) {
        beginCell().append(Instant.ofEpochMilli(epochMillis));
        return this;
    }

    CopyLines none() {
        beginCell().append("\\N");
        return this;
    }

    private StringBuilder beginCell() {
        if (isLineBegun) {
            text.append('\t');
        }
        isLineBegun = true;
        return text;
    }

    void endLine() {
        text.append('\n');
        isLineBegun = false;
    }

    int length() {
        return text.length();
    }

    /** What was written since the last call. */
    byte[] take() {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        text.setLength(0);
        return bytes;
    }
}
