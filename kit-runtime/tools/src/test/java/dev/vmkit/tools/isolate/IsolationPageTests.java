package dev.vmkit.tools.isolate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IsolationPageTests {

    /** And {@link Attack} says that what is tested is on the page. */
    @Test
    void whatThePageSaysOfAnAttackIsTested() throws IOException {
        List<String> tested = Stream.of(CageTests.class, HostileSubmissionTests.class)
                .flatMap(tests -> Stream.of(tests.getDeclaredMethods()))
                .flatMap(IsolationPageTests::attack)
                .toList();
        assertThat(IsolationPage.read().stopped())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(tested).anyMatch(row::startsWith));
    }

    private static Stream<String> attack(Method test) {
        return Stream.ofNullable(test.getAnnotation(Attack.class)).map(Attack::value);
    }
}
