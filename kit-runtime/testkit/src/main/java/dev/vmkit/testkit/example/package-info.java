/**
 * Programs that say what they do. What enters: assembly with lines {@code ; expect: A = 55} or {@code ; error: ...}. What
 * leaves: whether it is so. Read {@link dev.vmkit.testkit.example.ExampleProgram} first.
 */
@NullMarked
package dev.vmkit.testkit.example;

import org.jspecify.annotations.NullMarked;
