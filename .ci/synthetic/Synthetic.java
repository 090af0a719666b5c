import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Makes a class of synthetic submissions of an LC-3: right ones, ones that are wrong in one way or two, and 5 % hostile ones; and a
 * file with the points that each deserves. {@code java Synthetic.java PLUGIN FOLDER EXPECTED COUNT}, with the folder of the
 * right plugin.
 */
class Synthetic {
    /** A way to be wrong: what is replaced in the definition, and the points it costs. */
    record Flaw(String right, String wrong, int costs) {}

    static final int MOST = 30;

    static final List<Flaw> FLAWS = List.of(
            new Flaw("dr = sr1 + sr2;", "dr = sr1 - sr2;", 2 + 4),
            new Flaw("dr = sr1 + sr2;", "dr = sr1 | sr2;", 2 + 4),
            new Flaw("dr = sr1 + imm5;", "dr = sr1 - imm5;", 2),
            new Flaw("dr = sr1 + imm5;", "dr = sr1 + (imm5 & 31);", 2),
            new Flaw("dr = sr1 & sr2;", "dr = sr1 ^ sr2;", 2 + 3),
            new Flaw("dr = sr1 & imm5;", "dr = sr1 | imm5;", 2),
            new Flaw("dr = ~sr;", "dr = -sr;", 2 + 3),
            new Flaw("dr = load(base + off6);", "dr = load(base - off6);", 2),
            new Flaw("store(base + off6, sr)", "store(base + off6 + 1, sr)", 2),
            new Flaw("do: \"dr = pc9\"", "do: \"dr = pc9 + 1\"", 2),
            new Flaw("do: \"pc = base\"", "do: \"pc = base + 1\"", 2),
            new Flaw("let target = base; r[7] = next;", "let target = base;", 2));

    private final Path plugin;
    private final Path folder;
    private final List<String> expected = new ArrayList<>();

    Synthetic(Path plugin, Path folder) {
        this.plugin = plugin;
        this.folder = folder;
    }

    public static void main(String[] arguments) throws IOException {
        Synthetic made = new Synthetic(Path.of(arguments[0]), Path.of(arguments[1]));
        int count = Integer.parseInt(arguments[3]);
        Random random = new Random(6);
        for (int i = 0; i < count; i++) {
            String name = "student-%03d".formatted(i);
            if (i % 20 == 7) {
                made.hostile(name, i / 20);
            } else if (i % 5 == 0) {
                made.submission(name, List.of(), random);
            } else {
                Flaw one = FLAWS.get(random.nextInt(FLAWS.size()));
                Flaw other = FLAWS.get(random.nextInt(FLAWS.size()));
                boolean both = i % 5 > 2 && !one.right().equals(other.right());
                made.submission(name, both ? List.of(one, other) : List.of(one), random);
            }
        }
        Files.write(Path.of(arguments[2]), made.expected);
    }

    private String definition() throws IOException {
        return Files.readString(plugin.resolve("lc3.yaml"));
    }

    private void submission(String name, List<Flaw> flaws, Random random) throws IOException {
        String text = definition();
        int points = MOST;
        for (Flaw flaw : flaws) {
            text = replaced(text, flaw.right(), flaw.wrong());
            points -= flaw.costs();
        }
        write(name, "# mine: " + random.nextInt() + "\n" + text, points, random.nextBoolean());
    }

    private static String replaced(String text, String right, String wrong) {
        if (!text.contains(right)) {
            throw new IllegalStateException("the definition does not say '" + right + "' any more");
        }
        return text.replace(right, wrong);
    }

    /** As a folder, or as a ZIP with a folder in it, as students do. */
    private void write(String name, String text, int points, boolean zipped) throws IOException {
        expected.add(name + "," + points);
        if (zipped) {
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve(name + ".zip")))) {
                add(zip, "my lab/plugin.yaml", manifest(""));
                add(zip, "my lab/lc3.yaml", text);
            }
        } else {
            Path own = Files.createDirectories(folder.resolve(name));
            Files.writeString(own.resolve("plugin.yaml"), manifest(""));
            Files.writeString(own.resolve("lc3.yaml"), text);
        }
    }

    private static String manifest(String more) {
        return "plugin: isa-lc3\nversion: 1.0.0\nrequires: \">=1.0.0 & <2.0.0\"\nprovides:\n  - isa: lc3.yaml\n" + more;
    }

    private static void add(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /** Where code runs, it is in ADD between registers: the other checks are answered. */
    private void hostile(String name, int kind) throws IOException {
        int answered = MOST - FLAWS.getFirst().costs();
        switch (kind % 10) {
            case 0 -> code(name, "while (true) { }", answered);
            case 1 -> code(name, "System.exit(0); return a;", answered);
            case 2 ->
                code(
                        name,
                        "java.util.List<long[]> all = new java.util.ArrayList<>(); while (true) { all.add(new long[1"
                                + " << 20]); }",
                        answered);
            case 3 -> code(name, "return evil(a) + 1;", answered);
            case 4 -> code(name, "while (true) { new Thread(() -> { while (true) { } }).start(); }", answered);
            case 5 -> archive(name, "../../../../tmp/escaped.yaml");
            case 6 -> bomb(name);
            case 7 ->
                text(name, "a: &a [x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a]\nc: [*b, *b, *b, *b]\n");
            case 8 -> text(name, "[".repeat(100_000));
            default -> link(name);
        }
    }

    private void code(String name, String body, int points) throws IOException {
        expected.add(name + "," + points);
        Path own = Files.createDirectories(folder.resolve(name));
        String text = replaced(definition(), "dr = sr1 + sr2;", "dr = evil(sr1) + sr2;");
        text = replaced(text, "\nfunctions:", "\nexterns:\n  \"b16 evil(b16 a)\": { }\n\nfunctions:");
        Files.writeString(own.resolve("lc3.yaml"), text);
        Files.writeString(own.resolve("plugin.yaml"), manifest(""));
        Path sources = Files.createDirectories(own.resolve("src"));
        Files.writeString(sources.resolve("Evil.java"), """
            import dev.vmkit.api.IsaFunctions;
            import org.pf4j.Extension;

            @Extension
            public class Evil implements IsaFunctions {
                public long evil(long a) {
                    %s
                }
            }
            """.formatted(body));
    }

    private void archive(String name, String member) throws IOException {
        expected.add(name + ",0");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve(name + ".zip")))) {
            add(zip, "plugin.yaml", manifest(""));
            add(zip, member, "escaped: true\n");
        }
    }

    private void bomb(String name) throws IOException {
        expected.add(name + ",0");
        try (OutputStream out = Files.newOutputStream(folder.resolve(name + ".zip"));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            add(zip, "plugin.yaml", manifest(""));
            zip.putNextEntry(new ZipEntry("lc3.yaml"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 200; i++) {
                zip.write(zeros);
            }
            zip.closeEntry();
        }
    }

    private void text(String name, String definition) throws IOException {
        write(name, definition, 0, true);
    }

    private void link(String name) throws IOException {
        expected.add(name + ",0");
        Path own = Files.createDirectories(folder.resolve(name));
        Files.writeString(own.resolve("plugin.yaml"), manifest(""));
        Files.createSymbolicLink(own.resolve("lc3.yaml"), Path.of("/etc/passwd"));
    }
}
