package dev.vmkit.assembly.catalog;

import dev.vmkit.api.DeviceModel;
import dev.vmkit.api.ImageLoader;
import dev.vmkit.api.IsaFunctions;
import dev.vmkit.api.ParameterInfo;
import dev.vmkit.api.PartInfo;
import dev.vmkit.api.PartKind;
import dev.vmkit.api.SchedulerPolicy;
import dev.vmkit.language.device.DeviceDefinition;
import dev.vmkit.language.device.DeviceReader;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.IsaLoader;
import dev.vmkit.language.text.Diagnostic;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.Span;
import dev.vmkit.language.text.Suggestion;
import dev.vmkit.language.text.Text;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** All parts that the plugins at some places offer. Opening it reads each plugin's plugin.yaml and nothing else. */
public final class Catalog implements AutoCloseable {
    private final List<InstalledPlugin> plugins;
    private final List<Part> parts;
    private final Diagnostics mistakes;
    private final PluginCode code = new PluginCode();
    private final LoadedIsas isas = new LoadedIsas(isaLibrary());
    private final PluginChecks checks;

    private Catalog(List<InstalledPlugin> plugins, Diagnostics mistakes, Predicate<InstalledPlugin> preferred) {
        this.plugins = List.copyOf(plugins);
        List<Part> all = plugins.stream()
                .flatMap(p -> p.declaration().provides().stream().map(provided -> new Part(p, provided)))
                .toList();
        List<Part> first =
                all.stream().filter(part -> preferred.test(part.plugin())).toList();
        this.parts = all.stream()
                .filter(part -> first.contains(part) || first.stream().noneMatch(part::isNamesakeOf))
                .toList();
        this.mistakes = mistakes;
        this.checks = new PluginChecks(plugins);
    }

    /**
     * The plugins at these places: each a plugin, or a folder of plugins. A plugin that a place names takes the place of
     * one of the same name that only lies in a folder. Mistakes are kept, see {@link #mistakes}.
     */
    public static Catalog open(List<Path> places) {
        return open(places, _ -> false);
    }

    /**
     * The plugins at some places, and one whose parts take the place of all others of their names: a solution of an exercise
     * may be called as what it solves.
     */
    public static Catalog preferring(Path plugin, List<Path> places) {
        List<Path> all = new ArrayList<>(places);
        all.addFirst(plugin);
        return open(all, p -> p.source().location().startsWith(plugin));
    }

    private static Catalog open(List<Path> places, Predicate<InstalledPlugin> preferred) {
        Diagnostics mistakes = new Diagnostics();
        List<InstalledPlugin> named = new ArrayList<>();
        List<InstalledPlugin> others = new ArrayList<>();
        for (PluginSearch.Found found : PluginSearch.below(places, mistakes)) {
            DeclarationReader.read(found.source(), mistakes)
                    .map(declaration -> new InstalledPlugin(declaration, found.source()))
                    .ifPresent(found.named() ? named::add : others::add);
        }
        Set<String> names = named.stream().map(InstalledPlugin::name).collect(Collectors.toSet());
        others.removeIf(plugin -> names.contains(plugin.name()));
        named.addAll(others);
        return new Catalog(named, mistakes, preferred);
    }

    /**
     * What is wrong with any plugin: files that could not be read, versions that do not fit, names used twice. A machine
     * that uses none of these plugins may well run.
     */
    public List<Diagnostic> mistakes() {
        Diagnostics all = new Diagnostics();
        mistakes.list().forEach(all::add);
        checks.all(all);
        for (Part part : parts) {
            List<Part> offering = offering(part.kind(), part.name());
            if (offering.getFirst() == part) {
                unambiguous(part, offering, part.declaredAt(), all);
            }
        }
        return all.list();
    }

    /** The plugins, by name. */
    public List<PluginInfo> plugins() {
        return plugins.stream()
                .map(this::info)
                .sorted(Comparator.comparing(PluginInfo::name))
                .toList();
    }

    private PluginInfo info(InstalledPlugin plugin) {
        PluginDeclaration said = plugin.declaration();
        return new PluginInfo(
                plugin.name(),
                said.version().value(),
                said.requires().value(),
                said.about(),
                plugin.source().location(),
                parts.stream().filter(part -> part.plugin() == plugin).toList());
    }

    /** All parts, by kind and name. */
    public List<Part> parts() {
        return parts.stream()
                .sorted(Comparator.comparing(Part::kind).thenComparing(Part::name))
                .toList();
    }

    /** The parts of a kind, by name. */
    public List<Part> parts(PartKind kind) {
        return parts().stream().filter(part -> part.kind() == kind).toList();
    }

    /** Whether a part comes from a plugin at that place. */
    public boolean isFrom(Part part, Path place) {
        return part.plugin().source().location().startsWith(place);
    }

    /** Whether any plugin offers a part of that name. */
    public boolean offers(PartKind kind, String name) {
        return !offering(kind, name).isEmpty();
    }

    private List<Part> offering(PartKind kind, String name) {
        return parts.stream()
                .filter(part -> part.kind() == kind && part.name().equals(name))
                .toList();
    }

    /**
     * The part of that name, if it is offered. Reports, at {@code usedAt}, if several plugins offer it, and if its plugin
     * does not fit this kit.
     */
    public Optional<Part> part(PartKind kind, String name, Span usedAt, Diagnostics diagnostics) {
        List<Part> offering = offering(kind, name);
        if (offering.isEmpty()) {
            return Optional.empty();
        }
        Part part = offering.getFirst();
        boolean fits = unambiguous(part, offering, usedAt, diagnostics);
        return fits && checks.check(part.plugin(), diagnostics) ? Optional.of(part) : Optional.empty();
    }

