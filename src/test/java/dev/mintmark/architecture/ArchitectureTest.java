package dev.mintmark.architecture;

import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The house: seven rooms, one direction. */
class ArchitectureTest {
    private static final String ROOT = "dev.mintmark";

    /** Room → the rooms it may import; {@code advice} has its place before it has its code. */
    private static final Map<String, Set<String>> MAY_IMPORT = Map.of(
            "jose", Set.of(),
            "keys", Set.of("jose"),
            "advice", Set.of("jose"),
            "tokens", Set.of("keys", "jose"),
            "desk", Set.of("tokens", "advice", "keys", "jose"),
            "http", Set.of("desk", "tokens", "advice", "keys", "jose"),
            "app", Set.of("http", "desk", "tokens", "advice", "keys", "jose"));

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    static Stream<String> rooms() {
        return MAY_IMPORT.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void aRoomImportsOnlyTheRoomsBelowIt(String room) {
        String[] forbidden = rooms().filter(other -> !other.equals(room))
                .filter(other -> !MAY_IMPORT.get(room).contains(other))
                .map(ArchitectureTest::inside)
                .toArray(String[]::new);
        if (forbidden.length > 0) {
            check(noClasses()
                    .that()
                    .resideInAPackage(inside(room))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(forbidden));
        }
    }

    @Test
    void everyClassLivesInARoom() {
        check(classes()
                .should()
                .resideInAnyPackage(rooms().map(ArchitectureTest::inside).toArray(String[]::new)));
    }

    @Test
    void onlyTheDoorsAndThePlanKnowTheFramework() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(inside("http"), inside("app"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta..",
                        "io.quarkus..",
                        "io.vertx..",
                        "io.micrometer..",
                        "io.opentelemetry..",
                        "org.jboss..",
                        "org.eclipse.microprofile.."));
    }

    @Test
    void onlyTheAlphabetAndTheCabinetTouchCryptography() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(inside("jose"), inside("keys"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "javax.crypto..",
                        "java.security..",
                        "org.jose4j..",
                        "io.smallrye.jwt..",
                        "org.bouncycastle.."));
    }

    @Test
    void nobodyReadsTheClockButTheClock() {
        for (Class<?> type : Set.of(
                Instant.class, LocalDate.class, LocalDateTime.class, OffsetDateTime.class, ZonedDateTime.class)) {
            check(noClasses().should().callMethod(type, "now"));
        }
        check(noClasses().should().callMethod(System.class, "currentTimeMillis"));
        check(noClasses().that().resideOutsideOfPackage(inside("app")).should().callMethod(Clock.class, "systemUTC"));
        check(noClasses().should().callMethod(Clock.class, "systemDefaultZone"));
    }

    @Test
    void namesSayWhatAThingIs() {
        check(noClasses()
                .should()
                .haveSimpleNameEndingWith("Service")
                .orShould()
                .haveNameMatching(".*(Manager|Helper|Utils?|Impl|Dto|DTO)(\\$.*)?")
                .orShould()
                .haveNameMatching(".*\\.(Abstract|Default|Base)[A-Z][a-z]+[A-Z].*"));
        check(classes()
                .that()
                .areAnnotatedWith("jakarta.ws.rs.Path")
                .should()
                .haveSimpleNameEndingWith("Resource")
                .andShould()
                .resideInAPackage(inside("http")));
        check(classes().that(nameMatching(".*Request")).should().resideInAPackage(inside("http")));
    }

    @Test
    void aRoomIsFound() {
        assertThat(HOUSE.stream().map(type -> type.getPackageName()).distinct())
                .contains("dev.mintmark.jose", "dev.mintmark.app")
                .hasSizeGreaterThanOrEqualTo(6);
    }

    private static String inside(String room) {
        return ROOT + "." + room + "..";
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(HOUSE);
    }
}
