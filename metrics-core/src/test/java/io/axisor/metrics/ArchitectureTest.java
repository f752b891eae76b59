package io.axisor.metrics;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.axisor.metrics.source.MetricsDataSource;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** The arrows of the design: front door → source → domains → definition → value, time. */
@AnalyzeClasses(packages = "io.axisor.metrics", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "io.axisor.metrics";

    private static final String[] DOMAINS = Stream.of("users", "revenue", "automation", "trading", "platform", "system")
            .map(domain -> ROOT + "." + domain + "..")
            .toArray(String[]::new);

    @ArchTest
    static final ArchRule arrowsPointFromTheFrontDoorDownToValueAndTime = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("refresh")
            .definedBy(ROOT + ".refresh")
            .layer("front door")
            .definedBy(ROOT)
            .layer("source")
            .definedBy(ROOT + ".source..")
            .layer("domains")
            .definedBy(DOMAINS)
            .layer("definition")
            .definedBy(ROOT + ".definition")
            .layer("value")
            .definedBy(ROOT + ".value")
            .layer("time")
            .definedBy(ROOT + ".time")
            .ensureAllClassesAreContainedInArchitecture()
            .whereLayer("refresh")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("front door")
            .mayOnlyBeAccessedByLayers("refresh")
            .whereLayer("source")
            .mayOnlyBeAccessedByLayers("front door")
            .whereLayer("domains")
            .mayOnlyBeAccessedByLayers("front door", "source")
            .whereLayer("time")
            .mayOnlyBeAccessedByLayers("refresh", "front door", "source", "domains", "definition", "value")
            .whereLayer("definition")
            .mayOnlyBeAccessedByLayers("refresh", "front door", "source", "domains")
            .whereLayer("value")
            .mayOnlyBeAccessedByLayers("refresh", "front door", "source", "domains", "definition");

    @ArchTest
    static void domainsDoNotKnowEachOther(JavaClasses classes) {
        for (String domain : DOMAINS) {
            String[] others =
                    Stream.of(DOMAINS).filter(other -> !other.equals(domain)).toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(domain)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .check(classes);
        }
    }

    @ArchTest
    static final ArchRule factsLiveWithTheirDomain =
            classes().that().haveSimpleNameEndingWith("Facts").should().resideInAnyPackage(DOMAINS);

    @ArchTest
    static final ArchRule formulasNeverSeeThePort = noClasses()
            .that()
            .resideInAnyPackage(DOMAINS)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + ".source..");

    @ArchTest
    static final ArchRule theRefresherReachesFactsOnlyThroughTheFrontDoor = noClasses()
            .that()
            .resideInAPackage(ROOT + ".refresh")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(MetricsDataSource.class);

    @ArchTest
    static final ArchRule theCoreStandsOnTheJdkAndALoggingApiAlone = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(ROOT + "..", "java..", "org.slf4j..", "org.jspecify.annotations..");

    @ArchTest
    static final ArchRule nothingSeesADatabaseOrARegistry = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "jakarta..", "io.micrometer..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("(" + ROOT + "..)").should().beFreeOfCycles();

    @ArchTest
    static void everyPackageSaysWhatBelongsInItAndIsNullMarked(JavaClasses classes) {
        Set<JavaPackage> packages = classes.getPackage(ROOT).getSubpackagesInTree();

        assertThat(packages).extracting(JavaPackage::getName).contains(ROOT + ".source.row", ROOT + ".time");
        assertThat(packages)
                .allSatisfy(room -> assertThat(room.isAnnotatedWith(NullMarked.class))
                        .as("%s has a package-info with @NullMarked", room.getName())
                        .isTrue());
        assertThat(classes.getPackage(ROOT).isAnnotatedWith(NullMarked.class)).isTrue();
    }
}
