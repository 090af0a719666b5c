package dev.vmkit.layers.devicetree;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads a flattened tree of version 16 or 17 (chapter 5), which may be malformed on purpose: offsets, lengths and depth are
 * checked before anything is taken for them.
 */
public final class BlobReader {
    /** The most bytes a tree may have: Linux maps no more. */
    public static final int MOST_BYTES = 2 << 20;

    private static final int DEEPEST = 64;

    private final ByteBuffer structure;
    private final ByteBuffer strings;

    private BlobReader(ByteBuffer structure, ByteBuffer strings) {
        this.structure = structure;
        this.strings = strings;
    }

    /**
     * The tree.
     *
     * @throws IllegalArgumentException with a message for the learner, if it is malformed
     */
    public static DeviceTree read(byte[] content) {
        if (content.length < Blob.HEADER_BYTES || content.length > MOST_BYTES) {
            throw malformed(
                    "a flattened device tree has " + Blob.HEADER_BYTES + " bytes to 2 MiB, not " + content.length);
        }
        ByteBuffer blob = ByteBuffer.wrap(content).asReadOnlyBuffer();
        if (blob.getInt(0) != Blob.MAGIC) {
            throw malformed("it does not start with the bytes D0 0D FE ED of a flattened device tree");
        }
        if (blob.getInt(20) < Blob.LAST_COMPATIBLE || blob.getInt(24) > Blob.VERSION) {
            throw malformed("it has version " + blob.getInt(20) + ", versions 16 and 17 are read");
        }
        int structureEnd = blob.getInt(20) < Blob.VERSION ? content.length - blob.getInt(8) : blob.getInt(36);
        BlobReader reader = new BlobReader(
                part(blob, blob.getInt(8), structureEnd, "structure"),
                part(blob, blob.getInt(12), blob.getInt(32), "strings"));
        return new DeviceTree(reservations(blob), blob.getInt(28), reader.root());
    }

    private static ByteBuffer part(ByteBuffer blob, int offset, int length, String what) {
        if (offset < 0 || length < 0 || offset > blob.limit() || length > blob.limit() - offset) {
            throw malformed("its " + what + " block lies outside of it");
        }
        return blob.slice(offset, length);
    }

    private static List<DeviceTree.Reservation> reservations(ByteBuffer blob) {
        List<DeviceTree.Reservation> found = new ArrayList<>();
        int at = blob.getInt(16);
        while (true) {
            ByteBuffer entry = part(blob, at, Blob.RESERVATION_BYTES, "reservation");
            if (entry.getLong(0) == 0 && entry.getLong(8) == 0) {
                return found;
            }
            found.add(new DeviceTree.Reservation(entry.getLong(0), entry.getLong(8)));
            at += Blob.RESERVATION_BYTES;
        }
    }

    private TreeNode root() {
        if (token() != Blob.BEGIN_NODE) {
            throw malformed("its structure does not start with a node");
        }
        return node(0);
    }

    private TreeNode node(int depth) {
        if (depth > DEEPEST) {
            throw malformed("its nodes lie more than " + DEEPEST + " deep");
        }
        String name = text(structure);
        align();
        List<Property> properties = new ArrayList<>();
        List<TreeNode> children = new ArrayList<>();
        for (int token = token(); token != Blob.END_NODE; token = token()) {
            switch (token) {
                case Blob.PROPERTY -> properties.add(property());
                case Blob.BEGIN_NODE -> children.add(node(depth + 1));
                default -> throw malformed("its structure has the unknown token " + token);
            }
        }
        return new TreeNode(name, properties, children);
    }

    private Property property() {
        int length = word();
        int name = word();
        if (length < 0 || length > structure.remaining() || name < 0 || name >= strings.limit()) {
            throw malformed("a property lies outside of it");
        }
        byte[] value = new byte[length];
        structure.get(value);
        align();
        return new Property(text(strings.duplicate().position(name)), value);
    }

    /** The next token that means something. */
    private int token() {
        int token = word();
        while (token == Blob.NOTHING) {
            token = word();
        }
        return token;
    }

    private int word() {
        if (structure.remaining() < Integer.BYTES) {
            throw malformed("its structure ends in the middle");
        }
        return structure.getInt();
    }

    private void align() {
        structure.position(Math.min(structure.limit(), (structure.position() + 3) & ~3));
    }

    private static String text(ByteBuffer from) {
        byte[] rest = new byte[Math.min(from.remaining(), 256)];
        from.get(from.position(), rest);
        int length = 0;
        while (length < rest.length && rest[length] != 0) {
            length++;
        }
        if (length == rest.length) {
            throw malformed("a name in it has no end");
        }
        from.position(from.position() + length + 1);
        return new String(Arrays.copyOf(rest, length), StandardCharsets.UTF_8);
    }

    private static IllegalArgumentException malformed(String message) {
        return new IllegalArgumentException(message);
    }
}
