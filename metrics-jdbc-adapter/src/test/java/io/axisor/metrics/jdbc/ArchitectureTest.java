package io.axisor.metrics.jdbc;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.axisor.metrics.source.MetricsDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.net.URL;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** The adapter stands on the core and on JDBC alone; the core does not know it. */
@AnalyzeClasses(packages = "io.axisor.metrics.jdbc", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "io.axisor.metrics.jdbc";
    private static final String INTERNAL = ROOT + ".internal..";
    private static final String INSIDE = ROOT + ".internal.";

    @ArchTest
    static final ArchRule theAdapterStandsOnTheCoreAndJdbcAlone = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.axisor.metrics..", "java..", "javax.sql..", "org.slf4j..", "org.jspecify.annotations..");

    @ArchTest
    static final ArchRule noOtherAdapterIsKnown = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.axisor.metrics.micrometer..", "io.axisor.metrics.refresh..");

    @ArchTest
    static final ArchRule theInsideDoesNotKnowTheOutside = noClasses()
            .that()
            .resideInAPackage(INTERNAL)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT);

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("(" + ROOT + "..)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule noRowIsReadByAnInstantOfTheJvmsZone = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.sql.Timestamp")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Date")
            .orShould()
            .callMethod(java.time.ZoneId.class, "systemDefault");

    @ArchTest
    static void nothingInternalShowsInTheInterface(JavaClasses classes) {
        Stream<JavaClass> exposed = classes.stream()
                .filter(type -> type.getPackageName().equals(ROOT))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC)
                        && method.getOwner().getModifiers().contains(JavaModifier.PUBLIC))
                .flatMap(method ->
                        Stream.concat(Stream.of(method.getRawReturnType()), method.getRawParameterTypes().stream()));

        assertThat(exposed.map(JavaClass::getPackageName).distinct())
                .contains(ROOT)
                .noneMatch(name -> name.startsWith(ROOT + ".internal"));
    }

    @ArchTest
    static void everyPackageIsNullMarked(JavaClasses classes) {
        assertThat(packages(classes))
                .contains(ROOT)
                .allMatch(name -> classes.getPackage(name).isAnnotatedWith(NullMarked.class));
    }

    @ArchTest
    static final ArchRule roomsStandOnThoseBelow = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("dialect")
            .definedBy(INSIDE + "dialect")
            .layer("spec")
            .definedBy(INSIDE + "spec")
            .layer("sql")
            .definedBy(INSIDE + "sql")
            .layer("session")
            .definedBy(INSIDE + "session")
            .layer("resolve")
            .definedBy(INSIDE + "resolve")
            .layer("render")
            .definedBy(INSIDE + "render")
            .layer("statement")
            .definedBy(INSIDE + "statement")
            .layer("custom")
            .definedBy(INSIDE + "custom")
            .whereLayer("dialect")
            .mayNotAccessAnyLayer()
            .whereLayer("spec")
            .mayOnlyAccessLayers("dialect")
            .whereLayer("sql")
            .mayOnlyAccessLayers("dialect")
            .whereLayer("session")
            .mayOnlyAccessLayers("dialect", "sql")
            .whereLayer("resolve")
            .mayOnlyAccessLayers("dialect", "spec", "sql", "session")
            .whereLayer("render")
            .mayOnlyAccessLayers("dialect", "spec", "sql", "session", "resolve")
            .whereLayer("statement")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("custom")
            .mayOnlyAccessLayers("dialect", "sql", "session");

    @ArchTest
    static void noRoomIsAHall(JavaClasses classes) {
        assertThat(packages(classes))
                .allSatisfy(name -> assertThat(classes.stream()
                                .filter(type -> type.getPackageName().equals(name) && type.isTopLevelClass())
                                .count())
                        .as(name)
                        .isLessThanOrEqualTo(40));
    }

    private static Set<String> packages(JavaClasses classes) {
        return classes.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
    }

    @ArchTest
    static void theCoreDoesNotKnowTheAdapter(JavaClasses adapter) {
        URL core = MetricsDataSource.class.getProtectionDomain().getCodeSource().getLocation();
        JavaClasses classes = new ClassFileImporter().importUrl(core);

        assertThat(classes).hasSizeGreaterThan(50).doesNotContainAnyElementsOf(adapter);
        noClasses().should().dependOnClassesThat().resideInAPackage(ROOT + "..").check(classes);
    }

    @ArchTest
    static void theModuleExportsTheMappingButNotItsInside(JavaClasses adapter) throws IOException {
        URL classes = JdbcMetricsDataSource.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation();
        try (InputStream compiled = new URL(classes, "module-info.class").openStream()) {
            ModuleDescriptor module = ModuleDescriptor.read(compiled);

            assertThat(module.exports())
                    .extracting(ModuleDescriptor.Exports::source, ModuleDescriptor.Exports::targets)
                    .containsExactlyInAnyOrder(
                            tuple(ROOT, Set.of()), tuple(ROOT + ".internal.spec", Set.of(ROOT + ".jpa")));
            assertThat(module.requires())
                    .extracting(ModuleDescriptor.Requires::name)
                    .containsExactlyInAnyOrder(
                            "java.base", "io.axisor.metrics", "java.sql", "org.slf4j", "org.jspecify");
        }
    }
}
