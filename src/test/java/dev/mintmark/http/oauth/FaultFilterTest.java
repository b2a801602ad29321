package dev.mintmark.http.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

class FaultFilterTest {
    private static boolean answersAtOnce(String fault) {
        MultivaluedMap<String, Object> headers = new MultivaluedHashMap<>();
        if (!fault.isEmpty()) {
            headers.putSingle(FaultFilter.HEADER, fault);
        }
        ContainerResponseContext response = (ContainerResponseContext) Proxy.newProxyInstance(
                FaultFilterTest.class.getClassLoader(),
                new Class<?>[] {ContainerResponseContext.class},
                (proxy, method, arguments) -> headers);
        return new FaultFilter().delay(response).subscribeAsCompletionStage().isDone();
    }

    @Test
    void delaysTheSlowAnswerAlone() {
        assertThat(answersAtOnce("token:slow")).isFalse();
        assertThat(answersAtOnce("")).isTrue();
        assertThat(answersAtOnce("id_token:expired")).isTrue();
    }
}
