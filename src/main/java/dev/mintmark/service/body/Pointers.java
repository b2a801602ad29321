package dev.mintmark.service.body;

import com.fasterxml.jackson.databind.JsonMappingException;
import java.util.regex.Pattern;

/** JSON pointers (RFC 6901) to the member of a request that was wrong. */
public final class Pointers {
    /** The caller chooses member names, and a name may be a token or a secret. */
    private static final Pattern SHOWN = Pattern.compile("[A-Za-z0-9_.-]{1,32}");

    /** Replaces a name that is not shown. */
    private static final String HIDDEN = "…";

    private Pointers() {}

    public static String of(JsonMappingException e) {
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            append(pointer, step.getFieldName() == null ? Integer.toString(step.getIndex()) : step.getFieldName());
        }
        return pointer.toString();
    }

    /** The pointer to a member of the value at the pointer. */
    static String child(String pointer, String name) {
        StringBuilder child = new StringBuilder(pointer);
        append(child, name);
        return child.toString();
    }

    /** Appends a member. */
    public static void append(StringBuilder pointer, String name) {
        pointer.append('/').append(shown(name));
    }

    /** The name as a pointer contains it. */
    public static String shown(String name) {
        return isShown(name) ? name : HIDDEN;
    }

    /** Whether an error may repeat a name of the caller: a word of at most 32 letters, digits, {@code _}, {@code .}, {@code -}. */
    public static boolean isShown(String name) {
        return SHOWN.matcher(name).matches();
    }
}
