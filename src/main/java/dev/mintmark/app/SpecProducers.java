package dev.mintmark.app;

import dev.mintmark.assembly.Services;
import dev.mintmark.service.DraftService;
import dev.mintmark.service.DrillService;
import dev.mintmark.service.PresetService;
import dev.mintmark.service.TokenService;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Produces the services that propose tokens: drafts, presets and drills. */
@Dependent
public final class SpecProducers {
    SpecProducers() {}

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
}
