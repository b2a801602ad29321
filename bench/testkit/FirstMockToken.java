import no.nav.security.mock.oauth2.MockOAuth2Server;

/** Starts mock-oauth2-server and signs one token. */
final class FirstMockToken {
    public static void main(String... args) {
        MockOAuth2Server server = new MockOAuth2Server();
        server.start();
        System.out.println(
                server.issueToken("default", "alice", "audience").serialize().length());
        server.shutdown();
    }
}
