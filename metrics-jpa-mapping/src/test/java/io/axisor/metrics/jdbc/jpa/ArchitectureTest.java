package io.axisor.metrics.jdbc.jpa;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The mapping by entities makes a mapping by tables of it, and asks no database. */
@AnalyzeClasses(packages = "io.axisor.metrics.jdbc.jpa", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule itKnowsTheMappingAndNoProvider = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.axisor.metrics.jdbc.jpa",
                    "io.axisor.metrics.jdbc",
                    "io.axisor.metrics.jdbc.internal.spec",
                    "java..",
                    "jakarta.persistence..",
                    "org.jspecify.annotations..");

    @ArchTest
    static final ArchRule itAsksNoDatabase = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.sql.Connection")
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("javax.sql..");
}
