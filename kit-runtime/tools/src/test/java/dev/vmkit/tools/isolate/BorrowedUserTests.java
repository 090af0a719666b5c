package dev.vmkit.tools.isolate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class BorrowedUserTests {
    /** Borrows a user, and says which. */
    static final class Other {
        public static void main(String[] arguments) throws Exception {
            try (BorrowedUser user = BorrowedUser.borrow()) {
                System.out.print(name(user));
            }
        }
    }

    private static String name(BorrowedUser user) {
        return user.runs(Path.of("setpriv"), List.of()).get(1);
    }

    /** The second one of this process must not open the way to the first. */
    @Test
    void no_other_process_gets_a_user_that_this_one_has() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "only the superuser borrows users");
        try (BorrowedUser first = BorrowedUser.borrow();
                BorrowedUser second = BorrowedUser.borrow()) {
            Process other = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Other.class.getName())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String said = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(said).startsWith("--reuid=").isNotIn(name(first), name(second));
        }
    }
}
