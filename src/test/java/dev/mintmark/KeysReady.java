package dev.mintmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;

/** Ephemeral keys take a second or two, and many more on a machine that is busy. */
public final class KeysReady {
    private KeysReady() {}

    /** Comes back when the service under test has its keys. */
    public static void await() {
        int status = 503;
        // The service itself waits, for five seconds each time.
        for (int i = 0; i < 20 && status == 503; i++) {
            status = RestAssured.get("/keys").statusCode();
        }
        assertThat(status).isEqualTo(200);
    }
}
