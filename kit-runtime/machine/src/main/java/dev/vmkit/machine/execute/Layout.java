package dev.vmkit.machine.execute;

/** Where addresses lead, to code and to data: another object whenever some may lead elsewhere. */
public final class Layout {
    private final Reach reach;

    Layout(Reach reach) {
        this.reach = reach;
    }

    /** How compiled code may reach the space that instructions come from. */
    public Reach reach() {
        return reach;
    }
}
