package io.axisor.metrics.contract;

import static io.axisor.metrics.contract.UsersTheLongWay.midnight;
import static io.axisor.metrics.contract.UsersTheLongWay.quotient;

import io.axisor.metrics.revenue.PaymentStatus;
import io.axisor.metrics.revenue.RefundShape;
import io.axisor.metrics.revenue.RefundStatus;
import io.axisor.metrics.source.row.Account;
import io.axisor.metrics.source.row.Payment;
import io.axisor.metrics.source.row.Refund;
import io.axisor.metrics.source.row.Subscription;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The main figures of revenue computed a second time, as {@link UsersTheLongWay} does those of users. */
final class RevenueTheLongWay {

    /** The only codes in random companies that are currencies. */
    private static final Map<String, Integer> DIGITS = Map.of("USD", 2, "EUR", 2, "JPY", 0, "BTC", 8, "SAT", 0);

    private final Company company;
    private final Instant t;
    private final Instant latest;
    private final Map<String, String> found = new TreeMap<>();
    private final List<Payment> payments = new ArrayList<>();

    /** Money in, or, negative, money out. */
    private record Move(@Nullable String payer, String currency, BigDecimal amount, Instant at, boolean refund) {}

    RevenueTheLongWay(Company company, Instant t) {
        this.company = company;
        this.t = t;
        Instant now = SourceUnderTest.NOW;
        this.latest = (t.isAfter(now) ? t : now).plusSeconds(300);
        for (Payment payment : company.payments().orElse(List.of())) {
            if (UsersTheLongWay.isClean(payment, company.refundShape(), latest)
                    && DIGITS.containsKey(currency(payment.currency()))) {
                payments.add(payment);
            }
        }
    }

    /** Series and what is found, sums over plans without the plan. */
    Map<String, String> figures() {
        if (company.payments().isPresent()) {
            leftOut(company.payments().get());
            numbers();
            List<Move> moves = moves();
            for (String currency : DIGITS.keySet()) {
                boolean known = company.knownCurrencies().stream()
                        .anyMatch(unit -> unit.code().equals(currency));
                if (known || moves.stream().anyMatch(move -> move.currency().equals(currency))) {
                    sums(moves, currency);
                }
            }
        }
        company.subscriptions().ifPresent(this::recurring);
        return found;
    }

    private void leftOut(List<Payment> all) {
        int[] rows = new int[3];
        int[] dirty = new int[3];
        for (Payment payment : all) {
            if (payment.status() == PaymentStatus.IGNORED) {
                continue;
            }
            Instant created = payment.createdAt();
            boolean[] within = {
                in(t.minus(Duration.ofHours(24)), created, t),
                in(t.minus(Duration.ofDays(30)), created, t),
                created == null || created.isBefore(t) || created.isAfter(latest)
            };
            for (int window = 0; window < 3; window++) {
                rows[window] += within[window] ? 1 : 0;
                dirty[window] += within[window] && !payments.contains(payment) ? 1 : 0;
            }
        }
        List<String> windows = List.of("24h", "30d", "lifetime");
        for (int window = 0; window < 3; window++) {
            found.put(
                    "data.left.out." + windows.get(window) + "{table=payments}",
                    UsersTheLongWay.quotient(dirty[window], rows[window], "NO_DATA"));
        }
    }

    private String currency(@Nullable String code) {
        return company.fixedCurrency()
                .map(unit -> unit.code())
                .orElse(code == null ? "" : code.strip().toUpperCase(Locale.ROOT));
    }

    private static boolean in(Instant from, @Nullable Instant instant, Instant to) {
        return instant != null && !instant.isBefore(from) && instant.isBefore(to);
    }

    private boolean refundRow(Payment payment) {
        return company.refundShape() == RefundShape.OWN_ROWS && payment.status() == PaymentStatus.REFUNDED;
    }

    private boolean brought(Payment payment) {
        return (payment.status() == PaymentStatus.SUCCEEDED || payment.status() == PaymentStatus.REFUNDED)
                && !refundRow(payment)
                && in(Instant.MIN, payment.paidAt(), t);
    }

