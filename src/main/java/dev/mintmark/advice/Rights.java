package dev.mintmark.advice;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.advice.text.JsonLeaf;
import dev.mintmark.advice.text.Strings;
import dev.mintmark.advice.text.SubstringPrefilter;
import dev.mintmark.kinds.Kinds;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Scopes, roles, permissions and groups, from every claim that issuers put them in. */
public final class Rights {
    /** Claims that denote an administrator when they are true. */
    public static final List<String> ADMIN_FLAGS = List.of("admin", "is_admin", "superuser");

    private static final List<String> LISTS =
            List.of("scope", "scp", "permissions", "roles", "groups", "entitlements", "authorities", "cognito:groups");
    private static final Pattern ADMIN = Pattern.compile(
            "(?i)(?:.*[:._/-])?(?:admin(?:istrator)?s?|root|superuser|super_?admin|sudo|owner|god|sysadmin|realm-admin"
                    + "|cluster-admin|system:masters|full_?access|all_?access)(?:[:._/-].*)?");
    /** Names that say the opposite, or that own something other than the system. */
    private static final Pattern NO_ADMIN = Pattern.compile("(?i)(?:.*[:._/-])?(?:no[nt]?[._-]?(?:admin|root|owner).*"
            + "|(?:product|data|process|task|risk|asset|content|event|business)[._-]?owners?)");
    /** Every matching name contains one of these. */
    private static final SubstringPrefilter STEMS =
            SubstringPrefilter.of(List.of("admin", "root", "super", "sudo", "owner", "god", "masters", "access"));
    /** Longer words are not names of rights. */
    private static final int MAX_LENGTH = 512;

    /**
     * A right in a token.
     *
     * @param where its JSON pointer; the words of a scope share that of the scope
     * @param name its name
     */
    public record Right(String where, String name) {
        public boolean isWildcard() {
            return name.equals("*") || name.endsWith(":*") || name.endsWith(".*") || name.endsWith("/*");
        }

        public boolean isAdmin() {
            return STEMS.isIn(name.toLowerCase(Locale.ROOT))
                    && ADMIN.matcher(name).matches()
                    && !NO_ADMIN.matcher(name).matches()
                    && !Kinds.isHarmlessScope(name);
        }
    }

    private Rights() {}

    static List<Right> of(JsonNode claims) {
        List<Right> rights = new ArrayList<>();
        for (String name : LISTS) {
            if (claims.has(name)) {
                collect("/payload", name, claims, rights);
            }
        }
        collect("/payload/realm_access", "roles", claims.path("realm_access"), rights);
        claims.path("resource_access")
                .properties()
                .forEach(client -> collect(
                        "/payload/resource_access/" + JsonLeaf.escaped(client.getKey()),
                        "roles",
                        client.getValue(),
                        rights));
        return rights;
    }

    private static void collect(String pointer, String name, JsonNode object, List<Right> rights) {
        Strings.each(pointer, name, object, (where, text) -> {
            for (String word : text.split(" ", -1)) {
                if (!word.isEmpty() && word.length() <= MAX_LENGTH) {
                    rights.add(new Right(where, word));
                }
            }
        });
    }

    public static boolean hasAdminFlag(JsonNode claims) {
        return ADMIN_FLAGS.stream().anyMatch(flag -> claims.path(flag).asBoolean());
    }
}
