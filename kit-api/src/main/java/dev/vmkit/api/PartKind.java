package dev.vmkit.api;

/** What a part is for. */
@Stable(Use.CALL)
public enum PartKind {
    ISA,
    DEVICE,
    POLICY,
    IMAGE
}
