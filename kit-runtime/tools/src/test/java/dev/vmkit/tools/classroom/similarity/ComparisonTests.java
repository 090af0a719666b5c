package dev.vmkit.tools.classroom.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.language.text.SourceFile;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComparisonTests {
    private static final Set<String> WORDS =
            Set.of("kit", "isa", "about", "registers", "instructions", "encoding", "does");

    /** A definition of its own, by a seed. */
    private static String definition(long seed, int instructions) {
        Random random = new Random(seed);
        String body = IntStream.range(0, instructions)
                .mapToObj(i -> """
                      op%d:
                        encoding: %s
                        does: R[d] := R[a] %s (R[b] %s %d) %s %d
                    """.formatted(
                                i,
                                Integer.toBinaryString(random.nextInt(1 << 12)),
                                sign(random),
                                sign(random),
                                random.nextInt(5000),
                                sign(random),
                                random.nextInt(5000)))
                .collect(Collectors.joining());
        return "kit: 1\nisa: mine\nabout: Written by me.\ninstructions:\n" + body;
    }

    private static String sign(Random random) {
        return List.of("+", "-", "*", "&", "|", "^", "<<", ">>").get(random.nextInt(8));
    }

    private static List<SourceFile> file(String text) {
        return List.of(new SourceFile("isa.yaml", text));
    }

    private static Comparison aClass(int count) {
        Comparison comparison = new Comparison(WORDS);
        for (int i = 0; i < count; i++) {
            comparison.add("student-%02d".formatted(i), file(definition(i, 12)));
        }
        return comparison;
    }

    @Test
    void those_who_worked_alone_are_not_alike() {
        assertThat(aClass(12).pairs(0.3)).isEmpty();
    }

    @Test
    void a_copy_is_found_whatever_was_renamed_reordered_reformatted_and_said() {
        String original = definition(3, 12);
        String[] parts = original.split("(?=  op)");
        String reordered = parts[0]
                + IntStream.range(1, parts.length)
                        .mapToObj(i -> parts[parts.length - i])
                        .collect(Collectors.joining());
        String disguised = ("# my own work\n" + reordered)
                .replace("op", "instruction_")
                .replace("R[d]", "Reg[ target ]")
                .replace("Written by me", "All mine, honestly")
                .replace("    does", "    # computes\n    does");
        List<Likeness> found = aClass(12).add("thief", file(disguised)).pairs(0.3);
        assertThat(found).singleElement().satisfies(pair -> {
            assertThat(pair.one()).isEqualTo("student-03");
            assertThat(pair.other()).isEqualTo("thief");
            assertThat(pair.share()).isGreaterThan(0.6);
            assertThat(pair.passages())
                    .isNotEmpty()
                    .allSatisfy(place -> assertThat(place.one().file()).isEqualTo("isa.yaml"));
        });
    }

    @Test
    void numbers_are_equal_however_they_are_written() {
        List<Token> plain = Normalized.of(new SourceFile("a.yaml", "does: 255 + 0b101"), WORDS);
        List<Token> other = Normalized.of(new SourceFile("b.yaml", "# no\ndoes: '0xFF  +  5'"), WORDS);
        assertThat(plain).extracting(Token::word).containsExactly("does", ":", "255", "+", "5");
        assertThat(other).extracting(Token::word).containsExactly("does", ":", "255", "+", "5");
    }

    @Test
    void what_all_were_given_counts_for_nothing() {
        String given = definition(99, 12);
        Comparison comparison = new Comparison(WORDS).starter(file(given));
        comparison.add(
                "ada",
                file(given + definition(1, 12).split("instructions:\n")[1].replace("op", "ada")));
        comparison.add(
                "bob",
                file(given + definition(2, 12).split("instructions:\n")[1].replace("op", "bob")));
        assertThat(comparison.pairs(0.3)).isEmpty();
    }

    @Test
    void what_many_have_counts_for_nothing() {
        Comparison comparison = new Comparison(WORDS);
        for (int i = 0; i < 6; i++) {
            comparison.add("student-" + i, file(definition(7, 12)));
        }
        assertThat(comparison.pairs(0.3)).as("six of six: the task says so").isEmpty();
    }

    @Test
    void files_that_are_no_yaml_are_like_nothing() {
        Comparison comparison = aClass(2);
        comparison.add("x", file("a: [1, 2\n\t:::")).add("y", file("a: [1, 2\n\t:::"));
        assertThat(comparison.pairs(0.3)).isEmpty();
    }

    @Test
    void what_two_files_share_in_a_row_has_a_fingerprint_in_common() {
        List<Token> shared = tokens(1, Fingerprints.ROW + Fingerprints.WINDOW - 1);
        for (int before = 0; before < 20; before++) {
            List<Token> one = concat(tokens(2, before), shared, tokens(3, 9));
            List<Token> other = concat(tokens(4, 31 - before), shared, tokens(5, before));
            assertThat(Fingerprints.of("one", one).keySet())
                    .containsAnyElementsOf(Fingerprints.of("other", other).keySet());
        }
    }

    @SafeVarargs
    private static List<Token> concat(List<Token>... parts) {
        return List.of(parts).stream().flatMap(List::stream).toList();
    }

    private static List<Token> tokens(long seed, int count) {
        return new Random(seed)
                .ints(count, 0, 1000)
                .mapToObj(n -> new Token(seed + "/" + n, 1))
                .toList();
    }
}
