package dev.vmkit.machine.state;

import dev.vmkit.api.Snapshotable;
import dev.vmkit.api.StateTree;
import dev.vmkit.machine.memory.Ram;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a memory holds, page by page; pages of zeros are left out. A page is named by the offset of its first byte,
 * {@code 0x00001000}.
 */
public final class RamState implements Snapshotable {
    private static final byte[] ZEROS = new byte[Ram.PAGE_BYTES];

    private final Ram ram;

    public RamState(Ram ram) {
        this.ram = ram;
    }

    @Override
    public StateTree save() {
        Map<String, byte[]> pages = new LinkedHashMap<>();
        for (int page = 0; page < ram.pages(); page++) {
            int start = page << Ram.PAGE_SHIFT;
            if (!isZero(start, length(page))) {
                pages.put(
                        "0x" + HexFormat.of().toHexDigits(start),
                        Arrays.copyOfRange(ram.bytes(), start, start + length(page)));
            }
        }
        return StateTree.EMPTY.with("bytes", ram.length()).with("pages", StateTree.of(pages));
    }

    @Override
    public void load(StateTree state) {
        state.number("bytes", ram.length(), ram.length());
        StateTree saved = state.tree("pages");
        byte[][] pages = new byte[ram.pages()][];
        for (String name : saved.values().keySet()) {
            pages[page(name)] = content(saved, name);
        }
        for (int page = 0; page < pages.length; page++) {
            restore(page, pages[page] == null ? ZEROS : pages[page]);
        }
    }

    private int page(String name) {
        try {
            int start = Integer.decode(name);
            if (start >= 0 && start < ram.length() && start % Ram.PAGE_BYTES == 0) {
                return start >>> Ram.PAGE_SHIFT;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("no page: " + name, e);
        }
        throw new IllegalArgumentException("no page begins at " + name);
    }

    private byte[] content(StateTree pages, String name) {
        byte[] content = pages.bytes(name);
        int expected = length(page(name));
        if (content.length != expected) {
            throw new IllegalArgumentException("page " + name + " has " + content.length + " bytes, not " + expected);
        }
        return content;
    }

    /** Writes what differs, so that code which stays the same stays compiled. */
    private void restore(int page, byte[] content) {
        int start = page << Ram.PAGE_SHIFT;
        int length = length(page);
        if (!Arrays.equals(ram.bytes(), start, start + length, content, 0, length)) {
            ram.put(start, content, 0, length);
        }
    }

    private boolean isZero(int start, int length) {
        return Arrays.equals(ram.bytes(), start, start + length, ZEROS, 0, length);
    }

    private int length(int page) {
        return Math.min(Ram.PAGE_BYTES, ram.length() - (page << Ram.PAGE_SHIFT));
    }
}
