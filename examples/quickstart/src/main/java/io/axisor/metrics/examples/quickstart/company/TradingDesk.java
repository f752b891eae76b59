package io.axisor.metrics.examples.quickstart.company;

import io.axisor.metrics.examples.quickstart.company.Customer.Bot;
import io.axisor.metrics.examples.quickstart.company.Markets.Market;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What customers trade, by hand and through bots, and what they look at before they do. */
final class TradingDesk {

    private static final int MOST_BOTS = 3;

    private final Chance chance;
    private final Journal journal;
    private final Markets markets;
    private final String currency;
    private long bots;
    private long trades;

    TradingDesk(Chance chance, Journal journal, String currency) {
        this.chance = chance;
        this.journal = journal;
        this.markets = new Markets(chance);
        this.currency = currency;
    }

    void pass(Duration time) {
        markets.move(time);
    }

    /** A customer's trading in some time. */
    void trade(Customer customer, Duration time) {
        boolean pays = customer.plan != Plan.FREE;
        if (!customer.quiet) {
            lookAround(customer, time);
            if (!customer.trades) {
                connect(customer, pays ? 0.08 : 0.003, time);
                return;
            }
            if (customer.bots.size() < MOST_BOTS && chance.happens(pays ? 0.03 : 0.004, time)) {
                add(customer);
            }
            if (chance.happens(0.08, time)) {
                byHand(customer);
            }
        }
        for (Bot bot : customer.bots) {
            if (chance.happens(bot.running ? 0.012 : 0.04, time)) {
                switchTo(bot, !bot.running);
            }
            if (bot.running && chance.happens(bot.kind.runsPerDay, time)) {
                run(customer, bot);
            }
        }
    }

    private void lookAround(Customer customer, Duration time) {
        if (chance.happens(0.03, time)) {
            journal.add(Write.BACKTEST, customer.accountNo, journal.stamp());
        }
        if (chance.happens(0.02, time)) {
            journal.add(Write.SIMULATION, customer.accountNo, journal.stamp());
        }
        if (chance.happens(0.008, time)) {
            journal.add(Write.EXPORT, customer.accountNo, journal.stamp());
        }
    }

    private void connect(Customer customer, double timesPerDay, Duration time) {
        if (chance.happens(timesPerDay, time)) {
            customer.trades = true;
            journal.add(Write.EXCHANGE, customer.accountNo, journal.stamp());
        }
    }

    private void add(Customer customer) {
        BotKind kind = chance.oneOf(BotKind.values());
        Bot bot = new Bot(++bots, kind);
        customer.bots.add(bot);
        journal.add(Write.BOT, bot.id, customer.accountNo, kind.stored, journal.stamp());
    }

    private void switchTo(Bot bot, boolean running) {
        bot.running = running;
        journal.add(Write.BOT_SWITCHED, bot.id, running);
    }

    /** Somebody who leaves takes their bots along. */
    void leave(Customer customer) {
        customer.bots.stream().filter(bot -> bot.running).forEach(bot -> switchTo(bot, false));
    }

    private void run(Customer customer, Bot bot) {
        String outcome = chance.isSo(0.93) ? "filled" : chance.isSo(0.8) ? "rejected" : "skipped";
        int millis = (int) Math.round(bot.kind.usualMillis * chance.skewed(outcome.equals("rejected") ? 1.2 : 0.6));
        journal.add(Write.RUN, bot.id, journal.stamp(), millis, outcome);
        if (!outcome.equals("skipped")) {
            trade(customer, bot, outcome, bot.kind != BotKind.AUTO_ENTRY);
        }
    }

    private void byHand(Customer customer) {
        String outcome = chance.isSo(0.96) ? "filled" : chance.isSo(0.7) ? "rejected" : "cancelled";
        trade(customer, null, outcome, chance.isSo(0.5));
    }

    private void trade(Customer customer, @Nullable Bot bot, String outcome, boolean closes) {
        Market market = markets.any();
        double amount = 120 * chance.skewed(0.8);
        boolean filled = outcome.equals("filled");
        Long trade = ++trades;
        journal.add(
                Write.TRADE,
                trade,
                customer.accountNo,
                bot == null ? null : (Long) bot.id,
                journal.stamp(),
                outcome,
                money(amount),
                currency,
                filled && closes ? money(amount * markets.result()) : null,
                market.name,
                market.price());
        if (filled) {
            double quantity = Math.round(amount / market.price() * 1e8) / 1e8;
            journal.add(Write.FILL, trade, customer.accountNo, market.name, quantity, market.price(), journal.stamp());
        }
    }

    /** A trade that says something impossible. */
    void spoil(BigDecimal amount) {
        journal.add(Write.TRADE, ++trades, 1L, null, journal.stamp(), "filled", amount, currency, null, "BTC-USD", 1.0);
    }

    private static BigDecimal money(double amount) {
        return BigDecimal.valueOf(Math.round(amount * 100), 2);
    }
}
