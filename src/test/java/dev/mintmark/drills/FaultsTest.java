package dev.mintmark.drills;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mintmark.drills.Faults.Endpoint;
import dev.mintmark.drills.Faults.IdTokenFault;
import org.junit.jupiter.api.Test;

class FaultsTest {
    @Test
    void everyNameIsReadAndWritten() {
        assertThat(Faults.names())
                .hasSizeGreaterThan(30)
                .doesNotHaveDuplicates()
                .allSatisfy(name ->
                        assertThat(Faults.parse(name).orElseThrow().wireName()).isEqualTo(name));
        assertThat(Faults.names())
                .contains("authorize:access_denied", "token:slow", "id_token:bad_at_hash", "userinfo:500");
    }

    @Test
    void theListIsClosed() {
        for (String name : new String[] {
            "", ":", "token", "token:", "token:x", "id_token:EXPIRED", "userinfo:slow", "authorize:x y", "token:slow "
        }) {
            assertThat(Faults.parse(name)).as(name).isEmpty();
        }
    }

    @Test
    void aFaultConcernsOneEndpoint() {
        Faults fault = Faults.parse("token:invalid_grant").orElseThrow();
        assertThat(fault.errorAt(Endpoint.TOKEN)).contains("invalid_grant");
        assertThat(fault.errorAt(Endpoint.AUTHORIZE)).isEmpty();
        assertThat(fault.isSlow()).isFalse();
        assertThat(Faults.parse("token:slow").orElseThrow().errorAt(Endpoint.TOKEN))
                .isEmpty();
        assertThat(Faults.parse("id_token:none").orElseThrow().idToken()).contains(IdTokenFault.NONE);
        assertThat(Faults.parse("userinfo:500").orElseThrow().idToken()).isEmpty();
    }
}
