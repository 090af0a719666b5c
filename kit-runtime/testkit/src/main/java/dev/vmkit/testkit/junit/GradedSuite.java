package dev.vmkit.testkit.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A class that stands for a graded suite: {@link SuiteEngine} runs each of its checks as a test, with the verdict of
 * {@code kit grade}. Java sources of the reference and of what is judged are compiled as there, beside them. Paths start in the folder in which tests run, a module's usually. What is judged shares this process:
 * it is for one's own work and for teachers' solutions, not for what others hand in.
 *
 * <pre>{@code
 * @GradedSuite(suite = "suite/suite.yaml", submission = "solution", plugins = "../../plugins")
 * class FirstIsaSuiteTests {}
 * }</pre>
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface GradedSuite {
    /** The suite's file. */
    String suite();

    /** What is judged: a folder, or a definition. */
    String submission();

    /** Folders of plugins, or plugins. */
    String[] plugins() default {};
}
