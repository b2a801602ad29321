package dev.mintmark.http.problem;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Repeats parts of a request in an error only if they look like what they should be, because they may be anything. */
final class SafeEcho {
    private static final Pattern METHOD = Pattern.compile("[A-Z]{1,16}");
    private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z]{1,16}/[a-z0-9.+-]{1,40}");

    private SafeEcho() {}

    static String method(String method) {
        return METHOD.matcher(method).matches() ? method : "of the request";
    }

    /** A sentence about the header Content-Type. */
    static String contentType(@Nullable String header) {
        if (header == null) {
            return "The request has no header Content-Type.";
        }
        String type = header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return MEDIA_TYPE.matcher(type).matches()
                ? "The request has Content-Type: " + type + '.'
                : "The header Content-Type is not a media type.";
    }
}
