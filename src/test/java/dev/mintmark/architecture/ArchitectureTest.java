package dev.mintmark.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.mintmark.jose.TokenReading;
import dev.mintmark.paste.PastedText;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Which package may import which. A package that is not listed here fails the test. */
class ArchitectureTest {
    private static final String ROOT = "dev.mintmark";

    /**
     * Package → the packages it may import; {@code x.*} stands for {@code x} and its sub-packages. The graph has no cycle,
     * which a test checks; {@code app} may import every package, and no package imports it.
     */
    private static final Map<String, Set<String>> MAY_IMPORT = graph("""
            jose.json       ->
            jose            -> jose.json
            kinds           -> jose.*
            paste           -> jose.*
            keys            -> jose.*
            smallrye        -> jose.*
            tokens          -> kinds jose.*
            tokens.mint     -> tokens jose.*
            tokens.verify   -> tokens kinds paste jose.*
            tokens.refresh  -> tokens tokens.mint tokens.verify jose.*
            tokens.revoke   -> tokens tokens.mint tokens.verify tokens.refresh jose.*
            issuer          -> tokens tokens.mint keys
            advice.text     -> jose.*
            advice.secrets  -> advice.text jose.*
            advice.glossary -> advice.text kinds jose.*
            advice          -> advice.secrets advice.text kinds paste jose.*
            advice.rules    -> advice advice.secrets advice.text kinds paste jose.*
            service.request -> jose.*
            service.body    -> jose.*
            draft.preset    -> jose.*
            draft           -> draft.preset jose.*
            outgoing        ->
            draft.model     -> draft outgoing jose.*
            service.summary -> advice advice.text kinds tokens.* jose.*
            service.read    -> drills issuer service.request advice tokens.* kinds paste keys jose.*
            service         -> drills.* draft.* issuer service.request service.read service.summary advice advice.glossary \
                               tokens.* kinds paste keys jose.*
            service.response -> service service.summary advice advice.glossary kinds tokens.* jose.*
            service.batch   -> issuer service service.request service.read tokens.* keys jose.*
            drills          -> tokens keys jose.*
            drills.generate -> drills keys jose.*
            drills.run      -> drills outgoing jose.*
            assembly        -> oauth.* drills.* service service.batch issuer advice advice.rules advice.glossary advice.secrets \
                               tokens.* keys jose.*
            mcp.tool        -> drills issuer service service.body service.request service.read service.summary draft advice \
                               advice.glossary advice.text tokens.* kinds keys jose.*
            mcp             -> mcp.tool issuer service advice advice.glossary keys jose.*
            http.mcp        -> http.wire http.problem http.limit http.guard mcp.* oauth tokens jose.*
            cli             -> drills.run mcp assembly service service.body service.response service.request service.read \
                               issuer advice advice.glossary tokens.* keys kinds paste jose.*
            http            ->
            http.problem    -> service.body service.read tokens.* keys jose.*
            http.limit      -> http.problem
            http.guard      -> http.problem keys jose.*
            http.wire       -> http.problem service service.body service.response service.request service.read \
                               advice advice.glossary tokens.* jose.*
            http.token      -> http.wire http.problem http.limit http.guard service service.response \
                               service.request service.read advice tokens.* kinds jose.*
            http.batch      -> http.wire http.problem http.limit http.guard service service.response \
                               service.request service.read service.batch tokens.* jose.*
            http.key        -> issuer http.wire http.problem http.limit http.guard service.read tokens.* keys jose.*
            http.advisory   -> http.wire http.problem http.limit http.guard service service.response service.request \
                               advice advice.glossary kinds jose.*
            http.drill      -> http.wire http.problem http.limit http.guard drills service service.request oauth jose.*
            http.draft      -> http.wire http.guard draft service service.request service.response service.summary jose.*
            http.preset     -> http.wire http.problem draft.preset service service.request jose.*
            oauth           -> issuer tokens.* keys jose.*
            oauth.config    -> oauth drills tokens.* jose.*
            oauth.ticket    -> oauth drills tokens tokens.verify jose.*
            oauth.client    -> oauth oauth.config tokens.* jose.*
            oauth.grant     -> oauth oauth.config oauth.client oauth.ticket drills issuer tokens.* keys jose.*
            oauth.token     -> oauth oauth.config oauth.client oauth.grant oauth.ticket drills issuer keys tokens.* jose.*
            oauth.login     -> oauth oauth.config oauth.client oauth.grant oauth.ticket oauth.token drills tokens.* jose.*
            oauth.gateway   -> oauth oauth.token tokens tokens.verify jose.*
            oauth.metadata  -> oauth oauth.config oauth.grant issuer tokens keys jose.*
            http.oauth      -> http.wire http.problem http.limit http.guard issuer drills oauth.* tokens.* keys jose.*
            http.ticket     -> http.oauth http.problem http.limit http.guard http.wire service.read oauth oauth.config \
                               oauth.grant oauth.login oauth.ticket drills tokens keys jose.*
            http.gateway    -> http.oauth oauth oauth.gateway tokens keys jose.*
            http.page       -> http.wire http.problem http.limit jose.*
            """);

