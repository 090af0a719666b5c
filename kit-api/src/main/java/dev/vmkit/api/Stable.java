package dev.vmkit.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A type that changes incompatibly with a new major version only. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Stable(Use.CALL)
public @interface Stable {
    /** What a plugin may do with the type. */
    Use value();
}
