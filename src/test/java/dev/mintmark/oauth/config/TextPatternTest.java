package dev.mintmark.oauth.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Regular expressions without backtracking agree with those of the JDK. */
@Timeout(60)
class TextPatternTest {
    private static final List<String> ALPHABET =
            List.of("a", "b", "c", "1", "-", ".", "]", " ", "_", "@", "ä", "\uD83D\uDE00");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "abc",
                "a*",
                "(a|b)*c",
                "a+b?",
                "[a-c1]+",
                "[^a]*",
                "[]a]+",
                "[a-]+",
                "\\d+|\\w\\s?",
                "a\\.b",
                "(?:ab){2}",
                "a{0}b{1,3}",
                "b{2,}",
                "(a|)b",
                "(a*)*b",
                "(a|aa)+",
                ".",
                ".*@.*",
                "ä+",
                "\uD83D\uDE00.?",
                "[\uD83D\uDE00ä]"
            })
    void agreesWithTheJdk(String expression) {
        TextPattern pattern = TextPattern.of(expression);
        Pattern oracle = Pattern.compile(expression, Pattern.DOTALL);
        Random random = new Random(7);
        for (int i = 0; i < 5000; i++) {
            StringBuilder value = new StringBuilder();
            for (int length = random.nextInt(7); length > 0; length--) {
                value.append(ALPHABET.get(random.nextInt(ALPHABET.size())));
            }
            assertThat(pattern.matches(value.toString()))
                    .as("%s", value)
                    .isEqualTo(oracle.matcher(value).matches());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " :: ",
            value = {
                "(a :: has a ( without a )",
                "a) :: has a ) without a (",
                "[a :: has a [ without a ]",
                "*a :: has a * where a character is expected",
                "^a$ :: ^ and $ do not exist here",
                "a*? :: lazy and possessive forms do not exist here",
                "a++ :: lazy and possessive forms do not exist here",
                "(?=a) :: lookaround, flags and names do not exist here",
                "(?<n>a) :: lookaround, flags and names do not exist here",
                "(a)\\1 :: has an escape other than",
                "\\pL :: has an escape other than",
                "a\\ :: ends with a \\",
                "[z-a] :: has a range that ends before it begins",
                "a{2,1} :: has a { without numbers",
                "a{x} :: has a { without numbers",
                "a{101} :: repeats more than 100 times",
                "((a{50}){50}){50} :: is too large",
                "(((((a{0}){100}){100}){100}){100}){100} :: is too large"
            })
    void whatNeedsBacktrackingOrIsBrokenIsNamed(String expression, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TextPattern.of(expression))
                .withMessageContaining(message);
    }

    @Test
    void lengthsAreBounded() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TextPattern.of("a".repeat(257)))
                .withMessageContaining("256");
        assertThat(TextPattern.of("a*").matches("a".repeat(4096))).isTrue();
        assertThat(TextPattern.of("a*").matches("a".repeat(4097))).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TextPattern.of("(".repeat(256)))
                .withMessageContaining("(");
    }

    /** Each takes the JDK longer than the life of the universe. */
    @Test
    void whatExplodesElsewhereDoesNotHere() {
        for (String expression : List.of("(a*)*b", "(a|aa)+", "(a|a)*c", "(.*.*.*.*)*x", "(a?){50}a{50}")) {
            assertThat(TextPattern.of(expression).matches("a".repeat(4000) + "!"))
                    .isFalse();
        }
    }
}
