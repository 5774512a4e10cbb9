package org.fenton.local;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The import table of docs/architecture.md, held over the compiled classes of every module. */
class ArchitectureTest {
    private static final String[] SERVICES = {
        "core", "documents", "learning", "http", "catalog", "model", "gateway", "rescoring"
    };
    private static final Map<String, JavaClasses> MODULES =
            Stream.of(SERVICES).collect(Collectors.toMap(Function.identity(), name -> read(Path.of("services", name))));
    private static final JavaClasses LAUNCHER = read(Path.of("deploy/local"));

    /** What gives another result, or another order, on another day or machine. */
    private static final Set<String> UNREPEATABLE = Set.of(
            "java.lang.Math.random",
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.util.UUID.randomUUID",
            "java.util.concurrent.ThreadLocalRandom.current");

    private static JavaClasses read(Path module) {
        Path compiled = Clone.ROOT.resolve(module).resolve("target/classes");
        JavaClasses imported = new ClassFileImporter().importPath(compiled);
        assertFalse(imported.isEmpty(), compiled + " holds no classes: build the module first");
        return imported;
    }

    @Test
    void coreUsesTheJdkOnly() {
        classes()
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java.lang..",
                        "java.math..",
                        "java.util..",
                        "java.io..",
                        "java.nio.charset..",
                        "java.text..",
                        "java.security..",
                        "org.jspecify..",
                        "org.fenton.core.."))
                .check(MODULES.get("core"));
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.logging..")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(System.class, "getProperty", String.class)
                .check(MODULES.get("core"));
    }

    @Test
    void documentsAddsJacksonToCore() {
        classes()
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "org.fenton.core..",
                        "org.fenton.documents..",
                        "com.fasterxml.jackson..",
                        // of the one reader of Phenopackets
                        "org.phenopackets..",
                        "com.google.protobuf.."))
                .check(MODULES.get("documents"));
    }

    static Stream<Arguments> bans() {
        return Stream.of(
                banned(
                        "learning",
                        "io.quarkus..",
                        "jakarta..",
                        "org.apache.spark..",
                        "org.fenton.http..",
                        "org.fenton.catalog..",
                        "org.fenton.model..",
                        "org.fenton.gateway..",
                        "org.fenton.rescoring.."),
                banned(
                        "http",
                        "org.fenton.core..",
                        "org.fenton.documents..",
                        "org.fenton.learning..",
                        "org.fenton.catalog..",
                        "org.fenton.model..",
                        "org.fenton.gateway..",
                        "org.fenton.rescoring.."),
                banned(
                        "catalog",
                        "org.tribuo..",
                        "org.apache.spark..",
                        "org.fenton.learning..",
                        "org.fenton.model..",
                        "org.fenton.gateway..",
                        "org.fenton.rescoring.."),
                banned(
                        "model",
                        "jakarta.persistence..",
                        "org.hibernate.orm..",
                        "io.quarkus.hibernate..",
                        "java.sql..",
                        "org.apache.spark..",
                        "org.fenton.catalog..",
                        "org.fenton.gateway..",
                        "org.fenton.rescoring.."),
                banned(
                        "gateway",
                        "org.tribuo..",
                        "org.apache.spark..",
                        "org.fenton.learning..",
                        "org.fenton.catalog..",
                        "org.fenton.model..",
                        "org.fenton.rescoring.."),
                banned(
                        "rescoring",
                        "io.quarkus..",
                        "jakarta.ws.rs..",
                        "jakarta.persistence..",
                        "java.sql..",
                        "javax.sql..",
                        "org.postgresql..",
                        "org.fenton.http..",
                        "org.fenton.catalog..",
                        "org.fenton.model..",
                        "org.fenton.gateway.."));
    }

    private static Arguments banned(String module, String... packages) {
        return Arguments.of(module, packages);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bans")
    void moduleKeepsItsWalls(String module, String[] packages) {
        noClasses().should().dependOnClassesThat(resideInAnyPackage(packages)).check(MODULES.get(module));
    }

    @Test
    void launcherRunsJarsAndUsesNoneOfTheirClasses() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.fenton..")
                        .and(DescribedPredicate.not(resideInAnyPackage("org.fenton.local.."))))
                .check(LAUNCHER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"core", "learning"})
    void scienceReadsNoClockAndNoUnseededChance(String module) {
        noClasses()
                .should()
                .accessTargetWhere(
                        DescribedPredicate.describe("the result is not repeatable", ArchitectureTest::unrepeatable))
                .check(allButCommandLinesAndBenchmarks(module));
    }

    /** A command line may say how long it took, and a benchmark measures nothing else. */
    private static JavaClasses allButCommandLinesAndBenchmarks(String module) {
        return MODULES.get(module)
                .that(DescribedPredicate.not(resideInAnyPackage("org.fenton.learning.cli..")))
                .that(DescribedPredicate.describe(
                        "are no benchmark", type -> !type.getSimpleName().startsWith("Bench")));
    }

    private static boolean unrepeatable(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getTarget().getName();
        boolean clock = owner.startsWith("java.time.") && (name.equals("now") || name.startsWith("system"));
        boolean unseeded = owner.equals("java.util.Random")
                && name.equals("<init>")
                && access.getTarget().getFullName().endsWith("()");
        return clock || unseeded || UNREPEATABLE.contains(owner + "." + name);
    }

    @Test
    void coreHasNoMutableStatics() {
        fields().that().areStatic().should().beFinal().check(MODULES.get("core"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"core", "documents", "learning", "catalog", "model", "gateway", "rescoring"})
    void packagesOfAModuleHaveNoCycles(String module) {
        slices().matching("org.fenton." + module + ".(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(MODULES.get(module));
    }

    @Test
    void packagesOfTheLauncherHaveNoCycles() {
        slices().matching("org.fenton.local.(*)..").should().beFreeOfCycles().check(LAUNCHER);
    }

    /** Pages show what the use cases answer: one score everywhere. */
    @Test
    void pagesRankNothingThemselvesAndNobodyNeedsThem() {
        JavaClasses gateway = MODULES.get("gateway");
        noClasses()
                .that()
                .resideInAPackage("org.fenton.gateway.workbench..")
                .should()
                .callMethodWhere(
                        target(owner(name("org.fenton.core.ranking.Ranker"))).and(target(name("rank"))))
                .check(gateway);
        noClasses()
                .that()
                .resideOutsideOfPackage("org.fenton.gateway.workbench..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.fenton.gateway.workbench..")
                .check(gateway);
    }

    @Test
    void namesSayWhatAClassIs() {
        for (JavaClasses module : MODULES.values()) {
            noClasses()
                    .that()
                    .resideInAPackage("org.fenton..")
                    .should()
                    .haveNameMatching(".*(Impl|Manager|Helper|Utils?)$|.*\\.Abstract[A-Z]\\w*$")
                    .check(module);
        }
    }
}
