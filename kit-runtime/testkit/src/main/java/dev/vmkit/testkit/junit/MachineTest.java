package dev.vmkit.testkit.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that gets a machine: a method with a parameter of type {@link TestedMachine}. The machine is made anew for each
 * test, and closed after it.
 *
 * <pre>{@code
 * @MachineTest(machine = "board.yaml", plugins = "../../plugins")
 * void greets(TestedMachine machine) {
 *     machine.type("Ada\n").runs(10_000).shows("Hello, Ada").at("R0").is(0);
 * }
 * }</pre>
 */
@Test
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(MachineParameter.class)
public @interface MachineTest {
    /** The machine's file; paths start in the folder in which tests run. */
    String machine();

    /** Folders of plugins, or plugins. */
    String[] plugins() default {};
}
