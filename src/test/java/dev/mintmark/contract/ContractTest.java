package dev.mintmark.contract;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.mintmark.KeysReady;
import dev.mintmark.advice.Rule;
import dev.mintmark.advice.rules.AllRules;
import dev.mintmark.http.problem.ProblemType;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.kinds.TokenKind;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.File;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** openapi.yaml and the service agree. */
@QuarkusTest
class ContractTest {
    private static final Contract CONTRACT = Contract.load();

    @BeforeEach
    void watch() {
        RestAssured.replaceFiltersWith(new ContractFilter());
        KeysReady.await();
    }

    @Test
    void everyExampleRunsUnchanged() {
        int examples = 0;
        for (Contract.Operation operation : CONTRACT.operations()) {
            JsonNode content =
                    CONTRACT.resolve(operation.node().path("requestBody")).at("/content/application~1json/examples");
            for (Map.Entry<String, JsonNode> named : content.properties()) {
                JsonNode example = CONTRACT.resolve(named.getValue());
                Response response = request()
                        .body(example.path("value").toString())
                        .post(operation.path().replace("{issuer}", "acme").replace("{name}", "keycloak"));
                assertThat(response.statusCode())
                        .as("%s, example %s", operation, named.getKey())
                        .isEqualTo(example.path("x-status").asInt(200));
                examples++;
            }
        }
        assertThat(examples).isGreaterThan(15);
    }

    /** 503 and 500 are internal failures, see FailuresTest; 401 needs API keys, see GuardFilterTest. */
    @Test
    void everyDocumentedStatusOccurs() {
        int statuses = 0;
        for (Contract.Operation operation : CONTRACT.operations()) {
            for (Map.Entry<String, JsonNode> response :
                    operation.node().path("responses").properties()) {
                // OAuthContractTest covers the OAuth operations, which take forms.
                boolean isOAuth = operation.isOfTag("OAuth");
                if (!isOAuth && !List.of("200", "401", "503", "default").contains(response.getKey())) {
                    int status = Integer.parseInt(response.getKey());
                    assertThat(provoke(operation, status).statusCode())
                            .as("%s", operation)
                            .isEqualTo(status);
                    statuses++;
                }
            }
        }
        assertThat(statuses).isGreaterThan(15);
        assertThat(get("/keys/jwks").statusCode()).isEqualTo(200);
        assertThat(get("/.well-known/jwks.json").statusCode()).isEqualTo(200);
        String keyId = get("/keys/jwks").path("keys[0].kid");
        assertThat(get("/keys/" + keyId).statusCode()).isEqualTo(200);
        assertThat(get("/advisories").statusCode()).isEqualTo(200);
        assertThat(get("/advisories/alg-none").statusCode()).isEqualTo(200);
        assertThat(get("/drills").statusCode()).isEqualTo(200);
        assertThat(get("/drills/alg-none").statusCode()).isEqualTo(200);
    }

    private static Response provoke(Contract.Operation operation, int status) {
        String keyId = status == 404 ? "no-such-key" : get("/keys/jwks").path("keys[0].kid");
        String path = operation
                .path()
                .replace("{issuer}", status == 404 ? "token" : "acme")
                .replace("{kid}", keyId)
                .replace("{rule}", status == 404 ? "no-such-rule" : "alg-none")
                .replace("{id}", status == 404 ? "no-such-drill" : "alg-none")
                .replace("{name}", status == 404 ? "no-such-preset" : "keycloak")
                .replace("{suite}", "v1.AAAA")
                .replace("{drill}", "jku-attacker");
        RequestSpecification request = request();
        if (path.equals("/mcp") && (status == 202 || status == 404)) {
            String method = "{\"jsonrpc\": \"2.0\", \"method\": \"no/such\"%s}";
            String meta = ", \"id\": 1, \"params\": {\"_meta\": {\"io.modelcontextprotocol/protocolVersion\":"
                    + " \"2026-07-28\", \"io.modelcontextprotocol/clientCapabilities\": {}}}";
            if (status == 404) {
                request.header("MCP-Protocol-Version", "2026-07-28").header("Mcp-Method", "no/such");
            }
            return request.body(method.formatted(status == 404 ? meta : "")).post(path);
        }
        switch (status) {
            case 304 -> request.header("If-None-Match", "*");
            case 400 -> request.body("{\"no_such_member\": 1}");
            case 403 -> request.header("Origin", "https://evil.example").body("{}");
            case 404 -> request.accept(ContentType.JSON).body("{}");
            case 406 -> request.accept("text/html");
            case 413 -> request.body("{\"token\": \"" + "x".repeat(300_000) + "\"}");
            case 415 -> request.contentType("text/plain").body("{}");
            case 422 -> request.body(exampleOf(operation, status).orElse("{\"expires_in\": \"40000d\"}"));
            default -> throw new AssertionError("Nobody knows how to provoke " + operation + " " + status);
        }
        if (status == 406 && operation.method().equals("post")) {
            request.body("{}");
        }
        return request.request(operation.method().toUpperCase(Locale.ROOT), path);
    }

