package io.axisor.metrics.micrometer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.axisor.metrics.system.HttpRequestSource;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private final JavaClasses ours = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.axisor.metrics.micrometer");

    @Test
    void thereAreClassesToLookAt() {
        assertThat(ours.contain(BusinessMetricsBinder.class)).isTrue();
        assertThat(ours.contain(ArchitectureTest.class)).isFalse();
    }

    @Test
    void theBinderStandsOnTheCoreAndOnMicrometerAlone() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.axisor.metrics..",
                        "io.micrometer.core.instrument..",
                        "org.slf4j..",
                        "org.jspecify..",
                        "java..")
                .check(ours);
    }

    @Test
    void theBinderKnowsNoOtherAdapterAndNoDatabase() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.axisor.metrics.jdbc..", "java.sql..", "javax.sql..")
                .check(ours);
    }

    @Test
    void theBinderEnumeratesNoMetricsByHandButThoseOfTheAxisorDashboards() {
        noClasses()
                .that()
                .areNotAssignableTo(HttpRequestSource.class)
                .and()
                .areNotAssignableTo(AxisorLayout.class)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.axisor.metrics.users..",
                        "io.axisor.metrics.revenue..",
                        "io.axisor.metrics.automation..",
                        "io.axisor.metrics.trading..",
                        "io.axisor.metrics.platform..",
                        "io.axisor.metrics.source..")
                .check(ours);
    }

    @Test
    void whatReadsTheRegistryKnowsNothingOfWhatShowsInIt() {
        noClasses()
                .that()
                .haveSimpleNameContaining("Request")
                .should()
                .dependOnClassesThat()
                .haveSimpleNameStartingWith("Series")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(BusinessMetricsBinder.class)
                .check(ours);
    }
}
