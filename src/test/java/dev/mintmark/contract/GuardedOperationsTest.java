package dev.mintmark.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every operation is explicitly guarded or open, and openapi.yaml agrees with the annotations. */
class GuardedOperationsTest {
    private static final String GUARDED = "dev.mintmark.http.guard.Guarded";
    /** A wrong key is refused; which of its tools need one, McpApiKeyTest says. */
    private static final String KEY_CHECKED = "dev.mintmark.http.guard.KeyChecked";

    private static final String ORIGIN_CHECKED = "dev.mintmark.http.guard.OriginChecked";

    /** Operations that read, verify or explain; operations that create or revoke something must not be listed here. */
    private static final Set<String> OPEN = Set.of(
            "POST /tokens/decode",
            "POST /tokens/verify",
            "GET /keys",
            "GET /keys/jwks",
            "GET /.well-known/jwks.json",
            "GET /keys/{kid}",
            // It creates nothing: the caller already has the key.
            "POST /keys/convert",
            "POST /advisories",
            "GET /advisories",
            "GET /advisories/{rule}",
            "GET /drills",
            "GET /drills/{id}",
            // A resource server under test calls it, and the sealed name of the suite is all that it takes.
            "GET /drills/canary/{suite}/{drill}",
            "GET /drills/suites/{suite}/canary",
            // They mint nothing.
            "GET /presets",
            "GET /presets/{name}",
            "POST /presets/{name}");

    private final Contract contract = Contract.load();

    @Test
    void everyOperationIsGuardedOrOnTheOpenList() {
        Set<String> guarded = guarded();
        assertThat(guarded).contains("POST /tokens").doesNotContainAnyElementsOf(OPEN);
        assertThat(contract.operations())
                // Clients and users authenticate there; an API key stands in for a client at introspection alone.
                .filteredOn(operation -> !operation.isOfTag("OAuth"))
                .extracting(Contract.Operation::toString)
                .allSatisfy(operation -> assertThat(guarded.contains(operation) || OPEN.contains(operation))
                        .as("%s is neither guarded nor on the open list", operation)
                        .isTrue());
    }

    @Test
    void theContractRequiresAKeyWhereTheAnnotationDoes() {
        Set<String> schemes = new HashSet<>();
        contract.at("/components/securitySchemes").fieldNames().forEachRemaining(schemes::add);
        Set<String> guarded = guarded();
        assertThat(schemes).hasSize(2);
        assertThat(contract.at("/security")).isEmpty();
        assertThat(contract.operations()).allSatisfy(operation -> {
            Set<String> asked = new HashSet<>();
            for (JsonNode requirement : operation.node().path("security")) {
                requirement.fieldNames().forEachRemaining(asked::add);
            }
            boolean isGuarded = guarded.contains(operation.toString());
            assertThat(asked).as("%s", operation).isEqualTo(isGuarded ? schemes : Set.of());
            assertThat(operation.node().path("responses").has("401") && !operation.isOfTag("OAuth"))
                    .as("%s", operation)
                    .isEqualTo(isGuarded);
        });
    }

    @Test
    void everyOperationThatCreatesOrRevokesChecksTheOrigin() {
        Set<String> checked = annotated(ORIGIN_CHECKED);
        assertThat(checked).containsAll(guarded()).doesNotContainAnyElementsOf(OPEN);
        assertThat(contract.operations())
                .filteredOn(operation -> !operation.isOfTag("OAuth"))
                .allSatisfy(operation -> assertThat(
                                operation.node().path("responses").has("403"))
                        .as("%s has the response 403", operation)
                        .isEqualTo(checked.contains(operation.toString())));
    }

    private static Set<String> guarded() {
        Set<String> partly = annotated(KEY_CHECKED);
        assertThat(partly).containsExactlyInAnyOrder("POST /mcp", "POST /tokens/draft");
        Set<String> all = annotated(GUARDED);
        all.addAll(partly);
        return all;
    }

    private static Set<String> annotated(String annotation) {
        Set<String> operations = new HashSet<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.mintmark.http")) {
            if (type.isAnnotatedWith(Path.class)) {
                type.getMethods().stream()
                        .filter(method -> method.isAnnotatedWith(annotation) || type.isAnnotatedWith(annotation))
                        .filter(method -> method.isMetaAnnotatedWith(HttpMethod.class))
                        .forEach(method -> operations.add(operation(type, method)));
            }
        }
        return operations;
    }

    private static String operation(JavaClass type, JavaMethod method) {
        String verb = Arrays.stream(method.reflect().getAnnotations())
                .flatMap(annotation ->
                        Stream.ofNullable(annotation.annotationType().getAnnotation(HttpMethod.class)))
                .map(HttpMethod::value)
                .findFirst()
                .orElseThrow();
        String path = method.isAnnotatedWith(Path.class)
                ? method.getAnnotationOfType(Path.class).value()
                : "";
        return (verb + " " + type.getAnnotationOfType(Path.class).value() + path).replace("{issuer:.+}", "{issuer}");
    }
}
