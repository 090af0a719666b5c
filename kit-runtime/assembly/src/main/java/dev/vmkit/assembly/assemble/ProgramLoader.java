package dev.vmkit.assembly.assemble;

import dev.vmkit.api.Image;
import dev.vmkit.api.ImageLoader;
import dev.vmkit.api.PartKind;
import dev.vmkit.assembly.catalog.Catalog;
import dev.vmkit.assembly.catalog.Part;
import dev.vmkit.assembly.config.LoadConfig;
import dev.vmkit.assembly.config.MachineProblem;
import dev.vmkit.language.codec.Assembler;
import dev.vmkit.language.codec.Program;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.language.text.Suggestion;
import dev.vmkit.language.text.Text;
import dev.vmkit.layers.image.ImageFormats;
import dev.vmkit.layers.image.ImageProblem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads the files to be loaded: assembles sources, and has image loaders read the rest. */
final class ProgramLoader {
    private static final String ASSEMBLY = "asm";
    private static final int MOST_SOURCE = 4 << 20;
    private static final List<String> ASSEMBLY_ENDINGS = List.of(".asm", ".s");

    private final Isa isa;
    private final Catalog catalog;
    private final ProgramFiles files;
    private final ProgramPlacer placer;
    private final Diagnostics diagnostics;

    ProgramLoader(Isa isa, Catalog catalog, ProgramFiles files, ProgramPlacer placer, Diagnostics diagnostics) {
        this.isa = isa;
        this.catalog = catalog;
        this.files = files;
        this.placer = placer;
        this.diagnostics = diagnostics;
    }

    /** The programs that could be loaded; for the others it is reported why not. */
    List<ResolvedProgram> load(List<LoadConfig> loads) {
        return loads.stream().flatMap(load -> load(load).stream()).toList();
    }

    private Optional<ResolvedProgram> load(LoadConfig load) {
        Optional<ProgramFiles.Content> content = files.read(load.file());
        return content.flatMap(c -> isAssembly(load) ? assemble(load, c) : image(load, c));
    }

    private static boolean isAssembly(LoadConfig load) {
        String name = load.file().value().toLowerCase(Locale.ROOT);
        return load.format()
                .map(f -> f.value().equals(ASSEMBLY))
                .orElse(ASSEMBLY_ENDINGS.stream().anyMatch(name::endsWith));
    }

    private Optional<ResolvedProgram> assemble(LoadConfig load, ProgramFiles.Content content) {
        if (content.bytes().length > MOST_SOURCE) {
            diagnostics.report(
                    MachineProblem.FILE,
                    load.file().span(),
                    "'" + load.file() + "' has " + content.bytes().length + " bytes, a source has at most 4 MiB");
            return Optional.empty();
        }
        SourceFile source = new SourceFile(content.shown(), new String(content.bytes(), StandardCharsets.UTF_8));
        Optional<Program> program = Assembler.of(isa).assemble(source, diagnostics);
        return program.flatMap(p -> placer.place(load, content.shown(), p));
    }

    private Optional<ResolvedProgram> image(LoadConfig load, ProgramFiles.Content content) {
        return loader(load, content).flatMap(loader -> image(load, content, loader));
    }

    private Optional<ResolvedProgram> image(LoadConfig load, ProgramFiles.Content content, ImageLoader loader) {
        try {
            Image image = loader.load(content.shown(), content.bytes());
            OptionalLong offset = ImageFormats.offset(loader.format(), content.bytes());
            return placer.place(load, content.shown(), loader.format(), image, offset);
        } catch (IllegalArgumentException malformed) {
            diagnostics.report(
                    ImageProblem.MALFORMED,
                    load.file().span(),
                    "'" + load.file() + "' cannot be read as " + loader.format() + ": " + malformed.getMessage());
            return Optional.empty();
        }
    }

    private Optional<ImageLoader> loader(LoadConfig load, ProgramFiles.Content content) {
        if (load.format().isPresent()) {
            return named(load.format().get());
        }
        Optional<ImageLoader> builtIn = ImageFormats.builtIn().stream()
                .filter(l -> l.recognises(content.shown(), content.bytes()))
                .findFirst();
        Optional<ImageLoader> found = builtIn.or(() -> catalog.parts(PartKind.IMAGE).stream()
                .flatMap(part -> catalog.imageLoader(part, diagnostics).stream())
                .filter(l -> l.recognises(content.shown(), content.bytes()))
                .findFirst());
        if (found.isEmpty()) {
            diagnostics.report(
                    ImageProblem.UNKNOWN_FORMAT,
                    load.file().span(),
                    "nothing tells the format of '" + load.file() + "'",
                    "say it: { file: " + load.file() + ", format: raw, at: 0x... }");
        }
        return found;
    }

    private Optional<ImageLoader> named(Text format) {
        Optional<ImageLoader> builtIn = ImageFormats.builtIn().stream()
                .filter(l -> l.format().equals(format.value()))
                .findFirst();
        return builtIn.or(() -> ofPlugin(format));
    }

    private Optional<ImageLoader> ofPlugin(Text format) {
        if (!catalog.offers(PartKind.IMAGE, format.value())) {
            List<String> known = formats();
            diagnostics.report(
                    ImageProblem.UNKNOWN_FORMAT,
                    format.span(),
                    "there is no format '" + format + "'",
                    Suggestion.nearest(format.value(), known)
                            .map(near -> "did you mean '" + near + "'?")
                            .orElse("known: " + String.join(", ", known)));
        }
        Optional<Part> part = catalog.part(PartKind.IMAGE, format.value(), format.span(), diagnostics);
        return part.flatMap(p -> catalog.imageLoader(p, diagnostics));
    }

    private List<String> formats() {
        List<String> formats = new ArrayList<>(List.of(ASSEMBLY));
        ImageFormats.builtIn().forEach(l -> formats.add(l.format()));
        catalog.parts(PartKind.IMAGE).forEach(p -> formats.add(p.name()));
        return formats;
    }
}
