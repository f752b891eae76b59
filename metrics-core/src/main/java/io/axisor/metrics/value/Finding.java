package io.axisor.metrics.value;

import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A value, or the status and the reason why there is none. Facts, formulas and measurements all pass it on, so that an
 * unknown can never turn into a zero on the way.
 *
 * @param <T> the type of the value
 */
public final class Finding<T> {

    private final Status status;
    private final @Nullable T value;
    private final @Nullable String reason;

    private Finding(Status status, @Nullable T value, @Nullable String reason) {
        this.status = status;
        this.value = value;
        this.reason = reason;
    }

    /**
     * A value that is what its definition says.
     *
     * @param value the value
     * @param <T> its type
     * @return a finding of status {@link Status#OK}
     */
    public static <T> Finding<T> ok(T value) {
        return new Finding<>(Status.OK, value, null);
    }

    /**
     * No value, because the period holds no fact.
     *
     * @param reason which fact is missing
     * @param <T> the type of the value there could be
     * @return a finding of status {@link Status#NO_DATA}
     */
    public static <T> Finding<T> noData(String reason) {
        return new Finding<>(Status.NO_DATA, null, reason);
    }

    /**
     * No value, because the definition has none here.
     *
     * @param reason what makes it undefined
     * @param <T> the type of the value there could be
     * @return a finding of status {@link Status#UNDEFINED}
     */
    public static <T> Finding<T> undefined(String reason) {
        return new Finding<>(Status.UNDEFINED, null, reason);
    }

    /**
     * No value, because the host has not mapped what it needs.
     *
     * @param reason the missing mapping
     * @param <T> the type of the value there could be
     * @return a finding of status {@link Status#UNAVAILABLE}
     */
    public static <T> Finding<T> unavailable(String reason) {
        return new Finding<>(Status.UNAVAILABLE, null, reason);
    }

    /**
     * The same value, marked as the last good one.
     *
     * @param reason why there is no newer one
     * @return a finding of status {@link Status#STALE}; this one where it has no value
     */
    public Finding<T> stale(String reason) {
        return status.hasValue() ? new Finding<>(Status.STALE, value, reason) : this;
    }

    /**
     * No value any longer, because computing one failed for too long.
     *
     * @param reason the failure
     * @return a finding of status {@link Status#FAILED}; this one where it has no value
     */
    public Finding<T> failed(String reason) {
        return status.hasValue() ? new Finding<>(Status.FAILED, null, reason) : this;
    }

    /**
     * The status.
     *
     * @return the status
     */
    public Status status() {
        return status;
    }

    /**
     * Why the status is not {@link Status#OK}.
     *
     * @return the reason, empty when it is OK
     */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    /**
     * The value.
     *
     * @return the value; present exactly where {@link Status#hasValue()}
     */
    public Optional<T> value() {
        return Optional.ofNullable(value);
    }

    /**
     * The value, where the caller knows that there is one.
     *
     * @return the value
     * @throws NoSuchElementException with status and reason, if there is none
     */
    public T get() {
        if (value == null) {
            throw new NoSuchElementException(this + ": there is no value; check status() first");
        }
        return value;
    }

    /**
     * The finding of something derived from the value alone.
     *
     * @param derivation derives it
     * @param <R> its type
     * @return what is derived, of this status; without a value, this status and reason
     */
    public <R> Finding<R> map(Function<? super T, ? extends R> derivation) {
        return new Finding<>(status, value == null ? null : derivation.apply(value), reason);
    }

    /**
     * The finding of something that may itself have no value.
     *
     * @param derivation derives it
     * @param <R> its type
     * @return what is derived, stale if this is; without a value, this status and reason
     */
    public <R> Finding<R> flatMap(Function<? super T, Finding<R>> derivation) {
        if (value == null) {
            return new Finding<>(status, null, reason);
        }
        Finding<R> derived = derivation.apply(value);
        return reason != null && status == Status.STALE ? derived.stale(reason) : derived;
    }

    /**
     * The finding of something derived from two values.
     *
     * @param other the other value
     * @param derivation derives it
     * @param <U> the type of the other value
     * @param <R> the type of what is derived
     * @return what is derived, stale if either is; the first status and reason that stand in the way
     */
    public <U, R> Finding<R> combine(Finding<U> other, BiFunction<? super T, ? super U, Finding<R>> derivation) {
        return flatMap(mine -> other.flatMap(theirs -> derivation.apply(mine, theirs)));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Finding<?> that
                && status == that.status
                && Objects.equals(value, that.value)
                && Objects.equals(reason, that.reason);
    }

    @Override
    public int hashCode() {
        return Objects.hash(status, value, reason);
    }

    @Override
    public String toString() {
        return status + (value == null ? "" : " " + value) + (reason == null ? "" : " (" + reason + ")");
    }
}
