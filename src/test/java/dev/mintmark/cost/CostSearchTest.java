package dev.mintmark.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mintmark.contract.Contract;
import dev.mintmark.http.limit.HttpTest;
import dev.mintmark.jose.CpuTime;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** No request within the limits costs more CPU time than the bound; in a batch none of its tokens does. */
@Tag("slow")
@QuarkusTest
class CostSearchTest extends HttpTest {
    /** Few, because the search itself runs for minutes; see docs/benchmarks.md. */
    private static final int REQUESTS = 12;

    /** Fixed, so that a failure can be repeated. */
    private static final long SEED = 20_261_201L;

    @Test
    void hostileRequestsOfEachOperationAreCheap() throws Exception {
        assumeTrue(RequestThreads.areMeasurable(), "only Linux tells the CPU time of threads");
        URI service = URI.create("http://localhost:" + RestAssured.port);
        CostSearch search = new CostSearch(service, ProcessHandle.current().pid(), SEED);
        for (Target target : Target.of(Contract.load())) {
            if (!isGeneration(target)) {
                CostSearch.Cost worst = search.worst(target, tried -> tried < REQUESTS);
                assertThat(worst.cost()).as(worst.toString()).isLessThan(CpuTime.BOUND);
                assertThat(worst.status()).isNotEqualTo(500);
            }
        }
    }

    /** Generating an RSA key takes longer, and has a bound of its own. */
    private static boolean isGeneration(Target target) {
        return target.path().equals("/keys/generate");
    }
}