    private static boolean unambiguous(Part part, List<Part> offering, Span usedAt, Diagnostics diagnostics) {
        if (offering.size() < 2) {
            return true;
        }
        List<Diagnostic.Related> places = offering.stream()
                .filter(p -> !p.declaredAt().equals(usedAt))
                .map(p -> new Diagnostic.Related(p.declaredAt(), "offered by plugin " + p.pluginName()))
                .toList();
        String message =
                "%d plugins offer %s '%s'".formatted(offering.size(), DeclarationReader.key(part.kind()), part.name());
        diagnostics.add(new Diagnostic(CatalogProblem.AMBIGUOUS_PART, message, Optional.of(usedAt), "", places));
        return false;
    }

    /** "did you mean 'uart-16550'? (plugin devices-basic)", or nothing when no part of the kind has a name that is near. */
    public String didYouMean(PartKind kind, String wrong) {
        List<String> names = parts(kind).stream().map(Part::name).toList();
        return Suggestion.nearest(wrong, names)
                .map(near -> "did you mean '" + near + "'? (plugin "
                        + offering(kind, near).getFirst().pluginName() + ")")
                .orElse("");
    }

    /** Definitions of instruction sets, for those that extend others. */
    public IsaLoader.Library isaLibrary() {
        return name ->
                offering(PartKind.ISA, name).stream().findFirst().flatMap(part -> part.definition(new Diagnostics()));
    }

    /**
     * An instruction set of which something was chosen, the same one as long as its definition stays as it is; nothing where
     * mistakes, which are reported, leave none.
     */
    public Optional<Isa> isa(Part part, IsaLoader.Choice choice, Diagnostics diagnostics) {
        return part.definition(diagnostics).flatMap(file -> isas.load(file, choice, diagnostics));
    }

    /** What a machine file may choose of an instruction set. */
    public IsaChoices choices(Part isa) {
        return isa.definition(new Diagnostics())
                .map(file -> IsaChoices.read(file, isaLibrary()))
                .orElse(new IsaChoices("", List.of(), List.of(), List.of()));
    }

    /**
     * What a part says of itself, for lists and schemas; with little in it if its definition has mistakes. An instruction
     * set's variants and features are in {@link #choices}.
     */
    public PartInfo info(Part part) {
        Diagnostics ignored = new Diagnostics();
        return switch (part.kind()) {
            case DEVICE ->
                device(part, ignored)
                        .map(d -> info(part, d.doc(), d.parameters()))
                        .orElse(info(part, "", List.of()));
            case ISA -> info(part, choices(part).doc(), choices(part).params());
            case POLICY, IMAGE ->
                JavaPart.read(part, ignored)
                        .map(found -> info(part, found.doc(), found.parameters()))
                        .orElse(info(part, "", List.of()));
        };
    }

    private static PartInfo info(Part part, String summary, List<ParameterInfo> parameters) {
        return new PartInfo(part.kind(), part.name(), summary, part.pluginName(), parameters);
    }

    /** The definition of a device, or nothing where the mistakes in it, which are reported, leave none. */
    public Optional<DeviceDefinition> device(Part part, Diagnostics diagnostics) {
        return part.definition(diagnostics)
                .flatMap(file -> DeviceReader.read(file, diagnostics))
                .filter(device -> part.isCalled(device.name(), device.span(), diagnostics));
    }

    /**
     * The Java class that a device's definition names.
     *
     * @throws PluginFailure if it cannot be used, or throws
     */
    public DeviceModel deviceModel(Part part, Text className) {
        return code.create(part.plugin(), className.value(), DeviceModel.class);
    }

    /**
     * New instances of the {@link IsaFunctions} that the plugin of an instruction set brings, each marked
     * {@link org.pf4j.Extension}.
     *
     * @throws PluginFailure if one cannot be used, or throws
     */
    public List<IsaFunctions> isaFunctions(Part isa) {
        return code.extensions(isa.plugin(), IsaFunctions.class);
    }

    /**
     * The loader of a program format that a plugin brings; nothing if mistakes in its definition, which are reported,
     * leave none.
     *
     * @throws PluginFailure if its class cannot be used, or throws
     */
    public Optional<ImageLoader> imageLoader(Part part, Diagnostics diagnostics) {
        return JavaPart.read(part, diagnostics)
                .map(found -> code.create(part.plugin(), found.className().value(), ImageLoader.class))
                .map(loader -> new GuardedLoader(loader, part.plugin(), code));
    }

    /**
     * What makes new instances of a scheduler policy, and throws a {@link PluginFailure} if one cannot be made; nothing if
     * mistakes in its definition, which are reported, leave none.
     *
     * @throws PluginFailure if its class cannot be used
     */
    public Optional<Supplier<SchedulerPolicy>> schedulerPolicy(Part part, Diagnostics diagnostics) {
        return JavaPart.read(part, diagnostics)
                .map(found -> code.factory(part.plugin(), found.className().value(), SchedulerPolicy.class));
    }

    /** The laws that a scheduler policy says it keeps, by their names. */
    public List<Text> promises(Part policy) {
        return JavaPart.read(policy, new Diagnostics()).map(JavaPart::promises).orElse(List.of());
    }

    /** A file of the plugin that offers a part; nothing if it is missing or cannot be read, which is reported. */
    public Optional<byte[]> file(Part part, String path, Span usedAt, Diagnostics diagnostics) {
        return part.plugin().bytes(path, usedAt, diagnostics);
    }

    /** How messages call a file of the plugin that offers a part. */
    public String shown(Part part, String path) {
        return part.plugin().source().shown(path);
    }

    @Override
    public void close() {
        code.close();
    }
}
