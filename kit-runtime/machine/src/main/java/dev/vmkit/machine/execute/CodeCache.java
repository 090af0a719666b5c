package dev.vmkit.machine.execute;

import dev.vmkit.machine.memory.PageObserver;
import dev.vmkit.machine.memory.Ram;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Compiled instructions by where they physically lie. It watches the lines they are in: whoever writes there, the guest, a
 * device or a loader, has exactly the instructions forgotten that overlap the write.
 */
final class CodeCache implements PageObserver {
    private final Map<Ram, @Nullable CodePage[]> pages = new IdentityHashMap<>();
    private final int unitShift;
    private @Nullable Ram last;
    private @Nullable CodePage[] ofLast = {};

    CodeCache(int unitShift) {
        this.unitShift = unitShift;
    }

    /** The instructions of a page, none at first. */
    CodePage page(Ram ram, int number) {
        if (ram != last) {
            last = ram;
            ofLast = pages.computeIfAbsent(ram, this::observed);
        }
        @Nullable CodePage[] all = ofLast;
        CodePage page = all[number];
        if (page == null) {
            page = new CodePage(unitShift);
            all[number] = page;
        }
        return page;
    }

    /** Forgets all instructions. */
    void forget() {
        pages.values().forEach(all -> Arrays.fill(all, null));
    }

    private @Nullable CodePage[] observed(Ram ram) {
        ram.observe(this);
        return new @Nullable CodePage[ram.pages()];
    }

    @Override
    public void written(Ram ram, int offset, int length) {
        int end = offset + length - 1;
        for (int number = offset >>> Ram.PAGE_SHIFT; number <= end >>> Ram.PAGE_SHIFT; number++) {
            CodePage page = Objects.requireNonNull(pages.get(ram))[number];
            if (page != null) {
                int start = number << Ram.PAGE_SHIFT;
                int first = Math.max(0, offset - start);
                int last = Math.min(Ram.PAGE_BYTES - 1, end - start);
                page.forget(first, last);
                watchWhatIsLeft(ram, start, page, first >>> ram.lineShift(), last >>> ram.lineShift());
            }
        }
    }

    private static void watchWhatIsLeft(Ram ram, int start, CodePage page, int firstLine, int lastLine) {
        for (int line = firstLine; line <= lastLine; line++) {
            int at = line << ram.lineShift();
            if (page.hasCode(at, at + (1 << ram.lineShift()) - 1)) {
                ram.watch(start + at, 1);
            }
        }
    }
}
