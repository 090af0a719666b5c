package dev.vmkit.layers.image;

import java.util.LinkedHashMap;
import java.util.Map;

/** Names of addresses from an ELF file's symbol table; a global name wins over local ones of the same spelling. */
final class ElfSymbols {
    /** Past this many the rest is left out: symbols only help people to read. */
    private static final int MOST = 200_000;

    private static final int SYMBOL_TABLE = 2;
    private static final int UNDEFINED = 0;
    private static final int LOCAL = 0;
    private static final int LAST_ADDRESS_KIND = 2;

    private final ElfBytes bytes;
    private final ElfHeader.Table sections;

    private ElfSymbols(ElfHeader header) {
        this.bytes = header.bytes();
        this.sections = header.sections();
    }

    private record Section(long type, long offset, long size, long link) {}

    static Map<String, Long> read(ElfHeader header) {
        return new ElfSymbols(header).symbols();
    }

    private Map<String, Long> symbols() {
        for (int i = 0; i < sections.count(); i++) {
            Section section = section(i);
            if (section.type() == SYMBOL_TABLE) {
                return symbols(section);
            }
        }
        return Map.of();
    }

    private Section section(int index) {
        long at = sections.entry(index);
        boolean wide = bytes.wide();
        return new Section(
                bytes.word(at + 4),
                bytes.address(at + (wide ? 24 : 16)),
                bytes.address(at + (wide ? 32 : 20)),
                bytes.word(at + (wide ? 40 : 24)));
    }

    private Map<String, Long> symbols(Section table) {
        bytes.need(table.offset(), table.size(), "the symbol table");
        if (table.link() >= sections.count()) {
            throw new IllegalArgumentException("the symbol table names section " + table.link()
                    + " for its strings, but there are only " + sections.count());
        }
        Section strings = section((int) table.link());
        bytes.need(strings.offset(), strings.size(), "the symbols' string table");
        Map<String, Long> found = new LinkedHashMap<>();
        int entry = bytes.wide() ? 24 : 16;
        long count = Math.min(table.size() / entry, MOST);
        for (int i = 0; i < count; i++) {
            add(found, table.offset() + (long) i * entry, strings);
        }
        return found;
    }

    private void add(Map<String, Long> found, long at, Section strings) {
        boolean wide = bytes.wide();
        int info = bytes.octet(at + (wide ? 4 : 12));
        int section = bytes.half(at + (wide ? 6 : 14));
        String name = bytes.name(strings.offset(), strings.size(), bytes.word(at));
        // "$x" and the like mark code and data for debuggers.
        boolean named = !name.isEmpty() && !name.startsWith("$") && (info & 0xF) <= LAST_ADDRESS_KIND;
        if (named && section != UNDEFINED) {
            long value = bytes.address(at + (wide ? 8 : 4));
            if (info >> 4 == LOCAL) {
                found.putIfAbsent(name, value);
            } else {
                found.put(name, value);
            }
        }
    }
}
