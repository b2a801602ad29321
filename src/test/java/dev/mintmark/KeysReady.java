package dev.mintmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;

/** Ephemeral keys take a second or two to generate, and longer on a busy machine. */
public final class KeysReady {
    private KeysReady() {}

    /** Waits until the service under test has its keys. */
    public static void await() {
        int status = 503;
        // The service itself waits up to five seconds per request.
        for (int i = 0; i < 20 && status == 503; i++) {
            status = RestAssured.get("/keys").statusCode();
        }
        assertThat(status).isEqualTo(200);
    }
}
