package io.axisor.metrics.jdbc.internal.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table's name as the host writes it, in parts.
 *
 * @param catalog the catalog, where given
 * @param schema the schema, where given
 * @param table the table
 */
record TableName(Optional<String> catalog, Optional<String> schema, String table) {

    /** Splits at dots outside of double quotes, and takes the quotes off; a doubled quote between quotes is one. */
    static TableName parse(String written) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c == '"' && quoted && written.startsWith("\"\"", i)) {
                part.append(c);
                i++;
            } else if (c == '"' && (quoted || part.isEmpty())) {
                quoted = !quoted;
            } else if (c == '.' && !quoted) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString());
        int last = parts.size() - 1;
        return new TableName(
                last > 1 ? Optional.of(parts.get(last - 2)) : Optional.empty(),
                last > 0 ? Optional.of(parts.get(last - 1)) : Optional.empty(),
                parts.get(last));
    }
}
