package io.axisor.metrics.jdbc;

import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.TimeRange;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.users.UserDefinitions;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Figures of users and revenue as one writes them by hand: a statement each, which gives a number or both parts of a quotient. */
final class FiguresByHand {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final List<String> PLANS = List.of("free", "pro");

    private final AsOf at;
    private final Map<String, String> figures = new LinkedHashMap<>();

    private FiguresByHand(AsOf at) {
        this.at = at;
    }

    /** The statement of each figure, by its series. */
    static Map<String, String> of(AsOf at) {
        FiguresByHand byHand = new FiguresByHand(at);
        byHand.addUsers();
        byHand.addRevenue();
        byHand.addPayments();
        return byHand.figures;
    }

    private void addUsers() {
        String month = within("paid_at", at.range(Window.ROLLING_30D));
        for (String plan : PLANS) {
            figures.put(
                    "users{plan=" + plan + "}",
                    "SELECT COUNT(*) FROM large_users WHERE plan = '" + plan + "' AND " + before("created"));
            figures.put(
                    "users.paying{plan=" + plan + "}",
                    "SELECT COUNT(*) FROM large_users WHERE plan = '" + plan + "' AND " + before("created")
                            + " AND id IN (SELECT user_id FROM large_payments WHERE status = 'paid' AND " + month
                            + ")");
        }
        for (Window window : UserDefinitions.NEW.windows()) {
            figures.put(
                    "users.new." + window.segments(),
                    "SELECT COUNT(*) FROM large_users WHERE " + within("created", at.range(window)));
        }
        figures.put(
                "users.conversion.30d",
                "SELECT COUNT(p.user_id), COUNT(*) FROM (SELECT id, created FROM large_users WHERE "
                        + within("created", at.before(Window.ROLLING_30D))
                        + ") u LEFT JOIN (SELECT user_id, MIN(paid_at) AS first"
                        + " FROM large_payments WHERE status = 'paid' GROUP BY user_id) p"
                        + " ON p.user_id = u.id AND p.first < u.created + INTERVAL '30' DAY");
    }

    private void addRevenue() {
        String usd = "{currency=USD}";
        String sum = "SELECT SUM(amount) FROM large_payments WHERE status = 'paid' AND ";
        for (Window window : List.of(
                Window.ROLLING_24H, Window.ROLLING_7D, Window.ROLLING_30D, Window.THIS_MONTH, Window.LAST_MONTH)) {
            figures.put("revenue.collected." + window.segments() + usd, sum + within("paid_at", at.range(window)));
        }
        for (String plan : PLANS) {
            figures.put(
                    "revenue.lifetime{currency=USD, plan=" + plan + "}",
                    sum + "plan = '" + plan + "' AND " + before("paid_at"));
        }
        String month = within("paid_at", at.range(Window.ROLLING_30D));
        figures.put("revenue.gross.lifetime" + usd, sum + before("paid_at"));
        figures.put("revenue.gross.30d" + usd, sum + month);
        figures.put(
                "revenue.arppu.30d" + usd,
                "SELECT SUM(amount), COUNT(DISTINCT user_id) FROM large_payments WHERE status = 'paid' AND " + month);
        String accounts = "(SELECT COUNT(*) FROM large_users WHERE " + before("created") + ")";
        figures.put("revenue.arpu.30d" + usd, "SELECT (" + sum + month + "), " + accounts);
        figures.put("revenue.per.account.lifetime" + usd, "SELECT (" + sum + before("paid_at") + "), " + accounts);
        String earlier = within("paid_at", at.before(Window.ROLLING_30D));
        figures.put(
                "revenue.growth.30d" + usd,
                "SELECT (" + sum + month + ") - (" + sum + earlier + "), (" + sum + earlier + ")");
    }

    private void addPayments() {
        figures.put(
                "payments{status=failed}",
                "SELECT COUNT(*) FROM large_payments WHERE status = 'failed' AND " + before("paid_at"));
        figures.put(
                "payments{status=succeeded}",
                "SELECT COUNT(*) FROM large_payments WHERE status = 'paid' AND " + before("paid_at"));
        String success = "SELECT COUNT(*) FILTER (WHERE status = 'paid'), COUNT(*) FROM large_payments WHERE ";
        figures.put("payments.success.30d", success + within("paid_at", at.range(Window.ROLLING_30D)));
        figures.put("payments.success.lifetime", success + before("paid_at"));
    }

    private String before(String column) {
        return column + " < " + literal(at.instant());
    }

    private static String within(String column, TimeRange range) {
        return column + " >= " + literal(range.from()) + " AND " + column + " < " + literal(range.endExclusive());
    }

    private static String literal(Instant instant) {
        return "TIMESTAMP '" + TIME.format(LocalDateTime.ofInstant(instant, ZoneOffset.UTC)) + " UTC'";
    }
}
