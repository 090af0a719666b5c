import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Checks (`check`) or formats (`apply`) every Java source below a directory, with palantir-java-format.
/// What lies in resources is a template or a golden file, and stays as it is.
final class Format {
    private static final Formatter FORMATTER = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .build());

    public static void main(String[] args) throws IOException {
        boolean apply = args[0].equals("apply");
        Path root = Path.of(args[1]).normalize();
        List<Path> changed = sources(root).parallelStream()
                .filter(source -> differs(source, apply))
                .toList();
        changed.forEach(
                source -> System.out.println((apply ? "formatted " : "not formatted: ") + root.relativize(source)));
        if (!apply && !changed.isEmpty()) {
            System.out.println("To format: mvn -o verify -pl .ci/format -Dapply");
            System.exit(1);
        }
    }

    private static List<Path> sources(Path root) throws IOException {
        try (var files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file ->
                            !root.relativize(file).toString().matches("(.*[/\\\\])?(target|resources)[/\\\\].*"))
                    .sorted()
                    .toList();
        }
    }

    private static boolean differs(Path source, boolean apply) {
        try {
            String text = Files.readString(source);
            String formatted = FORMATTER.formatSourceAndFixImports(text);
            if (apply && !formatted.equals(text)) {
                Files.writeString(source, formatted);
            }
            return !formatted.equals(text);
        } catch (IOException | FormatterException | RuntimeException failure) {
            throw new IllegalStateException(source + ": " + failure.getMessage(), failure);
        }
    }
}
