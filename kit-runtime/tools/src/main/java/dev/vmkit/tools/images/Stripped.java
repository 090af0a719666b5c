package dev.vmkit.tools.images;

import dev.vmkit.tools.images.ElfObject.Section;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Takes from a kernel module what only costs the guest time: the compiler's own labels, of which one for RISC-V has hundreds
 * of thousands, and the signature behind the file. The names of functions and data stay, and what relocations refer to.
 */
final class Stripped {
    private static final int SYMBOL = 24;
    private static final int RELOCATION = 24;
    private static final int SYMBOLS = 2;
    private static final int RELOCATIONS = 4;
    private static final int GROUP = 17;
    private static final int WIDE_INDICES = 18;
    private static final int LARGEST = 256 << 20;

    private final ElfObject module;
    private final int symbols;
    private final int count;
    private final BitSet kept = new BitSet();
    private final Map<String, Integer> nameAt = new HashMap<>();
    private final ByteArrayOutputStream names = new ByteArrayOutputStream();
    private int[] numbers = {};
    private int locals;

    private Stripped(ElfObject module, int symbols) {
        this.module = module;
        this.symbols = symbols;
        this.count = module.section(symbols).stored() / SYMBOL;
    }

    /** The module without them; as it is, if it has no symbols. */
    static byte[] of(ElfObject module) {
        for (int i = 0; i < module.sections().size(); i++) {
            if (module.section(i).type() == SYMBOLS) {
                return new Stripped(module, i).file();
            }
        }
        return module.bytes().array();
    }

    private byte[] file() {
        if (module.sections().stream().anyMatch(section -> section.type() == WIDE_INDICES)) {
            return module.bytes().array();
        }
        choose();
        number();
        byte[][] contents = new byte[module.sections().size()][];
        for (int i = 0; i < contents.length; i++) {
            contents[i] = renumbered(module.section(i));
        }
        contents[symbols] = symbolTable();
        contents[module.section(symbols).link()] = names.toByteArray();
        return layOut(contents);
    }

    private void choose() {
        kept.set(0);
        for (int i = 1; i < count; i++) {
            int info = module.bytes().get(symbol(i) + 4);
            boolean global = info >> 4 != 0;
            boolean typed = (info & 0xF) != 0;
            kept.set(i, global || typed);
        }
        for (Section section : module.sections()) {
            if (section.type() == RELOCATIONS && section.link() == symbols) {
                for (int at = 0; at + RELOCATION <= section.stored(); at += RELOCATION) {
                    keep(module.bytes().getInt(section.offset() + at + 12));
                }
            } else if (section.type() == GROUP) {
                keep(section.info());
            }
        }
    }

    private void keep(int index) {
        require(index >= 0 && index < count, "a symbol does not exist");
        kept.set(index);
    }

    private static void require(boolean holds, String complaint) {
        if (!holds) {
            throw new IndexOutOfBoundsException(complaint);
        }
    }

    private int symbol(int index) {
        return module.section(symbols).offset() + index * SYMBOL;
    }

    /** Gives every kept symbol its number among the kept ones. */
    private void number() {
        numbers = new int[count];
        int next = 0;
        for (int i = kept.nextSetBit(0); i >= 0; i = kept.nextSetBit(i + 1)) {
            numbers[i] = next++;
        }
    }

    private byte[] symbolTable() {
        Section texts = module.section(module.section(symbols).link());
        ByteBuffer table = buffer(kept.cardinality() * SYMBOL);
        names.write(0);
        nameAt.put("", 0);
        for (int i = kept.nextSetBit(0); i >= 0; i = kept.nextSetBit(i + 1)) {
            table.putInt(placed(module.text(texts, module.bytes().getInt(symbol(i)))));
            table.put(module.bytes().slice(symbol(i) + 4, SYMBOL - 4));
            locals += module.bytes().get(symbol(i) + 4) >> 4 == 0 ? 1 : 0;
        }
        return table.array();
    }

    private int placed(String name) {
        return nameAt.computeIfAbsent(name, _ -> {
            int at = names.size();
            names.writeBytes(name.getBytes(StandardCharsets.UTF_8));
            names.write(0);
            require(names.size() <= module.bytes().capacity(), "its symbols share their names too much");
            return at;
        });
    }

    private byte[] renumbered(Section section) {
        byte[] content = module.content(section);
        if (section.type() == RELOCATIONS && section.link() == symbols) {
            ByteBuffer entries = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
            for (int at = 0; at + RELOCATION <= content.length; at += RELOCATION) {
                entries.putInt(at + 12, numbers[entries.getInt(at + 12)]);
            }
        }
        return content;
    }

    /** Puts sections one behind the other, in their order, and the table of their headers behind them. */
    private byte[] layOut(byte[][] contents) {
        long[] offsets = new long[contents.length];
        long end = ElfObject.HEADER;
        for (int i = 0; i < contents.length; i++) {
            offsets[i] = aligned(end, module.section(i).alignment());
            end = offsets[i] + contents[i].length;
        }
        require(end <= LARGEST, "its sections are aligned too much");
        int table = (int) aligned(end, 8);
        ByteBuffer file = buffer(table + contents.length * ElfObject.SECTION_HEADER);
        file.put(0, module.bytes(), 0, ElfObject.HEADER);
        file.putLong(40, table);
        int before = Math.toIntExact(module.bytes().getLong(40));
        for (int i = 0; i < contents.length; i++) {
            int header = table + i * ElfObject.SECTION_HEADER;
            file.put(header, module.bytes(), before + i * ElfObject.SECTION_HEADER, ElfObject.SECTION_HEADER);
            file.putLong(header + 24, offsets[i]);
            file.put((int) offsets[i], contents[i]);
            relabel(file, header, module.section(i), contents[i].length);
        }
        return file.array();
    }

    private void relabel(ByteBuffer file, int header, Section section, int length) {
        if (section.stored() > 0) {
            file.putLong(header + 32, length);
        }
        if (section.type() == SYMBOLS) {
            file.putInt(header + 44, locals);
        } else if (section.type() == GROUP) {
            file.putInt(header + 44, numbers[section.info()]);
        }
    }

    private static long aligned(long offset, long alignment) {
        return (offset + alignment - 1) / alignment * alignment;
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
