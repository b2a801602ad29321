package dev.mintmark.assembly;

import dev.mintmark.tokens.refresh.RefreshPolicy;
import dev.mintmark.tokens.verify.RevocationCheck;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The settings of everything below the interfaces.
 *
 * @param refresh families of tokens; its maximum is that of every token that is read
 * @param onOutage the result of a verification while the revocation store is unavailable
 * @param maxBatch tokens in one batch
 * @param secretsFile a further list of well-known secrets, one on each line
 */
public record ServiceSettings(
        RefreshPolicy refresh, RevocationCheck.OnOutage onOutage, int maxBatch, Optional<Path> secretsFile) {}
