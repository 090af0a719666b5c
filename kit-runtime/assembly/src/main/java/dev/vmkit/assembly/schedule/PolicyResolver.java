package dev.vmkit.assembly.schedule;

import dev.vmkit.api.ParameterInfo;
import dev.vmkit.api.PartKind;
import dev.vmkit.api.SchedulerPolicy;
import dev.vmkit.assembly.catalog.Catalog;
import dev.vmkit.assembly.catalog.Part;
import dev.vmkit.assembly.config.MachineProblem;
import dev.vmkit.assembly.config.Setting;
import dev.vmkit.language.device.ParameterValue;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.Suggestion;
import dev.vmkit.language.text.Text;
import dev.vmkit.language.yaml.MappingReader;
import dev.vmkit.language.yaml.Values;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Finds the policies that are asked for, and gives each parameter its value. */
public final class PolicyResolver {
    private static final long SEED = 1;

    /** Of hosts that name none. */
    private static final PolicyChoice HOSTS_DEFAULT =
            new PolicyChoice(said("round-robin"), List.of(new Setting(said("slice"), said("10000"))), Optional.empty());

    private final Catalog catalog;
    private final Diagnostics diagnostics;

    public PolicyResolver(Catalog catalog, Diagnostics diagnostics) {
        this.catalog = catalog;
        this.diagnostics = diagnostics;
    }

    /** The policy that a host's file asks for, or else turns that are long for machines and short for people. */
    public Optional<ResolvedPolicy> resolve(Optional<MappingReader> scheduler) {
        return scheduler.isPresent()
                ? scheduler.flatMap(PolicyChoice::read).flatMap(this::resolve)
                : resolve(HOSTS_DEFAULT);
    }

    private static Text said(String value) {
        return Text.synthetic("the kit's choice", value);
    }

    /** The policy that was asked for; nothing if mistakes, which are reported, leave none. */
    public Optional<ResolvedPolicy> resolve(PolicyChoice choice) {
        if (!catalog.offers(PartKind.POLICY, choice.name().value())) {
            diagnostics.report(
                    MachineProblem.UNKNOWN_PART,
                    choice.name().span(),
                    "no scheduler policy called '" + choice.name() + "'",
                    catalog.didYouMean(PartKind.POLICY, choice.name().value()));
            catalog.mistakes().forEach(diagnostics::add);
            return Optional.empty();
        }
        return catalog.part(
                        PartKind.POLICY, choice.name().value(), choice.name().span(), diagnostics)
                .flatMap(part -> resolve(part, choice));
    }

    /** A policy with all parameters as they are by default. */
    public Optional<ResolvedPolicy> byDefault(Part part) {
        return resolve(part, new PolicyChoice(Text.synthetic("", part.name()), List.of(), Optional.empty()));
    }

    private Optional<ResolvedPolicy> resolve(Part part, PolicyChoice choice) {
        return catalog.schedulerPolicy(part, diagnostics).flatMap(maker -> resolve(part, maker, choice));
    }

    private Optional<ResolvedPolicy> resolve(Part part, Supplier<SchedulerPolicy> maker, PolicyChoice choice) {
        List<ParameterInfo> known = catalog.info(part).parameters();
        Map<String, ParameterValue> values = new TreeMap<>();
        boolean fine = true;
        for (Setting setting : choice.settings()) {
            fine &= set(part, setting, known, values);
        }
        for (ParameterInfo parameter : known) {
            if (choice.settings().stream().noneMatch(s -> s.name().equals(parameter.name()))) {
                fine &= setDefault(part, parameter, choice.name(), values);
            }
        }
        Optional<Long> seed = choice.seed().map(this::seed).orElse(Optional.of(SEED));
        return fine && seed.isPresent()
                ? Optional.of(new ResolvedPolicy(part.name(), title(part, choice), maker, values, seed.get()))
                : Optional.empty();
    }

    private boolean set(Part part, Setting setting, List<ParameterInfo> known, Map<String, ParameterValue> values) {
        Optional<ParameterInfo> parameter =
                known.stream().filter(p -> p.name().equals(setting.name())).findFirst();
        if (parameter.isEmpty()) {
            diagnostics.report(
                    MachineProblem.SETTING,
                    setting.key().span(),
                    "'" + part.name() + "' has no parameter '" + setting.name() + "'",
                    nearest(setting.name(), known));
            return false;
        }
        Optional<ParameterValue> value = ParameterValue.read(parameter.get(), setting.value(), diagnostics);
        value.ifPresent(v -> values.put(setting.name(), v));
        return value.isPresent();
    }

    private static String nearest(String wrong, List<ParameterInfo> known) {
        List<String> names =
                new ArrayList<>(known.stream().map(ParameterInfo::name).toList());
        names.add("seed");
        return Suggestion.nearest(wrong, names)
                .map(near -> "did you mean '" + near + "'?")
                .orElse("it has " + String.join(", ", names));
    }

    private boolean setDefault(Part part, ParameterInfo parameter, Text at, Map<String, ParameterValue> values) {
        if (parameter.defaultValue().isEmpty()) {
            diagnostics.report(
                    MachineProblem.MISSING_SETTING,
                    at.span(),
                    "'" + part.name() + "' needs a value for '" + parameter.name() + "'");
            return false;
        }
        Text written =
                Text.synthetic("the policy's YAML", parameter.defaultValue().get());
        return ParameterValue.read(parameter, written, diagnostics)
                .map(value -> values.put(parameter.name(), value) == null)
                .orElse(false);
    }

    private Optional<Long> seed(Text text) {
        return new Values(diagnostics).number(text).map(BigInteger::longValue);
    }

    private static String title(Part part, PolicyChoice choice) {
        String settings = choice.settings().stream()
                .map(s -> "," + s.name() + "=" + s.value())
                .collect(Collectors.joining());
        return part.name() + settings + choice.seed().map(s -> ",seed=" + s).orElse("");
    }
}
