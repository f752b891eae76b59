package io.axisor.metrics.jdbc.internal.sql;

import io.axisor.metrics.jdbc.internal.dialect.Param;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * A SELECT of a host's own with parameters by name, such as {@code :from}, read once. Names in string literals, quoted
 * identifiers and comments are none, nor is what follows a cast's {@code ::}. Immutable.
 */
public final class NamedSql {

    private static final String QUESTION_MARK =
            "'?' is no parameter here; name it :from, :to or :at, and write operators of jsonb with ?? for each ?";

    /** The pieces of text around the parameters: one more than there are parameters. */
    private final List<String> texts;

    private final List<String> names;
    private final List<String> faults;

    private NamedSql(List<String> texts, List<String> names, List<String> faults) {
        this.texts = List.copyOf(texts);
        this.names = List.copyOf(names);
        this.faults = List.copyOf(faults);
    }

    /** Reads text; what is wrong with it is in {@link #faults()}. */
    public static NamedSql parse(String sql) {
        return new Parser(sql).parse();
    }

    /** Whether drivers would look for a value to put into the text, which has none. */
    public static boolean hasQuestionMark(String sql) {
        return parse(sql).faults.contains(QUESTION_MARK);
    }

    /** What keeps the text from being one SELECT with named parameters. */
    public List<String> faults() {
        return faults;
    }

    /** The names of the parameters, each once. */
    public Set<String> names() {
        return new TreeSet<>(names);
    }

    /** The names of the parameters, in the order of their places. */
    public List<String> places() {
        return names;
    }

    /** The statement with a value for each name. */
    public Sql bind(Map<String, Param> values) {
        List<Object> parts = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            parts.add(texts.get(i));
            parts.add(Objects.requireNonNull(values.get(names.get(i)), names.get(i)));
        }
        parts.add(texts.get(names.size()));
        return Sql.of(parts.toArray());
    }

    /** The text as it was given. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(texts.get(0));
        for (int i = 0; i < names.size(); i++) {
            text.append(':').append(names.get(i)).append(texts.get(i + 1));
        }
        return text.toString();
    }

    /** Goes through the text once, from piece to piece; each {@code skip…} stands at the piece's first character. */
    private static final class Parser {

        private static final Set<String> BEGINNINGS = Set.of("SELECT", "WITH");

        private final String sql;
        private final List<String> texts = new ArrayList<>();
        private final List<String> names = new ArrayList<>();
        private final Set<String> faults = new TreeSet<>();
        private int textBegin;
        private int place;
        private boolean begun;

        Parser(String sql) {
            this.sql = sql;
        }

        NamedSql parse() {
            while (place < sql.length()) {
                step(sql.charAt(place));
            }
            texts.add(sql.substring(textBegin));
            if (!begun) {
                faults.add("the SELECT is missing");
            }
            return new NamedSql(texts, names, new ArrayList<>(faults));
        }

        private void step(char first) {
            switch (first) {
                case '\'' -> skipQuoted('\'');
                case '"' -> skipQuoted('"');
                case '`' -> skipQuoted('`');
                case '-' -> skipLineComment();
                case '/' -> skipComment();
                case '$' -> skipDollarQuoted();
                case ':' -> takeName();
                case '?' -> skipEscapedQuestionMark();
                case ';' -> refuse("only one statement, without ';'");
                default -> skipWord();
            }
        }

        /** Drivers send two as one, which is an operator of PostgreSQL's jsonb. */
        private void skipEscapedQuestionMark() {
            if (sql.startsWith("??", place)) {
                place += 2;
            } else {
                refuse(QUESTION_MARK);
            }
        }

        private void refuse(String fault) {
            faults.add(fault);
            place++;
        }

        /** A doubled quote is one within, and needs no care: it ends one piece and begins the next. */
        private void skipQuoted(char quote) {
            skipPast(String.valueOf(quote), place + 1, "a " + quote + " is not closed");
        }

        private void skipPast(String end, int from, String whenMissing) {
            int found = sql.indexOf(end, from);
            if (found < 0) {
                faults.add(whenMissing);
            }
            place = found < 0 ? sql.length() : found + end.length();
        }

        private void skipLineComment() {
            if (!sql.startsWith("--", place)) {
                place++;
                return;
            }
            int end = sql.indexOf('\n', place);
            place = end < 0 ? sql.length() : end + 1;
        }

        /** Comments nest, as in the standard. */
        private void skipComment() {
            if (!sql.startsWith("/*", place)) {
                place++;
                return;
            }
            int depth = 0;
            do {
                if (sql.startsWith("/*", place)) {
                    depth++;
                    place += 2;
                } else if (sql.startsWith("*/", place)) {
                    depth--;
                    place += 2;
                } else {
                    place++;
                }
            } while (depth > 0 && place < sql.length());
            if (depth > 0) {
                faults.add("a /* is not closed");
            }
        }

        /** PostgreSQL's and H2's {@code $$text$$} and {@code $tag$text$tag$}. */
        private void skipDollarQuoted() {
            int end = endOfWord(place + 1, false);
            boolean isQuote = end < sql.length() && sql.charAt(end) == '$' && !isDigit(place + 1);
            if (isQuote) {
                String quote = sql.substring(place, end + 1);
                skipPast(quote, end + 1, "a " + quote + " is not closed");
            } else {
                place++;
            }
        }

        private void takeName() {
            if (sql.startsWith("::", place)) {
                place += 2;
                return;
            }
            int end = endOfWord(place + 1, false);
            if (end == place + 1 || isDigit(place + 1)) { // a slice of an array, an assignment
                place++;
                return;
            }
            texts.add(sql.substring(textBegin, place));
            names.add(sql.substring(place + 1, end));
            textBegin = end;
            place = end;
        }

        /** Words as a whole, since they may hold a {@code $}, and one that is E makes backslashes escape. */
        private void skipWord() {
            int end = endOfWord(place, true);
            if (end == place) {
                place++;
                return;
            }
            String word = sql.substring(place, end);
            if (!begun && BEGINNINGS.stream().noneMatch(word::equalsIgnoreCase)) {
                faults.add("it must be a SELECT, not begin with '" + word + "'");
            }
            begun = true;
            place = end;
            if (word.equalsIgnoreCase("E") && sql.startsWith("'", place)) {
                skipEscaped();
            }
        }

        private void skipEscaped() {
            int end = place + 1;
            while (end < sql.length() && (sql.charAt(end) != '\'' || sql.startsWith("''", end))) {
                boolean isPair = sql.charAt(end) == '\\' || sql.charAt(end) == '\'';
                end += isPair ? 2 : 1;
            }
            if (end >= sql.length()) {
                faults.add("a ' is not closed");
            }
            place = Math.min(end + 1, sql.length());
        }

        private int endOfWord(int from, boolean withDollars) {
            int end = from;
            while (end < sql.length() && isOfWord(sql.charAt(end), withDollars)) {
                end++;
            }
            return end;
        }

        private static boolean isOfWord(char c, boolean withDollars) {
            return Character.isLetterOrDigit(c) || Character.isSurrogate(c) || c == '_' || (withDollars && c == '$');
        }

        private boolean isDigit(int index) {
            return index < sql.length() && Character.isDigit(sql.charAt(index));
        }
    }
}