    private List<Move> moves() {
        List<Move> moves = new ArrayList<>();
        for (Payment payment : payments) {
            String currency = currency(payment.currency());
            String payer = payment.userId() == null || payment.userId().isBlank() ? null : payment.userId();
            if (brought(payment)) {
                moves.add(new Move(payer, currency, payment.amount(), payment.paidAt(), false));
            }
            if (refundRow(payment)) {
                moves.add(new Move(payer, currency, payment.amount().abs(), payment.paidAt(), true));
            }
            if (company.refundShape() == RefundShape.ON_PAYMENT && brought(payment)) {
                BigDecimal all = payment.status() == PaymentStatus.REFUNDED ? payment.amount() : BigDecimal.ZERO;
                moves.add(new Move(
                        payer,
                        currency,
                        payment.refundedAmount() == null ? all : payment.refundedAmount(),
                        payment.refundedAt() == null ? payment.paidAt() : payment.refundedAt(),
                        true));
            }
            for (Refund refund : company.refunds().orElse(List.of())) {
                if (payment.id().equals(refund.paymentId()) && isClean(refund)) {
                    moves.add(new Move(payer, currency, refund.amount(), refund.refundedAt(), true));
                }
            }
        }
        moves.removeIf(move -> !move.at().isBefore(t));
        return moves;
    }

    private boolean isClean(Refund refund) {
        return refund.status() == RefundStatus.SUCCEEDED
                && refund.amount() != null
                && refund.amount().signum() >= 0
                && refund.refundedAt() != null
                && !refund.refundedAt().isAfter(latest);
    }

    private void sums(List<Move> moves, String currency) {
        LocalDate first = LocalDate.ofInstant(t, SourceUnderTest.ZONE).withDayOfMonth(1);
        Instant thisMonth = midnight(first);
        Instant lastMonth = midnight(first.minusMonths(1));
        Instant previousMonth = midnight(first.minusMonths(2));
        Instant month = t.minus(Duration.ofDays(30));
        String tags = "{currency=" + currency + "}";
        Map<String, Instant[]> windows = Map.of(
                "24h", new Instant[] {t.minus(Duration.ofDays(1)), t},
                "7d", new Instant[] {t.minus(Duration.ofDays(7)), t},
                "30d", new Instant[] {month, t},
                "this.month", new Instant[] {thisMonth, t},
                "last.month", new Instant[] {lastMonth, thisMonth});
        windows.forEach((window, bounds) ->
                found.put("revenue.collected." + window + tags, plain(net(moves, currency, bounds[0], bounds[1]))));
        found.put("revenue.gross.30d" + tags, plain(sum(moves, currency, month, t, false)));
        found.put("revenue.refunded.30d" + tags, plain(sum(moves, currency, month, t, true)));
        found.put("revenue.gross.lifetime" + tags, plain(sum(moves, currency, Instant.MIN, t, false)));
        found.put("revenue.refunded.lifetime" + tags, plain(sum(moves, currency, Instant.MIN, t, true)));
        found.put("revenue.lifetime" + tags, plain(net(moves, currency, Instant.MIN, t)));
        if (company.subscriptions().isEmpty()) {
            BigDecimal collected = net(moves, currency, month, t);
            if (company.hasRecurringFromPayments()) {
                found.put("revenue.mrr" + tags, plain(collected));
                found.put("revenue.arr" + tags, plain(collected.multiply(BigDecimal.valueOf(12))));
            } else {
                found.put("revenue.mrr", "UNAVAILABLE");
                found.put("revenue.arr", "UNAVAILABLE");
            }
        }
        for (String window : List.of("24h", "30d", "last.month")) {
            Instant from = windows.get(window)[0];
            Instant to = windows.get(window)[1];
            long orders = moves.stream()
                    .filter(move -> !move.refund() && move.currency().equals(currency) && in(from, move.at(), to))
                    .count();
            found.put(
                    "orders.value.mean." + window + tags,
                    orders == 0 ? "NO_DATA" : plain(sum(moves, currency, from, to, false)) + "/" + orders);
            found.merge(
                    "orders." + window,
                    String.valueOf(orders),
                    (a, b) -> String.valueOf(Long.parseLong(a) + Long.parseLong(b)));
        }
        if (company.hasPaymentsWithoutUsers()) {
            found.put("revenue.unattributed.30d" + tags, "UNAVAILABLE");
            found.put("revenue.arppu.30d" + tags, "UNAVAILABLE");
        } else {
            people(moves, currency, month, tags);
        }
        growth("revenue.growth.30d" + tags, moves, currency, t.minus(Duration.ofDays(60)), month, t);
        growth("revenue.growth.last.month" + tags, moves, currency, previousMonth, lastMonth, thisMonth);
    }

