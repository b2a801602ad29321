package dev.mintmark.oauth;

import dev.mintmark.jose.json.Utf8;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The parameters of a request, from a query or a form ({@code application/x-www-form-urlencoded}). Each is given once, but
 * for {@code resource} (RFC 8707 section 2); an empty value counts as absent (RFC 6749 section 3.1).
 */
public final class Parameters {
    /** More than any request of the protocols has. */
    private static final int MAX_COUNT = 64;

    private static final String REPEATABLE = "resource";

    private final Map<String, List<String>> values;

    private Parameters(Map<String, List<String>> values) {
        this.values = values;
    }

    /**
     * Reads parameters.
     *
     * @param encoded without the question mark; empty for none
     * @throws OAuthException {@code invalid_request} for broken percent-encoding or UTF-8, or more than 64 parameters
     */
    public static Parameters parse(String encoded) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        int count = 0;
        for (int start = 0; start < encoded.length(); ) {
            int end = encoded.indexOf('&', start);
            String pair = encoded.substring(start, end < 0 ? encoded.length() : end);
            start = end < 0 ? encoded.length() : end + 1;
            if (pair.isEmpty()) {
                continue;
            }
            if (++count > MAX_COUNT) {
                throw new OAuthException(OAuthError.INVALID_REQUEST, "The request has more than 64 parameters");
            }
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            values.computeIfAbsent(name, unused -> new ArrayList<>()).add(value);
        }
        return new Parameters(values);
    }

    /** Parameters that are already decoded, each given once. */
    public static Parameters of(Map<String, String> values) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        values.forEach((name, value) -> lists.put(name, List.of(value)));
        return new Parameters(lists);
    }

    /**
     * Decodes one name or value.
     *
     * @throws OAuthException {@code invalid_request} for broken percent-encoding or UTF-8
     */
    public static String decode(String encoded) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            if (c == '%') {
                int high = i + 2 < encoded.length() ? Character.digit(encoded.charAt(i + 1), 16) : -1;
                int low = i + 2 < encoded.length() ? Character.digit(encoded.charAt(i + 2), 16) : -1;
                if (high < 0 || low < 0) {
                    throw malformed();
                }
                bytes.write(high * 16 + low);
                i += 2;
            } else if (c == '+') {
                bytes.write(' ');
            } else if (c < 0x80) {
                bytes.write(c);
            } else {
                throw malformed();
            }
        }
        return Utf8.decode(bytes.toByteArray()).orElseThrow(Parameters::malformed);
    }

    private static OAuthException malformed() {
        return new OAuthException(OAuthError.INVALID_REQUEST, "The parameters are not percent-encoded UTF-8");
    }

    /**
     * Checks that each parameter is given once.
     *
     * @throws OAuthException {@code invalid_request} naming one that is not
     */
    public Parameters requireSingle() {
        values.forEach((name, all) -> {
            if (all.size() > 1 && !name.equals(REPEATABLE)) {
                throw new OAuthException(
                        OAuthError.INVALID_REQUEST,
                        name.matches("[a-z_]{1,40}")
                                ? "The parameter " + name + " is given more than once"
                                : "A parameter is given more than once");
            }
        });
        return this;
    }

    /** The value of a parameter; empty if it is absent or empty. */
    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name)).map(all -> all.get(0)).filter(value -> !value.isEmpty());
    }

    /**
     * The value of a parameter that must be there.
     *
     * @throws OAuthException {@code invalid_request} if it is absent
     */
    public String require(String name) {
        return get(name)
                .orElseThrow(
                        () -> new OAuthException(OAuthError.INVALID_REQUEST, "The parameter " + name + " is missing"));
    }

    /** All values of a parameter that may be given more than once. */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** All values of a parameter, the empty ones among them. */
    public List<String> values(String name) {
        return List.copyOf(values.getOrDefault(name, List.of()));
    }

    /** The names of all parameters. */
    public Set<String> names() {
        return Set.copyOf(values.keySet());
    }

    /** The parameters as {@link #parse} reads them. */
    public String encoded() {
        StringBuilder text = new StringBuilder();
        values.forEach((name, all) -> all.forEach(value -> text.append(text.isEmpty() ? "" : "&")
                .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8))));
        return text.toString();
    }

    /** Whether the parameter is given, even with an empty value. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** Without the values, which may be secrets. */
    @Override
    public String toString() {
        return "Parameters[" + values.size() + "]";
    }
}
