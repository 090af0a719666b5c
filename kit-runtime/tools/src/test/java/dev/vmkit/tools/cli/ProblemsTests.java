package dev.vmkit.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.language.text.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Every kind of mistake")
class ProblemsTests {
    /** {@code -Dapprove=true} writes it anew. */
    private static final Path PAGE = Path.of("../../docs/reference/messages.md");

    static Stream<Problem> problems() {
        return Problems.all().stream();
    }

    @Test
    void hasACodeOfItsOwn() {
        assertThat(Problems.all()).extracting(Problem::code).doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("problems")
    void isExplained(Problem problem) {
        assertThat(problem.code()).matches("K[0-9]{3}");
        assertThat(problem.title()).isNotBlank().doesNotEndWith(".").hasSizeLessThan(90);
        assertThat(problem.explanation()).hasSizeGreaterThan(40).endsWith(".").isNotEqualTo(problem.title());
    }

    @Test
    void standsInTheManual() throws IOException {
        if (Boolean.getBoolean("approve")) {
            Files.writeString(PAGE, ProblemsPage.text());
        }
        assertThat(PAGE).hasContent(ProblemsPage.text());
        assertThat(Files.readString(PAGE))
                .contains(Problems.all().stream()
                        .map(p -> "### " + p.code() + ":")
                        .toList());
    }
}
