package dev.vmkit.language.text;

/** A kind of mistake the kit reports. Each flow's mistakes are an enum; the reference page is made from all of them. */
public interface Problem {
    /** The stable code, {@code K} and three digits. */
    String code();

    /** What is wrong in general, one line, without a full stop. */
    String title();

    /** How it comes about and how to mend it, for {@code kit explain}. */
    String explanation();

    /** Whether this stops the flow; a warning does not. */
    default Severity severity() {
        return Severity.ERROR;
    }
}
