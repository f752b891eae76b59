package io.axisor.metrics.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javax.sql.DataSource;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Databases that fold case as a whole; types that do are among the odd values. */
class CollationsIT {

    @Nested
    class H2IgnoringCase extends OddTexts {
        H2IgnoringCase() {
            super(new H2Engine("ignoring;IGNORECASE=TRUE"));
        }
    }

    @Nested
    class DuckDbOfAWeakCollation extends OddTexts {
        DuckDbOfAWeakCollation() {
            super(new DuckDbEngine("SET GLOBAL default_collation = 'nocase'"));
        }
    }

    /** Nothing in H2 and Derby undoes the collation of a database. */
    @ParameterizedTest
    @CsvSource({"PRIMARY, true", "SECONDARY, true", "TERTIARY, false"})
    void aDatabaseThatFoldsCaseIsWarnedOf(String strength, boolean folds) {
        for (Engine engine :
                List.of(new DerbyOf(strength), new H2Engine(strength + ";COLLATION=ENGLISH STRENGTH " + strength))) {
            engine.run("CREATE TABLE words (nr INTEGER NOT NULL PRIMARY KEY, plan VARCHAR(9), born DATE)");
            MetricsSchema schema = MetricsSchema.builder()
                    .users(u -> u.table("words").id("nr").plan("plan").createdAt("born"))
                    .build();

            List<String> warnings = JdbcMetricsDataSource.of(engine.dataSource(), schema)
                    .verify()
                    .warnings();

            assertThat(warnings.stream().filter(warning -> warning.contains("differs in case")))
                    .as("%s", engine)
                    .hasSize(folds ? 1 : 0);
        }
    }

    private static final class DerbyOf extends Engine {

        private final String strength;

        DerbyOf(String strength) {
            super("Apache Derby, " + strength);
            this.strength = strength;
        }

        @Override
        DataSource start() {
            System.setProperty("derby.stream.error.file", "target/derby.log");
            EmbeddedDataSource dataSource = new EmbeddedDataSource();
            dataSource.setDatabaseName("memory:" + strength);
            dataSource.setConnectionAttributes("create=true;territory=en_US;collation=TERRITORY_BASED:" + strength);
            return dataSource;
        }
    }
}