    private void people(List<Move> moves, String currency, Instant month, String tags) {
        BigDecimal byGuests = BigDecimal.ZERO;
        BigDecimal attributed = BigDecimal.ZERO;
        BigDecimal attributedEver = BigDecimal.ZERO;
        Set<String> payers = new HashSet<>();
        for (Move move : moves) {
            if (!move.currency().equals(currency)) {
                continue;
            }
            boolean inMonth = in(month, move.at(), t);
            if (move.payer() == null) {
                byGuests = inMonth && !move.refund() ? byGuests.add(move.amount()) : byGuests;
                continue;
            }
            BigDecimal signed = move.refund() ? move.amount().negate() : move.amount();
            attributedEver = attributedEver.add(signed);
            attributed = inMonth ? attributed.add(signed) : attributed;
            if (inMonth && !move.refund()) {
                payers.add(move.payer());
            }
        }
        BigDecimal gross = sum(moves, currency, month, t, false);
        found.put(
                "revenue.unattributed.30d" + tags,
                gross.signum() == 0 ? "NO_DATA" : plain(byGuests) + "/" + plain(gross));
        found.put("revenue.arppu.30d" + tags, payers.isEmpty() ? "NO_DATA" : plain(attributed) + "/" + payers.size());
        if (company.accounts().isPresent()) {
            int accounts = UsersTheLongWay.existing(
                    UsersTheLongWay.oneOfEachId(company.accounts().get()), t);
            found.put("revenue.arpu.30d" + tags, accounts == 0 ? "UNDEFINED" : plain(attributed) + "/" + accounts);
            found.put(
                    "revenue.per.account.lifetime" + tags,
                    accounts == 0 ? "UNDEFINED" : plain(attributedEver) + "/" + accounts);
        }
    }

    private void growth(String series, List<Move> moves, String currency, Instant from, Instant middle, Instant to) {
        boolean nothing = moves.stream()
                .noneMatch(move -> move.currency().equals(currency)
                        && in(from, move.at(), to)
                        && move.amount().signum() != 0);
        BigDecimal before = net(moves, currency, from, middle);
        BigDecimal now = net(moves, currency, middle, to);
        String quotient = before.signum() <= 0 ? "UNDEFINED" : plain(now.subtract(before)) + "/" + plain(before);
        found.put(series, nothing ? "NO_DATA" : quotient);
    }

    private static BigDecimal net(List<Move> moves, String currency, Instant from, Instant to) {
        return sum(moves, currency, from, to, false).subtract(sum(moves, currency, from, to, true));
    }

