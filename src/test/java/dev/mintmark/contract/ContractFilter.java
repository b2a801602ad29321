package dev.mintmark.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.http.Header;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Validates every accepted request and every response of all tests against openapi.yaml. */
public final class ContractFilter implements Filter {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final Set<String> LISTS = Set.of("vary", "set-cookie", "www-authenticate", "allow");

    private final Contract contract = Contract.load();

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification spec, FilterContext context) {
        Response response = context.next(request, spec);
        checkHeaders(request, response);
        String path = URI.create(request.getURI()).getPath();
        if (response.statusCode() == METHOD_NOT_ALLOWED) {
            // Described once for all operations, in the schema Problem.
            check("405", problem(), response);
            return response;
        }
        contract.find(request.getMethod(), path).ifPresent(operation -> check(operation, request, response));
        return response;
    }

    /** A field that is not a list must not be sent twice (RFC 9110 section 5.3): clients take one of the values, or none. */
    private static void checkHeaders(FilterableRequestSpecification request, Response response) {
        for (Header header : response.headers()) {
            if (!LISTS.contains(header.getName().toLowerCase(Locale.ROOT))) {
                assertThat(response.headers().getValues(header.getName()))
                        .as("%s %s: %s", request.getMethod(), request.getURI(), header.getName())
                        .hasSize(1);
            }
        }
    }

    private void check(Contract.Operation operation, FilterableRequestSpecification request, Response response) {
        String what = operation + " " + response.statusCode();
        JsonNode responses = operation.node().path("responses");
        JsonNode documented = responses.path(Integer.toString(response.statusCode()));
        assertThat(documented.isMissingNode()).as("%s is not documented", what).isFalse();
        check(what, contract.resolve(documented), response);
        JsonNode schema = operation.node().at("/requestBody/content/application~1json/schema");
        // Forms have no schema for JSON.
        if (response.statusCode() == 200 && !schema.isMissingNode() && request.getBody() instanceof String body) {
            assertThat(contract.violations(schema, parse(body)))
                    .as("%s took a request that the contract forbids", what)
                    .isEmpty();
        }
    }

    private void check(String what, JsonNode documented, Response response) {
        JsonNode content = documented.path("content");
        String type =
                response.contentType() == null ? "" : response.contentType().replaceAll(";.*", "");
        if (content.isMissingNode()) {
            assertThat(response.asByteArray()).as("%s has no body", what).isEmpty();
            return;
        }
        assertThat(content.has(type)).as("%s does not answer %s", what, type).isTrue();
        assertThat(content.path(type).has("schema")).as("%s, %s", what, type).isTrue();
        for (JsonNode body : bodies(type, response.asString())) {
            assertThat(contract.violations(content.path(type).path("schema"), body))
                    .as(what)
                    .isEmpty();
        }
    }

    /** The schema of NDJSON applies to each line. */
    private static List<JsonNode> bodies(String type, String body) {
        if (type.equals("application/x-ndjson")) {
            return body.lines().map(ContractFilter::parse).toList();
        }
        return List.of(type.endsWith("json") ? parse(body) : TextNode.valueOf(body));
    }

    private JsonNode problem() {
        return contract.at("/components/responses/Internal");
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError("The body is no JSON", e);
        }
    }
}
