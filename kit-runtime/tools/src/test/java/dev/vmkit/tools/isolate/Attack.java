package dev.vmkit.tools.isolate;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * A test of an attack, done in each tier of which the table in docs/reference/isolation.md says that it stops the attack; with
 * real plugins, in the best of those that there are here.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest(allowZeroInvocations = true)
@ArgumentsSource(HoldingTiers.class)
@interface Attack {
    /** The beginning of a row. */
    String value();
}
