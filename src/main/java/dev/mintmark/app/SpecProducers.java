package dev.mintmark.app;

import dev.mintmark.app.settings.MintmarkSettings;
import dev.mintmark.assembly.Services;
import dev.mintmark.http.drill.DrillSwitch;
import dev.mintmark.http.mcp.McpSwitch;
import dev.mintmark.mcp.McpServer;
import dev.mintmark.service.DraftService;
import dev.mintmark.service.DrillService;
import dev.mintmark.service.PresetService;
import dev.mintmark.service.TokenService;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
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
        return new DraftService(tokens);
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
