package io.axisor.metrics.source;

import static io.axisor.metrics.source.CheckedRows.isFuture;

import io.axisor.metrics.definition.DataIssues;
import io.axisor.metrics.definition.RowAxis;
import io.axisor.metrics.source.row.Trade;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.TimeRange;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.trading.ClosedTrades;
import io.axisor.metrics.trading.CurrencyProfit;
import io.axisor.metrics.trading.ProfitFacts;
import io.axisor.metrics.trading.TradeFacts;
import io.axisor.metrics.trading.TradeVolume;
import io.axisor.metrics.trading.TradingDefinitions;
import io.axisor.metrics.trading.TradingFacts;
import io.axisor.metrics.trading.TradingRanges;
import io.axisor.metrics.trading.WinCounts;
import io.axisor.metrics.trading.risk.CompleteDays;
import io.axisor.metrics.value.Breakdown;
import io.axisor.metrics.value.CurrencyUnit;
import io.axisor.metrics.value.Finding;
import io.axisor.metrics.value.Outcome;
import io.axisor.metrics.value.OutcomeCounts;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Counts the trading domain of one instant. */
final class InMemoryTrading {

    private static final Set<DataCheck> ROW_CHECKS = EnumSet.of(DataCheck.TRADES_EXECUTED_AT, DataCheck.TRADES_FUTURE);
    private static final Set<DataCheck> MONEY_CHECKS = EnumSet.range(DataCheck.TRADES_AMOUNT, DataCheck.TRADES_PRICE);

    private final InMemoryMetricsDataSource source;
    private final AsOf at;
    private final TradingFacts.Builder facts = TradingFacts.builder();

    /**
     * A trade executed before {@code t}, without what is dirty about it.
     *
     * @param at when
     * @param row the row
     * @param currency null where unknown
     * @param amount null where missing, dirty or of an unknown currency
     * @param pnl null where not closed, or of an unknown currency
     */
    record Counted(
            Instant at,
            Trade row,
            @Nullable CurrencyUnit currency,
            @Nullable BigDecimal amount,
            @Nullable BigDecimal pnl) {

        boolean succeeded() {
            return row.outcome() == Outcome.SUCCEEDED;
        }
    }

    InMemoryTrading(InMemoryMetricsDataSource source, AsOf at) {
        this.source = source;
        this.at = at;
    }

    TradingFacts facts() {
        InMemoryMarkets markets = new InMemoryMarkets(at);
        List<Counted> trades = source.trades == null ? List.of() : counted(source.trades);
        if (source.trades != null) {
            facts.trades(Finding.ok(tradeFacts(trades)));
        }
        if (source.marketLog != null) {
            facts.market(Finding.ok(markets.ofLog(source.marketLog)));
            facts.issues(markets.issues());
        } else if (source.trades != null) {
            facts.market(Finding.ok(markets.ofTrades(trades)));
        }
        return facts.build();
    }

    private List<Counted> counted(Collection<Trade> rows) {
        Function<Trade, @Nullable DataCheck> ofRow = trade -> {
            if (trade.executedAt() == null) {
                return DataCheck.TRADES_EXECUTED_AT;
            }
            return isFuture(trade.executedAt(), at) ? DataCheck.TRADES_FUTURE : null;
        };
        CheckedRows<Trade> checked = CheckedRows.of(rows, at, ROW_CHECKS, Trade::executedAt, ofRow);
        facts.issues(checked.issues());
        facts.issues(new InMemoryLeftOut<>(rows, at, Trade::executedAt, ofRow)
                .byBirth(RowAxis.TRADES)
                .shares());
        facts.issues(measuresLeftOut(checked.clean()));
        List<Counted> counted = new ArrayList<>();
        Map<DataCheck, Long> failed = new EnumMap<>(DataCheck.class);
        for (Trade trade : checked.clean()) {
            Instant executedAt = trade.executedAt();
            if (executedAt != null && executedAt.isBefore(at.instant())) {
                DataCheck check = check(trade);
                if (check != null) {
                    failed.merge(check, 1L, Long::sum);
                }
                counted.add(withoutDirt(trade, executedAt, check));
            }
        }
        facts.issues(DataCheck.issues(MONEY_CHECKS, failed));
        return counted;
    }

    /** Of trades that stay, the amounts and the profits that do not. */
    private DataIssues measuresLeftOut(List<Trade> trades) {
        List<Trade> withAmount = trades.stream()
                .filter(trade -> trade.amount() != null || trade.outcome() == Outcome.SUCCEEDED)
                .toList();
        List<Trade> closed =
                trades.stream().filter(trade -> trade.pnl() != null).toList();
        return new InMemoryLeftOut<>(withAmount, at, Trade::executedAt, InMemoryTrading::check)
                .byBirth(RowAxis.TRADE_AMOUNTS)
                .shares()
                .plus(new InMemoryLeftOut<>(
                                closed,
                                at,
                                Trade::executedAt,
                                trade -> InMemoryPayments.currency(trade.currency()) == null
                                        ? DataCheck.TRADES_CURRENCY
                                        : null)
                        .byBirth(RowAxis.TRADE_PROFITS)
                        .shares());
    }

