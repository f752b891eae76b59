package io.axisor.metrics.refresh;

import io.axisor.metrics.MetricsSnapshot;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The listeners, and what they hear of. They are called one at a time, under the lock of this object, each whatever the
 * others throw. One that did not take in what is shown is told again by {@link #remind}.
 */
final class Audience {

    /** A listener, and what it has taken in. */
    private static final class Member {
        final RefreshListener listener;

        @Nullable
        MetricsSnapshot heard;

        boolean removed;

        Member(RefreshListener listener) {
            this.listener = listener;
        }
    }

    private final List<Member> members = new CopyOnWriteArrayList<>();
    private final QuietLog quietLog;
    private final BooleanSupplier closed;
    private volatile MetricsSnapshot snapshot;

    Audience(MetricsSnapshot first, QuietLog quietLog, BooleanSupplier closed) {
        this.snapshot = first;
        this.quietLog = quietLog;
        this.closed = closed;
    }

    MetricsSnapshot snapshot() {
        return snapshot;
    }

    synchronized void show(MetricsSnapshot next) {
        snapshot = next;
        remind();
    }

    /** Tells what is shown to those who have not taken it in. */
    synchronized void remind() {
        members.forEach(this::remind);
    }

    private void remind(Member member) {
        MetricsSnapshot told = snapshot;
        boolean takenIn = member.heard == told || tell(member, listener -> listener.shown(told));
        if (takenIn && told == snapshot) { // else it refreshed, and has heard of later values already
            member.heard = told;
        }
    }

    synchronized void tell(Consumer<RefreshListener> news) {
        for (Member member : members) {
            if (!closed.getAsBoolean()) {
                tell(member, news);
            }
        }
    }

    private boolean tell(Member member, Consumer<RefreshListener> news) {
        if (member.removed) {
            return true;
        }
        try (Interruption interruption = Interruption.setAside()) {
            try {
                news.accept(member.listener);
                return true;
            } catch (Throwable e) {
                interruption.setAsideAgain();
                quietLog.warn(
                        "listener", "the listener " + member.listener.getClass().getName() + " failed", e);
                return false;
            }
        }
    }

    synchronized void add(RefreshListener listener) {
        Member member = new Member(listener);
        members.add(member);
        remind(member);
    }

    synchronized void remove(RefreshListener listener) {
        for (Member member : members) {
            if (member.listener.equals(listener)) {
                member.removed = true;
                members.remove(member);
                return;
            }
        }
    }
}
