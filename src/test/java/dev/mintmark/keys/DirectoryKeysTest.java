package dev.mintmark.keys;

import static dev.mintmark.keys.KeyFiles.bare;
import static dev.mintmark.keys.KeyFiles.pkcs8;
import static dev.mintmark.keys.KeyFiles.secret;
import static dev.mintmark.keys.KeyFiles.utf8;
import static dev.mintmark.keys.KeyState.ACTIVE;
import static dev.mintmark.keys.KeyState.ANNOUNCED;
import static dev.mintmark.keys.KeyState.RETIRED;
import static dev.mintmark.keys.PollResult.Outcome.REFUSED;
import static dev.mintmark.keys.PollResult.Outcome.SWAPPED;
import static dev.mintmark.keys.PollResult.Outcome.UNCHANGED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.JwsEngine;
import dev.mintmark.jose.json.StrictJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryKeysTest {
    @TempDir
    Path directory;

    private DirectoryKeys keys;

    @BeforeEach
    void startWithOneKey() {
        put("1.pem", pkcs8(Algorithm.ES256));
        keys = DirectoryKeys.load(new KeyDirectory(directory), 2, JwsEngine.PLAIN);
    }

    @Test
    void anUnchangedDirectoryKeepsTheSameRing() {
        KeyRing ring = keys.ring();
        assertThat(keys.poll()).isEqualTo(PollResult.unchanged(false));
        assertThat(keys.ring()).isSameAs(ring);
        assertThat(ring.generation()).isEqualTo(1);
    }

    @Test
    void aNewKeyThatIsToSignIsAnnouncedForTwoPollsFirst() {
        put("2.pem", pkcs8(Algorithm.ES256));
        assertPoll(SWAPPED, ACTIVE, ANNOUNCED);
        assertThat(keys.ring().generation()).isEqualTo(2);
        assertPoll(UNCHANGED, ACTIVE, ANNOUNCED);
        assertPoll(SWAPPED, RETIRED, ACTIVE);
        assertThat(keys.ring().generation()).isEqualTo(3);
        assertPoll(UNCHANGED, RETIRED, ACTIVE);
    }

    @Test
    void aNewKeyThatIsListedAtOnceIsAnnouncedFirstToo() {
        put("0.pem", pkcs8(Algorithm.ES256));
        put("active", utf8("0.pem"));
        assertPoll(SWAPPED, ANNOUNCED, ACTIVE);
        assertPoll(UNCHANGED, ANNOUNCED, ACTIVE);
        assertPoll(SWAPPED, ACTIVE, ANNOUNCED);
    }

    @Test
    void aKeyThatWasAnnouncedBeforeSignsAsSoonAsItIsListed() {
        put("active", utf8("1.pem"));
        put("2.pem", pkcs8(Algorithm.ES256));
        assertPoll(SWAPPED, ACTIVE, ANNOUNCED);
        put("active", utf8("2.pem"));
        assertPoll(SWAPPED, RETIRED, ACTIVE);
    }

    @Test
    void otherEditsDoNotRestartTheAnnouncement() {
        put("2.pem", pkcs8(Algorithm.ES256));
        assertPoll(SWAPPED, ACTIVE, ANNOUNCED);
        put("3.secret", secret(64));
        assertPoll(SWAPPED, ACTIVE, ANNOUNCED, ANNOUNCED);
        assertPoll(SWAPPED, RETIRED, ACTIVE, ANNOUNCED);
        assertPoll(SWAPPED, RETIRED, ACTIVE, ACTIVE);
    }

    @Test
    void aKeyOfANewAlgorithmWaitsAndIsNotOfferedYet() {
        put("2.pem", pkcs8(Algorithm.EDDSA));
        assertPoll(SWAPPED, ACTIVE, ANNOUNCED);
        assertThat(keys.ring().algorithms()).containsExactly(Algorithm.ES256);
        keys.poll();
        assertPoll(SWAPPED, ACTIVE, ACTIVE);
    }

    @Test
    void aKeySignsAtOnceWhereOtherwiseNoneCould() throws IOException {
        Files.delete(directory.resolve("1.pem"));
        put("2.pem", pkcs8(Algorithm.ES256));
        assertPoll(SWAPPED, ACTIVE);
        assertPoll(UNCHANGED, ACTIVE);
        assertPoll(UNCHANGED, ACTIVE);
        assertPoll(UNCHANGED, ACTIVE);
    }

    @Test
    void withoutAnnouncingANewKeySignsAtOnce() {
        keys = DirectoryKeys.load(new KeyDirectory(directory), 0, JwsEngine.PLAIN);
        put("2.pem", pkcs8(Algorithm.ES256));
        assertPoll(SWAPPED, RETIRED, ACTIVE);
    }

    /** A cache that has the id would verify with the old key. */
    @Test
    void anotherKeyUnderAnOldIdIsANewKey() {
        put("2.jwk", StrictJson.bytes(bare(Algorithm.EDDSA).put("kid", "same")));
        keys = DirectoryKeys.load(new KeyDirectory(directory), 2, JwsEngine.PLAIN);
        put("2.jwk", StrictJson.bytes(bare(Algorithm.EDDSA).put("kid", "same")));
        assertPoll(SWAPPED, ACTIVE, ANNOUNCED);
    }

    @Test
    void aKeyThatComesBackIsNewAgain() throws IOException {
        byte[] second = pkcs8(Algorithm.ES256);
        put("2.pem", second);
        keys = DirectoryKeys.load(new KeyDirectory(directory), 2, JwsEngine.PLAIN);
        Files.delete(directory.resolve("2.pem"));
        assertPoll(SWAPPED, ACTIVE);
        put("2.pem", second);
        assertPoll(SWAPPED, ACTIVE, ANNOUNCED);
    }

    @Test
    void aBadGenerationIsRefusedAsAWholeAndReportedOnce() {
        KeyRing good = keys.ring();
        put("2.pem", pkcs8(Algorithm.ES256));
        put("3.secret", utf8("short"));
        PollResult first = keys.poll();
        assertThat(first.outcome()).isEqualTo(REFUSED);
        assertThat(first.isNews()).isTrue();
        assertThat(first.error().orElseThrow()).startsWith("3.secret: The secret has 40 bits");
        assertThat(keys.ring()).isSameAs(good);
        assertThat(keys.poll()).isEqualTo(new PollResult(REFUSED, first.ring(), first.error(), false));

        put("3.secret", utf8("other"));
        assertThat(keys.poll().isNews()).as("another bad generation").isTrue();
    }

    @Test
    void aValidGenerationEndsTheErrorAlsoIfItIsTheSame() throws IOException {
        put("2.txt", utf8("notes"));
        assertThat(keys.poll().outcome()).isEqualTo(REFUSED);
        Files.delete(directory.resolve("2.txt"));
        assertThat(keys.poll()).isEqualTo(PollResult.unchanged(true));
        assertThat(keys.poll()).isEqualTo(PollResult.unchanged(false));

        put("2.txt", utf8("notes"));
        assertThat(keys.poll().isNews()).isTrue();
        Files.move(directory.resolve("2.txt"), directory.resolve("2.crt"));
        put("2.pem", pkcs8(Algorithm.EDDSA));
        assertPoll(SWAPPED, ACTIVE, ANNOUNCED);
    }

    @Test
    void aDirectoryThatIsEmptiedOrGoneIsABadGeneration() throws IOException {
        byte[] content = Files.readAllBytes(directory.resolve("1.pem"));
        KeyRing good = keys.ring();
        Files.delete(directory.resolve("1.pem"));
        assertThat(keys.poll()).isEqualTo(PollResult.refused("The directory has no key file", true));
        Files.delete(directory);
        assertThat(keys.poll()).isEqualTo(PollResult.refused(directory + ": The directory does not exist", true));
        assertThat(keys.poll().isNews()).isFalse();
        assertThat(keys.ring()).isSameAs(good);

        Files.createDirectory(directory);
        put("1.pem", content);
        assertThat(keys.poll()).isEqualTo(PollResult.unchanged(true));
    }

    private void put(String name, byte[] content) {
        KeyFiles.write(directory, name, content);
    }

    private void assertPoll(PollResult.Outcome outcome, KeyState... states) {
        PollResult poll = keys.poll();
        assertThat(poll.outcome()).isEqualTo(outcome);
        assertThat(poll.ring().isPresent()).isEqualTo(outcome == SWAPPED);
        List<KeyState> found = keys.ring().keys().stream().map(RingKey::state).toList();
        assertThat(found).isEqualTo(Stream.of(states).toList());
    }
}
