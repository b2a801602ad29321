package dev.mintmark.http.limit;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Limits the number and the total size of bodies that are being received. Above a limit the oldest one is given up, so that
 * clients that stall do not keep others out.
 */
@Singleton
final class IncompleteBodies {
    /** Full bodies that fit into memory together: 64 MiB at the default body limit. */
    private static final long FULL_BODIES = 256;

    private final int maxCount;
    private final long maxBytes;
    /** The received bytes of each body, oldest body first. */
    private final Map<BodyReception, Integer> bodies = new LinkedHashMap<>();

    private long bytes;

    IncompleteBodies(HttpLimits limits) {
        this.maxCount = limits.concurrent();
        this.maxBytes = FULL_BODIES * limits.body();
    }

    synchronized int count() {
        return bodies.size();
    }

    /** Records a body, or further bytes of it, and gives up older bodies above the limits. */
    void update(BodyReception body, int length) {
        excess(body, length).forEach(BodyReception::giveUp);
    }

    synchronized void remove(BodyReception body) {
        Integer length = bodies.remove(body);
        bytes -= length == null ? 0 : length;
    }

    private synchronized List<BodyReception> excess(BodyReception body, int length) {
        Integer before = bodies.put(body, length);
        bytes += length - (before == null ? 0 : before);
        List<BodyReception> excess = new ArrayList<>();
        Iterator<Map.Entry<BodyReception, Integer>> oldest = bodies.entrySet().iterator();
        while (bodies.size() > maxCount || bytes > maxBytes) {
            Map.Entry<BodyReception, Integer> entry = oldest.next();
            excess.add(entry.getKey());
            bytes -= entry.getValue();
            oldest.remove();
        }
        return excess;
    }
}
