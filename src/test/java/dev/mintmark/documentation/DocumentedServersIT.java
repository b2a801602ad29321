package dev.mintmark.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The commands of every page that start the packaged program do so, and what the page then asks it is answered. */
@Tag("slow")
class DocumentedServersIT {
    private static final String JAR = "target/quarkus-app/quarkus-run.jar";
    private static final List<String> PORTS = List.of("8080", "8081", "8443", "9000");

    /** Ends the server of the session, and nginx if it runs, when the session ends. */
    private static final String START = """
             &
            SERVER=$!
            trap 'kill $SERVER $NGINX 2>/dev/null; wait' EXIT
            tries=0
            until curl -sf -o /dev/null http://localhost:9000/q/health/started; do
              tries=$((tries + 1))
              [ $tries -lt 600 ] || exit 3
              kill -0 $SERVER || exit 4
              sleep 0.1
            done
            """;

    private static final String NGINX = """
            nginx -p "$PWD" -c nginx.conf -e nginx.log -g 'daemon off; pid nginx.pid;' &
            NGINX=$!
            """;

    @TempDir
    Path directory;

    /**
     * One start of the program with what comes before it and after it.
     *
     * @param setUp blocks of the page that run before any start
     * @param proxy the server block of the nginx in front of it, if there is one
     * @param clients blocks that run against it
     */
    record Session(Page page, List<Fence> setUp, Optional<Fence> proxy, Fence start, List<Fence> clients) {
        @Override
        public String toString() {
            return page + ": " + start.content().strip();
        }

        static Stream<Session> of(Page page) {
            List<Session> sessions = new ArrayList<>();
            List<Fence> setUp = new ArrayList<>();
            Optional<Fence> proxy = Optional.empty();
            for (Fence fence : page.fences()) {
                switch (fence.language() + " " + fence.tag()) {
                    case "sh package" -> setUp.add(fence);
                    case "nginx proxy" -> proxy = Optional.of(fence);
                    case "sh server" -> {
                        sessions.add(new Session(page, List.copyOf(setUp), proxy, fence, new ArrayList<>()));
                        proxy = Optional.empty();
                    }
                    case "sh client" ->
                        sessions.get(sessions.size() - 1).clients().add(fence);
                    default -> {}
                }
            }
            return sessions.stream();
        }
    }

    static Stream<Session> sessions() {
        return Page.all().stream().flatMap(Session::of);
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void theProgramStartsAndAnswers(Session session) throws Exception {
        Shell.assumePrograms("sh", "curl", "openssl", "sha256sum");
        StringBuilder script = new StringBuilder();
        session.setUp().forEach(fence -> script.append(fence.content()));
        if (session.proxy().isPresent()) {
            Shell.assumePrograms("nginx");
            script.append(NGINX);
        }
        script.append(session.start().content().stripTrailing()).append(START).append(Shell.mark());
        session.clients().forEach(fence -> script.append(fence.content()).append(Shell.mark()));

        Ports ports = Ports.take();
        if (session.proxy().isPresent()) {
            Files.writeString(
                    directory.resolve("nginx.conf"),
                    "events {}\nhttp {\naccess_log off;\n"
                            + ports.replace(session.proxy().get().content()) + "}\n");
        }
        List<String> outputs = new Shell(
                        directory,
                        Map.of(
                                "QUARKUS_HTTP_PORT",
                                ports.of("8080"),
                                "QUARKUS_MANAGEMENT_PORT",
                                ports.of("9000"),
                                // Less work for a start that does little afterwards.
                                "JAVA_TOOL_OPTIONS",
                                "-XX:TieredStopAtLevel=1"))
                .run(ports.replace(script.toString())
                        .replace(JAR, Path.of(JAR).toAbsolutePath().toString()));
        Shell.assertPromises(
                session.clients().stream().map(ports::replace).toList(), outputs.subList(1, outputs.size()));
    }

    @ParameterizedTest
    @MethodSource("pagesOfTools")
    void commandsThatEndDoTheirWork(Page page) throws Exception {
        Shell.assumePrograms("sh", "openssl");
        StringBuilder script = new StringBuilder();
        List<Fence> fences = page.fences("sh", "package");
        fences.forEach(fence -> script.append(fence.content()).append(Shell.mark()));
        List<String> outputs = new Shell(directory, Map.of())
                .run(script.toString()
                        .replace(JAR, Path.of(JAR).toAbsolutePath().toString()));
        Shell.assertPromises(fences, outputs);
    }

    static Stream<Page> pagesOfTools() {
        return Page.all().stream().filter(page -> !page.fences("sh", "package").isEmpty());
    }

    @Test
    void thereAreSessionsWithAndWithoutProxy() {
        assertThat(sessions()).hasSizeGreaterThan(6);
        assertThat(sessions().filter(session -> session.proxy().isPresent())).hasSize(1);
        assertThat(sessions().flatMap(session -> session.clients().stream())).hasSizeGreaterThan(2);
    }

    /** A free port for each one that the pages name. */
    private record Ports(Map<String, String> free) {
        static Ports take() throws IOException {
            List<ServerSocket> sockets = new ArrayList<>();
            Map<String, String> free = new HashMap<>();
            for (String port : PORTS) {
                ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                sockets.add(socket);
                free.put(port, Integer.toString(socket.getLocalPort()));
            }
            for (ServerSocket socket : sockets) {
                socket.close();
            }
            return new Ports(free);
        }

        String of(String port) {
            return free.get(port);
        }

        Fence replace(Fence fence) {
            return new Fence(fence.language(), fence.tag(), replace(fence.content()));
        }

        /** Marks come first, so that a free port that equals a documented one is not replaced again. */
        String replace(String text) {
            String marked = text;
            for (String port : PORTS) {
                marked = marked.replaceAll("\\b" + port + "\\b", "<" + port + ">");
            }
            for (String port : PORTS) {
                marked = marked.replace("<" + port + ">", free.get(port));
            }
            return marked;
        }
    }
}
