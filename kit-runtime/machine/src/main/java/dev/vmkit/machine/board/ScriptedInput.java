package dev.vmkit.machine.board;

/** Input that is known beforehand: each byte is there as soon as the guest asks for it. */
public final class ScriptedInput implements HostInput {
    private final byte[] bytes;
    private int next;

    public ScriptedInput(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    @Override
    public int asked() {
        return next < bytes.length ? bytes[next++] & 0xFF : NOTHING;
    }

    @Override
    public int arrived(Moment now) {
        return asked();
    }

    @Override
    public int awaited(boolean last) {
        return asked();
    }
}
