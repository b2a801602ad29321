package dev.mintmark.oauth;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/** Reads the URIs to which a browser goes back: http, https, or a private-use scheme with a dot (RFC 8252 section 7.1). */
public final class RedirectUris {
    private static final int MAX_LENGTH = 2048;
    private static final Set<String> WEB = Set.of("http", "https");

    private RedirectUris() {}

    /**
     * Reads a URI that a browser may be sent to.
     *
     * @param parameter names it in the error
     * @throws OAuthException {@code invalid_request} for a relative or other one
     */
    public static URI parse(String parameter, String text) {
        try {
            URI uri = new URI(text);
            boolean isAscii = text.chars().allMatch(c -> c > ' ' && c < 0x7f);
            boolean isWeb = WEB.contains(scheme(uri)) && uri.getHost() != null && uri.getRawUserInfo() == null;
            boolean isPrivate = scheme(uri).contains(".") && uri.getRawUserInfo() == null;
            boolean isPlain = text.length() <= MAX_LENGTH && isAscii && uri.getRawFragment() == null;
            if (isPlain && (isWeb || isPrivate)) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // Answered below.
        }
        throw new OAuthException(
                OAuthError.INVALID_REQUEST,
                "The " + parameter
                        + " is not an absolute URI of http, https or a private-use scheme with a dot, without"
                        + " fragment and user info, of at most 2048 characters");
    }

    private static String scheme(URI uri) {
        return String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    }
}
