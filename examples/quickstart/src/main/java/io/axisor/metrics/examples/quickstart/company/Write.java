package io.axisor.metrics.examples.quickstart.company;

/**
 * What the company's own application writes. In the order in which a batch of them is executed: rows before the changes of
 * rows.
 */
enum Write {
    ACCOUNT("INSERT INTO %s.accounts (account_no, opened_at, plan) VALUES (?, ?, ?)"),
    LOGIN("INSERT INTO %s.logins (account_no, seen_at) VALUES (?, ?)"),
    MEMBERSHIP("INSERT INTO %s.memberships (id, account_no, plan, price, currency, billed, state, begun_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
    CHARGE("INSERT INTO %s.charges (id, account_no, amount, currency, state, created_at, paid_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)"),
    PLAN_CHANGE("INSERT INTO %s.plan_changes (account_no, from_plan, to_plan, changed_at) VALUES (?, ?, ?, ?)"),
    ANSWER("INSERT INTO %s.answers (question, score, answered_at) VALUES (?, ?, ?)"),
    ACCOUNT_PLAN("UPDATE %s.accounts SET plan = ? WHERE account_no = ?"),
    ACCOUNT_CLOSED("UPDATE %s.accounts SET closed_at = ? WHERE account_no = ?"),
    MEMBERSHIP_STATE("UPDATE %s.memberships SET state = ? WHERE id = ?"),
    MEMBERSHIP_ENDED("UPDATE %s.memberships SET state = 'cancelled', ended_at = ? WHERE id = ?"),
    CHARGE_PAID("UPDATE %s.charges SET state = 'paid', paid_at = ? WHERE id = ?"),
    CHARGE_REFUNDED("UPDATE %s.charges SET state = 'refunded' WHERE id = ?");

    private final String template;

    Write(String template) {
        this.template = template;
    }

    String sql(String schema) {
        return template.formatted(schema);
    }
}
