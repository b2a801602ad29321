package dev.mintmark.oauth;

import java.net.URI;
import java.util.List;

/** Reads the parameter {@code resource} (RFC 8707 section 2). */
public final class Resources {
    private static final int MAX_COUNT = 8;
    private static final int MAX_LENGTH = 1024;

    private Resources() {}

    /**
     * The values in their order.
     *
     * @throws OAuthException {@code invalid_target} for a relative URI, one with a fragment, or more than 8
     */
    public static List<String> parse(List<String> values) {
        if (values.size() > MAX_COUNT || !values.stream().allMatch(Resources::isTarget)) {
            throw new OAuthException(
                    OAuthError.INVALID_TARGET, "The resource is up to 8 absolute URIs without a fragment");
        }
        return List.copyOf(values);
    }

    private static boolean isTarget(String value) {
        try {
            URI uri = new URI(value);
            return value.length() <= MAX_LENGTH && uri.isAbsolute() && uri.getRawFragment() == null;
        } catch (java.net.URISyntaxException e) {
            return false;
        }
    }
}
