package dev.vmkit.tools.submission;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The classes and members that a class file refers to (Java Virtual Machine Specification, 4.4). Reads the pool of constants
 * and the class's own name, and no code.
 *
 * @param name the class's own, with dots
 * @param uses classes, as {@code java.net.Socket}, and members, as {@code java.lang.System.exit}
 */
record ConstantPool(String name, Set<String> uses) {
    private static final int MAGIC = 0xCAFEBABE;

    /**
     * Reads a class file.
     *
     * @throws IOException if it is none
     */
    static ConstantPool of(byte[] file) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(file));
        if (in.readInt() != MAGIC) {
            throw new IOException("no class file");
        }
        in.skipNBytes(4);
        Entries entries = new Entries(in.readUnsignedShort());
        entries.read(in);
        in.skipNBytes(2);
        return new ConstantPool(entries.className(in.readUnsignedShort()), entries.uses());
    }

    /** The pool: texts by their numbers, and pairs of numbers of other entries. */
    private static final class Entries {
        private final String[] texts;
        private final int[] kinds;
        private final int[] first;
        private final int[] second;

        Entries(int count) {
            texts = new String[count];
            kinds = new int[count];
            first = new int[count];
            second = new int[count];
        }

        void read(DataInputStream in) throws IOException {
            for (int i = 1; i < kinds.length; i++) {
                kinds[i] = in.readUnsignedByte();
                switch (kinds[i]) {
                    case 1 -> texts[i] = in.readUTF();
                    case 3, 4 -> in.skipNBytes(4);
                    case 5, 6 -> {
                        in.skipNBytes(8);
                        i++; // takes two places
                    }
                    case 7, 8, 16, 19, 20 -> first[i] = in.readUnsignedShort();
                    case 9, 10, 11, 12, 17, 18 -> {
                        first[i] = in.readUnsignedShort();
                        second[i] = in.readUnsignedShort();
                    }
                    case 15 -> {
                        in.skipNBytes(1);
                        first[i] = in.readUnsignedShort();
                    }
                    default -> throw new IOException("constant of kind " + kinds[i]);
                }
            }
        }

        Set<String> uses() {
            Set<String> uses = new LinkedHashSet<>();
            for (int i = 1; i < kinds.length; i++) {
                switch (kinds[i]) {
                    case 7 -> uses.add(className(i));
                    case 9, 10, 11 -> uses.add(className(first[i]) + "." + text(at(first, second[i])));
                    default -> {
                        // Says nothing of other classes by itself.
                    }
                }
            }
            return uses;
        }

        String className(int entry) {
            return text(at(first, entry)).replace('/', '.');
        }

        private String text(int entry) {
            String text = entry < texts.length ? texts[entry] : null;
            return text == null ? "" : text;
        }

        private static int at(int[] numbers, int entry) {
            return entry < numbers.length ? numbers[entry] : 0;
        }
    }
}
