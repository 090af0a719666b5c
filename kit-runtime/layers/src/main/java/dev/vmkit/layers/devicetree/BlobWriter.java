package dev.vmkit.layers.devicetree;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Flattens a tree to the bytes that a machine is started with (chapter 5). */
public final class BlobWriter {
    private final ByteArrayOutputStream structure = new ByteArrayOutputStream();
    private final ByteArrayOutputStream strings = new ByteArrayOutputStream();
    private final Map<String, Integer> names = new LinkedHashMap<>();

    private BlobWriter() {}

    /** The flattened tree; equal trees give equal bytes. */
    public static byte[] write(DeviceTree tree) {
        BlobWriter writer = new BlobWriter();
        writer.node(tree.root());
        writer.word(Blob.END);
        return writer.assemble(tree);
    }

    private void node(TreeNode node) {
        word(Blob.BEGIN_NODE);
        structure.writeBytes(node.name().getBytes(StandardCharsets.UTF_8));
        structure.write(0);
        align();
        node.properties().forEach(this::property);
        node.children().forEach(this::node);
        word(Blob.END_NODE);
    }

    private void property(Property property) {
        word(Blob.PROPERTY);
        word(property.value().length);
        word(names.computeIfAbsent(property.name(), this::intern));
        structure.writeBytes(property.value());
        align();
    }

    private int intern(String name) {
        int offset = strings.size();
        strings.writeBytes(name.getBytes(StandardCharsets.UTF_8));
        strings.write(0);
        return offset;
    }

    private void word(int word) {
        structure.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(word).array());
    }

    private void align() {
        while (structure.size() % Integer.BYTES != 0) {
            structure.write(0);
        }
    }

    private byte[] assemble(DeviceTree tree) {
        int reservations = (tree.reserved().size() + 1) * Blob.RESERVATION_BYTES;
        int structureAt = Blob.HEADER_BYTES + reservations;
        int stringsAt = structureAt + structure.size();
        int total = (stringsAt + strings.size() + 7) & ~7;
        ByteBuffer blob = ByteBuffer.allocate(total);
        blob.putInt(Blob.MAGIC).putInt(total).putInt(structureAt).putInt(stringsAt);
        blob.putInt(Blob.HEADER_BYTES).putInt(Blob.VERSION).putInt(Blob.LAST_COMPATIBLE);
        blob.putInt(tree.bootHart()).putInt(strings.size()).putInt(structure.size());
        tree.reserved().forEach(r -> blob.putLong(r.address()).putLong(r.size()));
        blob.putLong(0).putLong(0);
        blob.put(structure.toByteArray()).put(strings.toByteArray());
        return blob.array();
    }
}
