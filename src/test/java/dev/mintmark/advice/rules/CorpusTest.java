package dev.mintmark.advice.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mintmark.kinds.Inference;
import dev.mintmark.kinds.Kinds;
import dev.mintmark.kinds.Provider;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Genuine shapes of tokens get the answers that a specialist of their provider gives. */
class CorpusTest {
    static Stream<CorpusToken> tokens() {
        return CorpusToken.all();
    }

    @ParameterizedTest
    @MethodSource("tokens")
    void kindAndProviderAreRecognised(CorpusToken token) {
        Inference inference = Kinds.infer(token.header(), token.claims());
        assertThat(inference.kind().wireName()).as(inference.reason()).isEqualTo(token.kind());
        assertThat(inference.provider().map(Provider::name)).isEqualTo(token.provider());
    }
}
