package dev.vmkit.tools.isolate;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** The tiers that stop an attack, as the page says. */
final class HoldingTiers implements ArgumentsProvider {
    @Override
    public Stream<? extends Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context)
            throws Exception {
        String attack =
                context.getRequiredTestMethod().getAnnotation(Attack.class).value();
        boolean withPlugins = context.getRequiredTestClass() == HostileSubmissionTests.class;
        List<Tier> tiers = withPlugins ? HostileSubmissionTests.tiers() : List.of(Tier.values());
        IsolationPage page = IsolationPage.read();
        return tiers.stream().filter(tier -> page.stops(attack, tier)).map(Arguments::of);
    }
}
