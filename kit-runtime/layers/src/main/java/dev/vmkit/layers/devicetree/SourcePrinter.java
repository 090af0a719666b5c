package dev.vmkit.layers.devicetree;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.StringJoiner;

/**
 * Prints a tree as source (appendix A). What a property's bytes are is guessed as the device tree compiler guesses it: text
 * if they look like text, else cells if there are whole ones, else bytes.
 */
public final class SourcePrinter {
    private final StringBuilder out = new StringBuilder();

    private SourcePrinter() {}

    /** Text that compiles to the same tree. */
    public static String print(DeviceTree tree) {
        SourcePrinter printer = new SourcePrinter();
        printer.line(0, "/dts-v1/;");
        for (DeviceTree.Reservation r : tree.reserved()) {
            printer.line(0, "/memreserve/ 0x%x 0x%x;".formatted(r.address(), r.size()));
        }
        printer.line(0, "");
        printer.node(0, "/", tree.root());
        return printer.out.toString();
    }

    private void node(int depth, String name, TreeNode node) {
        line(depth, name + " {");
        node.properties().forEach(p -> line(depth + 1, property(p)));
        for (TreeNode child : node.children()) {
            line(0, "");
            node(depth + 1, child.name(), child);
        }
        line(depth, "};");
    }

    private void line(int depth, String text) {
        out.append("\t".repeat(depth)).append(text).append('\n');
    }

    private static String property(Property property) {
        byte[] value = property.value();
        if (value.length == 0) {
            return property.name() + ";";
        }
        return property.name() + " = " + (isText(value) ? texts(value) : numbers(value)) + ";";
    }

    /** Printable strings, none of them empty, each with its end. */
    private static boolean isText(byte[] value) {
        boolean inside = false;
        for (byte b : value) {
            if (b == 0 ? !inside : b < ' ' || b > '~') {
                return false;
            }
            inside = b != 0;
        }
        return !inside;
    }

    private static String texts(byte[] value) {
        String all = new String(value, 0, value.length - 1, StandardCharsets.US_ASCII);
        StringJoiner joined = new StringJoiner(", ");
        List.of(all.split("\0"))
                .forEach(t -> joined.add('"' + t.replace("\\", "\\\\").replace("\"", "\\\"") + '"'));
        return joined.toString();
    }

    private static String numbers(byte[] value) {
        boolean cells = value.length % Integer.BYTES == 0;
        StringJoiner joined = cells ? new StringJoiner(" ", "<", ">") : new StringJoiner(" ", "[", "]");
        ByteBuffer bytes = ByteBuffer.wrap(value);
        while (bytes.hasRemaining()) {
            joined.add(cells ? "0x%02x".formatted(bytes.getInt()) : "%02x".formatted(bytes.get()));
        }
        return joined.toString();
    }
}
