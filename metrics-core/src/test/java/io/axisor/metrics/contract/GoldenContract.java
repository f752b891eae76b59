package io.axisor.metrics.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.source.MetricsDataSource;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a source measures of twenty companies is what the golden files hold: value, status, reason, numerator, denominator and
 * flags of every measurement, at twelve instants and in three zones. The contract says what is right, these files what was
 * measured before. They lie in this repository, not in the jar.
 */
public abstract class GoldenContract {

    private static final int SHOWN = 100;

    /** For subclasses. */
    protected GoldenContract() {}

    /**
     * Loads a company in place of the one before.
     *
     * @param company rows and mapping
     * @return the source
     * @throws Exception whatever the store throws; it fails the test
     */
    protected abstract MetricsDataSource load(Company company) throws Exception;

    /**
     * The instants to measure a company at.
     *
     * @param company the company
     * @return by default all twelve
     */
    protected List<Instant> instants(GoldenCompany company) {
        return GoldenCompany.INSTANTS;
    }

    /**
     * A reason in the words of the source in memory, which wrote the files.
     *
     * @param outcome what was measured, with its reason
     * @return by default the same
     */
    protected String asInMemory(String outcome) {
        return outcome;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.axisor.metrics.contract.GoldenCompany#all")
    final void measuresWhatTheGoldenFileHolds(GoldenCompany company) throws Exception {
        GoldenFile measured =
                company.measured(load(company.company()), instants(company)).withOutcomes(this::asInMemory);

        List<String> differences = measured.differencesFrom(company.file());
        assertThat(differences.stream().limit(SHOWN).toList())
                .as(
                        "%d outcomes of %s differ from %s. If they are meant to, write the files anew and list the"
                                + " change in CHANGES.md beside them, as CONTRIBUTING.md says",
                        differences.size(), company, company.file())
                .isEmpty();
    }
}