    private static @Nullable DataCheck check(Trade trade) {
        boolean isMissing = trade.amount() == null && trade.outcome() == Outcome.SUCCEEDED;
        if (isMissing || (trade.amount() != null && trade.amount().signum() < 0)) {
            return DataCheck.TRADES_AMOUNT;
        }
        boolean isMoney = trade.amount() != null || trade.pnl() != null;
        return isMoney && InMemoryPayments.currency(trade.currency()) == null ? DataCheck.TRADES_CURRENCY : null;
    }

    private static Counted withoutDirt(Trade trade, Instant executedAt, @Nullable DataCheck check) {
        CurrencyUnit currency = InMemoryPayments.currency(trade.currency());
        boolean isAmount = currency != null && check != DataCheck.TRADES_AMOUNT;
        return new Counted(
                executedAt, trade, currency, isAmount ? trade.amount() : null, currency == null ? null : trade.pnl());
    }

    private TradeFacts tradeFacts(List<Counted> trades) {
        Map<Window, OutcomeCounts> outcomes = new EnumMap<>(Window.class);
        for (Window window : TradingDefinitions.SUCCESS.windows()) {
            OutcomeCounts counts = OutcomeCounts.NONE;
            for (Counted trade : within(at.range(window), trades)) {
                counts = counts.plus(trade.row().outcome(), 1);
            }
            outcomes.put(window, counts);
        }
        Breakdown byAutomation =
                Breakdown.of(source.automationCatalogue.known()).plusEach(trades, InMemoryTrading::automationType);
        Map<CurrencyUnit, Map<TimeRange, TradeVolume>> volumes = new HashMap<>();
        Map<CurrencyUnit, CurrencyProfit> profits = new HashMap<>();
        for (CurrencyUnit currency : currencies(trades)) {
            List<Counted> own = trades.stream()
                    .filter(trade -> currency.equals(trade.currency()))
                    .toList();
            volumes.put(currency, volumes(own));
            profits.put(currency, profit(currency, own));
        }
        ProfitFacts profit = new ProfitFacts(wins(trades), profits);
        return new TradeFacts(outcomes, byAutomation, volumes, Finding.ok(profit));
    }

    private static String automationType(Counted trade) {
        String type = trade.row().automationType();
        return type == null || type.isBlank() ? TradeFacts.MANUAL : type;
    }

    private Set<CurrencyUnit> currencies(List<Counted> trades) {
        Set<CurrencyUnit> currencies = new LinkedHashSet<>(source.currencies);
        for (Counted trade : trades) {
            if (trade.currency() != null) {
                currencies.add(trade.currency());
            }
        }
        return currencies;
    }

    private static List<Counted> within(TimeRange range, List<Counted> trades) {
        return trades.stream().filter(trade -> range.contains(trade.at())).toList();
    }

    private Map<TimeRange, TradeVolume> volumes(List<Counted> trades) {
        Map<TimeRange, TradeVolume> volumes = new HashMap<>();
        for (TimeRange range : TradingRanges.of(at)) {
            TradeVolume volume = TradeVolume.NONE;
            for (Counted trade : within(range, trades)) {
                volume = trade.succeeded() && trade.amount() != null
                        ? volume.plus(new TradeVolume(trade.amount(), 1))
                        : volume;
            }
            volumes.put(range, volume);
        }
        return volumes;
    }

    private Map<Window, WinCounts> wins(List<Counted> trades) {
        Map<Window, WinCounts> wins = new EnumMap<>(Window.class);
        for (Window window : TradingDefinitions.WIN.windows()) {
            WinCounts counts = WinCounts.NONE;
            for (Counted trade : within(at.range(window), trades)) {
                if (trade.pnl() != null) {
                    counts = counts.plus(
                            switch (trade.pnl().signum()) {
                                case 1 -> new WinCounts(1, 0, 0);
                                case -1 -> new WinCounts(0, 1, 0);
                                default -> new WinCounts(0, 0, 1);
                            });
                }
            }
            wins.put(window, counts);
        }
        return wins;
    }

    private CurrencyProfit profit(CurrencyUnit currency, List<Counted> trades) {
        Map<Window, ClosedTrades> closed = new EnumMap<>(Window.class);
        for (Window window : TradingDefinitions.PROFIT_FACTOR.windows()) {
            ClosedTrades sum = ClosedTrades.NONE;
            for (Counted trade : within(at.range(window), trades)) {
                BigDecimal pnl = trade.pnl();
                if (pnl != null) {
                    sum = sum.plus(new ClosedTrades(
                            pnl.max(BigDecimal.ZERO), pnl.negate().max(BigDecimal.ZERO), 1));
                }
            }
            closed.put(window, sum);
        }
        Optional<LocalDate> firstDay =
                trades.stream().map(trade -> CompleteDays.dayOf(trade.at(), at)).min(LocalDate::compareTo);
        return new CurrencyProfit(closed, daily(trades), firstDay, CurrencyProfit.capital(currency, source.capital));
    }

    private SortedMap<LocalDate, BigDecimal> daily(List<Counted> trades) {
        SortedMap<LocalDate, BigDecimal> daily = new TreeMap<>();
        for (Counted trade : trades) {
            LocalDate day = CompleteDays.dayOf(trade.at(), at);
            if (trade.pnl() != null && !day.isAfter(CompleteDays.last(at))) {
                daily.merge(day, trade.pnl(), BigDecimal::add);
            }
        }
        return daily;
    }
}
