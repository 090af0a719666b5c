package dev.vmkit.layers.devicetree;

/** Numbers of the flattened format, version 17 (chapter 5). */
final class Blob {
    static final int MAGIC = 0xD00DFEED;
    static final int VERSION = 17;
    static final int LAST_COMPATIBLE = 16;
    static final int HEADER_BYTES = 40;
    static final int RESERVATION_BYTES = 16;

    static final int BEGIN_NODE = 1;
    static final int END_NODE = 2;
    static final int PROPERTY = 3;
    static final int NOTHING = 4;
    static final int END = 9;

    private Blob() {}
}