    private static final JavaClasses PRODUCTION = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    private static Map<String, Set<String>> graph(String text) {
        Map<String, String> lines = new HashMap<>();
        for (String line : text.strip().split("\n")) {
            String[] sides = line.split("->", 2);
            lines.put(sides[0].strip(), sides[1].strip());
        }
        Map<String, Set<String>> graph = new HashMap<>();
        lines.forEach((name, allowed) -> graph.put(name, expand(allowed, lines.keySet())));
        return graph;
    }

    private static Set<String> expand(String allowed, Set<String> all) {
        Set<String> names = new TreeSet<>();
        for (String word : allowed.isEmpty() ? new String[0] : allowed.split(" +")) {
            String family = word.replaceFirst("\\.\\*$", "");
            names.add(family);
            if (word.endsWith(".*")) {
                all.stream().filter(name -> name.startsWith(family + ".")).forEach(names::add);
            }
        }
        return names;
    }

    private static String packageOf(JavaClass type) {
        return type.getPackageName().substring(ROOT.length()).replaceFirst("^\\.", "");
    }

    private static boolean isOfApp(String name) {
        return name.equals("app") || name.startsWith("app.");
    }

    @TestFactory
    Stream<DynamicTest> aPackageImportsOnlyWhatItMay() {
        return PRODUCTION.stream().collect(groupingBy(ArchitectureTest::packageOf)).entrySet().stream()
                .filter(entry -> !isOfApp(entry.getKey()))
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    assertThat(MAY_IMPORT).as("packages of the graph").containsKey(entry.getKey());
                    assertThat(imports(entry.getValue())).isSubsetOf(MAY_IMPORT.get(entry.getKey()));
                }));
    }

    private static Set<String> imports(List<JavaClass> classes) {
        Set<String> names = new TreeSet<>();
        for (JavaClass type : classes) {
            type.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                    .filter(target -> target.getPackageName().startsWith(ROOT))
                    .map(ArchitectureTest::packageOf)
                    .filter(target -> !target.equals(packageOf(type)))
                    .forEach(names::add);
        }
        return names;
    }

    @Test
    void theGraphHasNoCycle() {
        List<String> request = new ArrayList<>();
        Set<String> left = new TreeSet<>(MAY_IMPORT.keySet());
        while (left.removeIf(name -> request.containsAll(MAY_IMPORT.get(name)) && request.add(name))) {
            assertThat(request).doesNotHaveDuplicates();
        }
        assertThat(left).as("packages on a cycle").isEmpty();
    }

    @Test
    void onlyHttpAndAppKnowTheFramework() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(inside("http"), inside("app"), inside("smallrye"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta.enterprise..",
                        "jakarta.inject..",
                        "jakarta.ws..",
                        "io.quarkus..",
                        "io.vertx..",
                        "io.micrometer..",
                        "io.opentelemetry..",
                        "org.jboss..",
                        "org.eclipse.microprofile.."));
    }

    @Test
    void onlyRequestsAndHttpDeclareConstraints() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(inside("http"), inside("app"), inside("service.request"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.."));
    }

    @Test
    void onlyJoseAndKeysUseCryptography() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(inside("jose"), inside("keys"), inside("smallrye"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javax.crypto..", "java.security..", "org.bouncycastle.."));
    }

    /** The engine of the service is one package, and everything else signs without it. */
    @Test
    void onlyTheEngineKnowsSmallRye() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(inside("smallrye"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.jose4j..", "io.smallrye.jwt.."));
    }

    /** A request reads a token leniently at one place, and hands the reading on. */
    @Test
    void tokensAreReadAtFewPlaces() {
        assertThat(callers(TokenReading.class, "of"))
                .containsExactlyInAnyOrder("PastedText.reading", "UnverifiedToken.read");
        assertThat(callers(PastedText.class, "reading"))
                .containsExactlyInAnyOrder("TokenDecoder.decode", "Subject$Token.of");
    }

    private static List<String> callers(Class<?> type, String method) {
        return PRODUCTION.get(type).getMethodCallsToSelf().stream()
                .filter(call -> call.getTarget().getName().equals(method))
                .map(call -> call.getOriginOwner().getName().replaceFirst(".*\\.", "") + "."
                        + call.getOrigin().getName())
                .toList();
    }

    @Test
    void theClockIsGivenByConstructor() {
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
        check(classes()
                .that(DescribedPredicate.describe(
                        "end in Service", type -> type.getSimpleName().endsWith("Service")))
                .should()
                .resideInAPackage(inside("service")));
    }

    private static String inside(String name) {
        return ROOT + "." + name + "..";
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(PRODUCTION);
    }
}
