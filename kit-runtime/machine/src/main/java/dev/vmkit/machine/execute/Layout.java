package dev.vmkit.machine.execute;

/** Where addresses lead, to code and to data: another object whenever some may lead elsewhere. */
public final class Layout {
    private final Reach reach;
    private final Object mark = new Object();

    Layout(Reach reach) {
        this.reach = reach;
    }

    /** Stands for it with those who only ask whether it is still the same: what they keep should not keep tables of pages. */
    public Object mark() {
        return mark;
    }

    /** How compiled code may reach the space that instructions come from. */
    public Reach reach() {
        return reach;
    }
}
