package dev.vmkit.docs;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.Predefined;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The house is built as it was drawn, and the rules would notice if it were not. */
class ArchitectureTests {
    private static final String WRONG = "dev.vmkit.docs.wrong";

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.vmkit");
    private static final JavaClasses WRONG_HOUSE = new ClassFileImporter().importPackages(WRONG);

    static Stream<Named<ArchRule>> rules() {
        return named(new Rules("dev.vmkit"));
    }

    static Stream<Named<ArchRule>> rulesForTheWrongHouse() {
        return named(new Rules(WRONG));
    }

    private static Stream<Named<ArchRule>> named(Rules rules) {
        return rules.all().stream().map(rule -> Named.of(rule.getDescription(), rule));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theHouseKeeps(ArchRule rule) {
        rule.check(HOUSE);
    }

    @ParameterizedTest
    @MethodSource("rulesForTheWrongHouse")
    void aWrongHouseIsCaughtBy(ArchRule rule) {
        assertThat(rule.evaluate(WRONG_HOUSE).getFailureReport().getDetails())
                .anyMatch(detail -> detail.contains(WRONG));
    }

    /** A rule about a package that was renamed or never built holds, and says nothing. */
    @ParameterizedTest
    @MethodSource("namedPackages")
    void thePackagesThatTheRulesNameHoldClasses(String name) {
        assertThat(HOUSE.that(resideInAPackage("dev.vmkit." + name + "..")))
                .anyMatch(type -> !type.getSimpleName().equals("package-info"));
    }

    static Stream<String> namedPackages() {
        return Stream.concat(Rules.PLACES.stream(), Rules.homes().stream());
    }

    /** What a plugin author can read in one hour. */
    @Test
    void theContractIsSmall() throws IOException {
        assertThat(HOUSE.that(resideInAPackage("dev.vmkit.api")).stream()
                        .filter(type ->
                                type.isTopLevelClass() && type.getModifiers().contains(JavaModifier.PUBLIC)))
                .hasSizeLessThanOrEqualTo(31);
        try (var sources = Files.walk(Path.of("../kit-api/src/main/java"))) {
            assertThat(sources.filter(file -> file.toString().endsWith(".java"))
                            .mapToLong(source -> lines(source).size())
                            .sum())
                    .isLessThanOrEqualTo(1_500);
        }
    }

    @Test
    void everyPackageSaysWhatItIsFor() throws IOException {
        assertThat(undocumented(Path.of(".."), "main")).isEmpty();
    }

    @Test
    void aPackageThatSaysNothingIsCaught() throws IOException {
        assertThat(undocumented(Path.of(""), "test"))
                .anyMatch(directory -> directory.endsWith("wrong/silent"))
                .noneMatch(directory -> directory.endsWith("wrong/api"));
    }

    /** The source directories whose package-info is missing, has no doc, or does not switch null checks on. */
    private static List<Path> undocumented(Path root, String sources) throws IOException {
        try (var files = Files.walk(root.toAbsolutePath().normalize())) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::getParent)
                    .filter(directory -> directory
                            .toString()
                            .contains(Path.of("src", sources, "java").toString()))
                    .distinct()
                    .filter(directory -> !isDocumented(directory.resolve("package-info.java")))
                    .toList();
        }
    }

    private static boolean isDocumented(Path packageInfo) {
        return Files.exists(packageInfo)
                && String.join("\n", lines(packageInfo)).matches("(?s)/(\\*\\*|//).*@NullMarked.*");
    }

    private static List<String> lines(Path source) {
        try {
            return Files.readAllLines(source);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
