package dev.mintmark.drills.run;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The service under test.
 *
 * @param url an operation that needs a token
 * @param method its HTTP method
 * @param headers further header fields, for example of a required tenant
 * @param timeout how long to wait for an answer
 * @param perSecond how many tokens to send in a second
 */
public record Target(URI url, String method, List<Map.Entry<String, String>> headers, Duration timeout, int perSecond) {
    public Target {
        headers = List.copyOf(headers);
    }

    @Override
    public String toString() {
        return "Target[" + method + "]";
    }
}