    private static BigDecimal sum(List<Move> moves, String currency, Instant from, Instant to, boolean refund) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Move move : moves) {
            if (move.currency().equals(currency) && move.refund() == refund && in(from, move.at(), to)) {
                sum = sum.add(move.amount());
            }
        }
        return sum;
    }

    private static String plain(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }

    private void numbers() {
        Map<String, Integer> byStatus = new HashMap<>();
        for (Payment payment : payments) {
            if (in(Instant.MIN, payment.createdAt(), t)) {
                byStatus.merge(statusAt(payment), 1, Integer::sum);
            }
        }
        for (String status : List.of("succeeded", "refunded", "failed", "pending")) {
            found.put("payments{status=" + status + "}", String.valueOf(byStatus.getOrDefault(status, 0)));
        }
        for (int days : new int[] {1, 30}) {
            Map<String, Integer> created = new HashMap<>();
            for (Payment payment : payments) {
                if (in(t.minus(Duration.ofDays(days)), payment.createdAt(), t)) {
                    created.merge(statusAt(payment), 1, Integer::sum);
                }
            }
            for (String status : List.of("succeeded", "refunded", "failed", "pending")) {
                found.put(
                        "payments.new." + (days == 1 ? "24h" : "30d") + "{status=" + status + "}",
                        String.valueOf(created.getOrDefault(status, 0)));
            }
        }
        rates("30d", t.minus(Duration.ofDays(30)));
        rates("lifetime", Instant.MIN);
    }

    private String statusAt(Payment payment) {
        boolean moved = payment.status() == PaymentStatus.SUCCEEDED || payment.status() == PaymentStatus.REFUNDED;
        if (moved && !in(Instant.MIN, payment.paidAt(), t)) {
            return "pending";
        }
        boolean refundedLater = company.refundShape() == RefundShape.ON_PAYMENT
                && payment.status() == PaymentStatus.REFUNDED
                && payment.refundedAt() != null
                && !payment.refundedAt().isBefore(t);
        return refundedLater ? "succeeded" : String.valueOf(payment.status()).toLowerCase(Locale.ROOT);
    }

    private void rates(String window, Instant from) {
        int created = 0;
        int succeeded = 0;
        int failed = 0;
        int refunds = 0;
        for (Payment payment : payments) {
            boolean inWindow = in(from, payment.createdAt(), t);
            created += inWindow && !refundRow(payment) ? 1 : 0;
            succeeded += inWindow && brought(payment) ? 1 : 0;
            failed += inWindow && payment.status() == PaymentStatus.FAILED ? 1 : 0;
            refunds += isRefunded(payment, from) ? 1 : 0;
        }
        found.put(
                "payments.success." + window,
                created == 0 ? "NO_DATA" : quotient(succeeded, succeeded + failed, "UNDEFINED"));
        found.put(
                "payments.refund." + window,
                created == 0 && refunds == 0 ? "NO_DATA" : quotient(refunds, succeeded, "UNDEFINED"));
    }

    private boolean isRefunded(Payment payment, Instant from) {
        return switch (company.refundShape()) {
            case OWN_ROWS -> refundRow(payment) && in(from, payment.paidAt(), t);
            case OWN_TABLE ->
                company.refunds().orElse(List.of()).stream()
                        .anyMatch(refund -> payment.id().equals(refund.paymentId())
                                && isClean(refund)
                                && in(from, refund.refundedAt(), t));
            case ON_PAYMENT ->
                statusAt(payment).equals("refunded")
                        && in(from, payment.refundedAt() == null ? payment.createdAt() : payment.refundedAt(), t);
        };
    }

    /** Sums each plan in twelfths of a unit times the least common multiple of all counts, and rounds it once. */
    private void recurring(List<Subscription> subscriptions) {
        BigInteger parts = BigInteger.valueOf(12L * 360_360); // 360360 = lcm(1..14)
        Map<String, Map<String, BigDecimal>> sums = new TreeMap<>();
        company.knownCurrencies().forEach(unit -> sums.put(unit.code(), new HashMap<>()));
        Map<String, String> planOf = new HashMap<>();
        for (Account account : UsersTheLongWay.oneOfEachId(company.accounts().orElse(List.of()))) {
            planOf.put(account.id(), String.valueOf(account.plan()));
        }
        Set<String> none = new HashSet<>(List.of("null", "", "  "));
        for (Subscription s : subscriptions) {
            String currency = currency(s.currency());
            if (UsersTheLongWay.pays(s, t) && DIGITS.containsKey(currency)) {
                String told = company.hasPlansOnSubscriptions()
                        ? String.valueOf(s.plan())
                        : planOf.getOrDefault(String.valueOf(s.userId()), "null");
                int twelfths = switch (s.interval()) {
                    case DAY -> 365;
                    case WEEK -> 52;
                    case MONTH -> 12;
                    case YEAR -> 1;
                };
                BigDecimal part = s.amount().multiply(BigDecimal.valueOf(twelfths * 360_360L / s.intervalCount()));
                sums.computeIfAbsent(currency, code -> new HashMap<>())
                        .merge(none.contains(told) ? "" : told, part, BigDecimal::add);
            }
        }
        sums.forEach((currency, byPlan) -> found.put(
                "revenue.arr{currency=" + currency + "}",
                plain(byPlan.values().stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .multiply(BigDecimal.valueOf(12))
                        .divide(new BigDecimal(parts), DIGITS.get(currency), RoundingMode.HALF_EVEN))));
        sums.forEach((currency, byPlan) -> found.put(
                "revenue.mrr{currency=" + currency + "}",
                plain(byPlan.values().stream()
                        .map(sum -> sum.divide(new BigDecimal(parts), DIGITS.get(currency), RoundingMode.HALF_EVEN))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))));
    }
}
