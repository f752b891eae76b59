package io.axisor.metrics.jdbc.jpa.shop;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.LocalDateTime;

/** A small shop: three accounts, what they pay, subscribe, do and answer. */
public final class Shop {

    private Shop() {}

    /** Persists it. */
    public static void persist(EntityManager manager) {
        Company company = new Company();
        company.contract = Plan.GOLD;
        manager.persist(company);
        Account anna = account(manager, Plan.PRO, "Berlin", null, true);
        anna.organization = company;
        anna.address.postalCode = "D-10115";
        Account ben = account(manager, Plan.FREE, "Berlin", anna, true);
        Account cleo = account(manager, Plan.FREE, "Lisbon", ben, false);
        payment(manager, anna, "30", PaymentState.PAID);
        payment(manager, ben, "5.50", PaymentState.PAID);
        payment(manager, cleo, "7", PaymentState.DECLINED);
        contract(manager, new Contract.Subscription(), anna, Plan.PRO, "10");
        contract(manager, new Contract.Premium(), ben, Plan.GOLD, "20");
        contract(manager, new Contract.Trial(), cleo, null, "99");
        login(manager, anna);
        login(manager, ben);
        Happening elsewhere = new Happening();
        elsewhere.happenedAt = LocalDateTime.parse("2026-04-14T08:00:00");
        manager.persist(elsewhere);
        answer(manager, Question.RECOMMEND, 10);
        answer(manager, Question.SATISFIED, 1);
    }

    private static Account account(EntityManager manager, Plan plan, String city, Account invitedBy, boolean verified) {
        Account account = new Account();
        account.createdAt = LocalDateTime.parse("2026-02-01T12:00:00");
        account.planX = plan;
        account.address = new Address();
        account.address.city = city;
        account.invitedBy = invitedBy;
        account.isVerified = verified;
        manager.persist(account);
        return account;
    }

    private static void payment(EntityManager manager, Account owner, String amount, PaymentState state) {
        Payment payment = new Payment();
        payment.owner = owner;
        payment.amount = new BigDecimal(amount);
        payment.currency = "EUR";
        payment.state = state;
        payment.createdAt = LocalDateTime.parse("2026-04-10T12:00:00");
        manager.persist(payment);
    }

    private static void contract(EntityManager manager, Contract contract, Account owner, Plan tier, String price) {
        contract.owner = owner;
        contract.price = new BigDecimal(price);
        contract.startedAt = LocalDateTime.parse("2026-03-01T00:00:00");
        if (contract instanceof Contract.Subscription subscription) {
            subscription.tier = tier;
        }
        manager.persist(contract);
    }

    private static void login(EntityManager manager, Account who) {
        Happening.Login login = new Happening.Login();
        login.who = who;
        login.happenedAt = LocalDateTime.parse("2026-04-14T08:00:00");
        manager.persist(login);
    }

    private static void answer(EntityManager manager, Question question, int score) {
        Answer answer = new Answer();
        answer.question = question;
        answer.score = score;
        answer.answeredAt = LocalDateTime.parse("2026-04-01T08:00:00");
        manager.persist(answer);
    }
}
