package dev.mintmark.app;

import dev.mintmark.app.settings.DraftOptions;
import dev.mintmark.app.settings.MintmarkSettings;
import dev.mintmark.assembly.Services;
import dev.mintmark.draft.model.ModelClient;
import dev.mintmark.draft.model.ModelDrafter;
import dev.mintmark.http.drill.DrillSwitch;
import dev.mintmark.http.mcp.McpSwitch;
import dev.mintmark.keys.FileReader;
import dev.mintmark.mcp.McpServer;
import dev.mintmark.service.DraftService;
import dev.mintmark.service.DrillService;
import dev.mintmark.service.PresetService;
import dev.mintmark.service.TokenService;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Produces the services that propose tokens: drafts, presets, drills and the tools for assistants. */
@Dependent
public final class SpecProducers {
    private final MintmarkSettings settings;

    SpecProducers(MintmarkSettings settings) {
        this.settings = settings;
    }

    @Produces
    @Singleton
    DrillService drillService(Services services) {
        return services.drills();
    }

    @Produces
    @Singleton
    DraftService draftService(TokenService tokens) {
        return new DraftService(tokens, model());
    }

    private Optional<ModelDrafter> model() {
        DraftOptions.Model model = settings.draft().model();
        return model.url()
                .map(url -> new ModelClient(
                        URI.create(url),
                        model.name()
                                .orElseThrow(
                                        () -> new IllegalArgumentException("mintmark.draft.model.name is missing")),
                        model.apiKeyFile().map(SpecProducers::apiKey),
                        model.timeout()))
                .map(ModelDrafter::new);
    }

    private static String apiKey(String file) {
        byte[] content = new FileReader().read("mintmark.draft.model.api-key-file", Path.of(file));
        return new String(content, StandardCharsets.ISO_8859_1).strip();
    }

    @Produces
    @Singleton
    PresetService presetService() {
        return new PresetService();
    }

    @Produces
    @Singleton
    McpSwitch mcpSwitch() {
        return new McpSwitch(settings.mcp().enabled());
    }

    @Produces
    @Singleton
    McpServer mcpServer(
            Services services,
            DrillSwitch drills,
            @ConfigProperty(name = "quarkus.application.version", defaultValue = "development") String version) {
        return McpServer.of(
                services.tokens(),
                Optional.of(services.drills()).filter(service -> drills.isOn()),
                services.catalogue(),
                services.issuers(),
                settings.mcp().mint(),
                version);
    }
}