    private static Optional<String> exampleOf(Contract.Operation operation, int status) {
        JsonNode examples = operation.node().at("/requestBody/content/application~1json/examples");
        return examples.properties().stream()
                .map(named -> CONTRACT.resolve(named.getValue()))
                .filter(example -> example.path("x-status").asInt() == status)
                .map(example -> example.path("value").toString())
                .findFirst();
    }

    @Test
    void everyRouteIsDocumentedAndEveryOperationExists() {
        List<String> routes = new ArrayList<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.mintmark.http")) {
            if (type.isAnnotatedWith(Path.class)) {
                routes.addAll(routes(type.reflect()));
            }
        }
        // The page is a client of the API, not a part of it.
        routes.removeAll(List.of("GET /", "GET /page/{version}/{name:.+}", "GET /oauth2/login.css"));
        // A name that spans segments is one parameter of the contract.
        routes.replaceAll(route -> route.replace("{issuer:.+}", "{issuer}"));
        assertThat(routes)
                .containsExactlyInAnyOrderElementsOf(CONTRACT.operations().stream()
                        .flatMap(operation -> Stream.generate(operation::toString)
                                // One path, two representations, two methods.
                                .limit(operation.path().equals("/keys/{kid}") ? 2 : 1))
                        .toList());
    }

    private static List<String> routes(Class<?> resource) {
        String root = resource.getAnnotation(Path.class).value();
        return Arrays.stream(resource.getDeclaredMethods())
                .flatMap(method -> Arrays.stream(method.getAnnotations())
                        .flatMap(annotation ->
                                Stream.ofNullable(annotation.annotationType().getAnnotation(HttpMethod.class)))
                        .map(http -> http.value() + " " + root
                                + Stream.ofNullable(method.getAnnotation(Path.class))
                                        .map(Path::value)
                                        .findFirst()
                                        .orElse("")))
                .toList();
    }

    @Test
    void algorithmsProblemCodesAndRulesMatchTheCode() {
        assertThat(texts("/components/schemas/RuleId/enum"))
                .containsExactlyElementsOf(
                        AllRules.list().stream().map(Rule::id).toList());
        assertThat(texts("/components/schemas/Kind/enum"))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(TokenKind.values())
                        .map(TokenKind::wireName)
                        .toList());
        assertThat(texts("/components/schemas/Algorithm/enum"))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(Arrays.stream(Algorithm.values()).map(Algorithm::joseName), Stream.of("Ed25519"))
                                .toList());
        assertThat(texts("/components/schemas/Problem/properties/code/enum"))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ProblemType.values())
                        .map(ProblemType::code)
                        .toList());
    }

    @Test
    void theServiceServesThisDocument() throws Exception {
        File contract = new File("openapi.yaml");
        assertThat(get("/q/openapi").asByteArray()).isEqualTo(Files.readAllBytes(contract.toPath()));
        JsonNode content = new ObjectMapper(new YAMLFactory()).readTree(contract);
        for (String address : new String[] {"/q/openapi?format=json", "/q/openapi.json"}) {
            assertThat(new ObjectMapper().readTree(get(address).asByteArray())).hasToString(content.toString());
        }
        assertThat(given().accept(ContentType.JSON).get("/q/openapi").contentType())
                .isEqualTo("application/json;charset=UTF-8");
        assertThat(get("/q/swagger-ui").statusCode()).isEqualTo(200);
    }

    private static List<String> texts(String pointer) {
        List<String> texts = new ArrayList<>();
        CONTRACT.at(pointer).forEach(node -> texts.add(node.asText()));
        return texts;
    }

    private static RequestSpecification request() {
        return given().contentType(ContentType.JSON);
    }
}
