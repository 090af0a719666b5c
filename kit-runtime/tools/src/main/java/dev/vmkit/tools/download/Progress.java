package dev.vmkit.tools.download;

/** Is told how a fetch goes on, for a person to see. */
public interface Progress {
    /** For those who do not want to know. */
    Progress NONE = new Progress() {
        @Override
        public void step(String what) {}

        @Override
        public void downloaded(String name, long done, long size) {}
    };

    /** Something begins, said in a few words. */
    void step(String what);

    /**
     * A download is under way.
     *
     * @param done bytes that are there, at most {@code size}
     */
    void downloaded(String name, long done, long size);
}
