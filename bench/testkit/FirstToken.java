import dev.mintmark.testing.Mintmark;

/** Starts an issuer and signs one token. */
final class FirstToken {
    public static void main(String... args) {
        try (Mintmark mintmark = Mintmark.options().algorithm(args[0]).start()) {
            System.out.println(mintmark.token().subject("alice").sign().length());
        }
    }
}
