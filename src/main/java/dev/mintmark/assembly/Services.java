package dev.mintmark.assembly;

import dev.mintmark.advice.Advisor;
import dev.mintmark.advice.Catalogue;
import dev.mintmark.advice.glossary.Glossary;
import dev.mintmark.advice.rules.AllRules;
import dev.mintmark.advice.secrets.SecretScan;
import dev.mintmark.advice.secrets.WellKnownSecrets;
import dev.mintmark.drills.Canary;
import dev.mintmark.issuer.IssuerContext;
import dev.mintmark.issuer.Issuers;
import dev.mintmark.keys.ValueSealer;
import dev.mintmark.service.AdviceService;
import dev.mintmark.service.DrillService;
import dev.mintmark.service.TokenEvents;
import dev.mintmark.service.TokenOperations;
import dev.mintmark.service.TokenService;
import dev.mintmark.service.batch.BatchMinter;
import java.time.Duration;

/**
 * The services, composed once for a process. Closing ends the threads that search for secrets.
 *
 * @param issuers have the keys and defaults
 * @param catalogue the rules of advice
 * @param operations mint, verify, refresh and revoke
 * @param tokens all operations on single tokens
 * @param batches many tokens at once
 * @param drills deliberately bad tokens
 * @param scan the search for well-known secrets
 */
public record Services(
        Issuers issuers,
        Catalogue catalogue,
        TokenOperations operations,
        TokenService tokens,
        BatchMinter batches,
        DrillService drills,
        SecretScan scan)
        implements AutoCloseable {

    /**
     * Composes the services.
     *
     * @throws IllegalArgumentException if the file of secrets cannot be read
     */
    public static Services of(ServiceSettings settings, Ports ports) {
        Issuers issuers = ports.issuers();
        IssuerContext root = issuers.root();
        Catalogue catalogue = new Catalogue(AllRules.list());
        WellKnownSecrets secrets = WellKnownSecrets.load(settings.secretsFile());
        SecretScan scan = new SecretScan(secrets, SecretScan.DEFAULT_TIMEOUT);
        TokenEvents events = ports.events().apply(catalogue);
        TokenOperations operations = TokenOperations.of(
                root.defaults(), settings.refresh(), ports.revocations(), settings.onOutage(), ports.clock());
        Duration keyRetention =
                root.keyRings().isEphemeral() ? Duration.ZERO : root.defaults().maxDefaultLifetime();
        AdviceService advice = new AdviceService(
                new Advisor(catalogue, secrets, scan), new Glossary(), ports.clock(), events, keyRetention);
        return new Services(
                issuers,
                catalogue,
                operations,
                new TokenService(
                        operations,
                        advice,
                        issuers,
                        ports.clock(),
                        settings.refresh().maxTokenLength(),
                        events),
                new BatchMinter(operations, issuers, ports.clock(), settings.maxBatch(), events),
                new DrillService(
                        issuers,
                        operations.revoker(),
                        new Canary(new ValueSealer(root.keyRings()), ports.revocations(), ports.clock()),
                        ports.clock()),
                scan);
    }

    @Override
    public void close() {
        scan.close();
    }
}
