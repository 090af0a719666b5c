package dev.vmkit.api;

/** What a plugin may do with a type of this package. */
@Stable(Use.CALL)
public enum Use {
    /** Call its methods, read its values; the kit makes the instances. New methods may be added at any time. */
    CALL,
    /** Implement it too. New methods are added with a default only. */
    IMPLEMENT
}
