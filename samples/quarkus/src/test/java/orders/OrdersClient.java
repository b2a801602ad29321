package orders;

import dev.mintmark.testing.Drill;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Calls the resource. */
final class OrdersClient {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private OrdersClient() {}

    static int status(URI orders, String token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(orders)
                .header("Authorization", "Bearer " + token)
                .build();
        return CLIENT.send(request, BodyHandlers.discarding()).statusCode();
    }

    /** The names of the drills that are answered wrongly. */
    static Set<String> wrongAnswers(URI orders, Stream<Drill> drills) throws Exception {
        Set<String> wrong = new TreeSet<>();
        for (Drill drill : drills.toList()) {
            if (!drill.httpStatus().contains(status(orders, drill.token()))) {
                wrong.add(drill.name());
            }
        }
        return wrong;
    }
}
