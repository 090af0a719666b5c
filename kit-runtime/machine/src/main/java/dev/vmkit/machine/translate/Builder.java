package dev.vmkit.machine.translate;

import java.lang.classfile.ClassFile;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;

/** Makes regions of plans. */
final class Builder {
    /** The JVM never compiles methods beyond 8,000 bytes of code (HugeMethodLimit). */
    private static final int MOST_BYTES = 7_900;

    private final RegionWriter writer;
    private final boolean flat;

    Builder(Ways ways, boolean big, boolean flat) {
        this.writer = new RegionWriter(ways, big);
        this.flat = flat;
    }

    /** The entries of the region; none if its code would be too large. */
    List<Entry> build(Plan plan, Footprint footprint) {
        RegionWriter.Written written;
        try {
            written = writer.write(plan);
        } catch (IllegalArgumentException tooLarge) { // beyond what a class file can hold
            return List.of();
        }
        if (size(written.bytes()) > MOST_BYTES) {
            return List.of();
        }
        Region region = new Region(define(written), Counts.differ(plan), flat, footprint);
        return entries(plan, region);
    }

    private static List<Entry> entries(Plan plan, Region region) {
        Checks checks = Checks.of(plan);
        List<Entry> entries = new ArrayList<>();
        int least = plan.heads().stream().mapToInt(checks::longestWay).max().orElse(0);
        for (Block head : plan.heads()) {
            entries.add(new Entry(head.pc(), region, entries.isEmpty(), least));
        }
        return entries;
    }

    private static int size(byte[] type) {
        return ClassFile.of().parse(type).methods().stream()
                .flatMap(method -> method.code().stream())
                .mapToInt(code -> ((CodeAttribute) code).codeLength())
                .max()
                .orElse(0);
    }

    private static Code define(RegionWriter.Written written) {
        try {
            MethodHandles.Lookup lookup =
                    MethodHandles.lookup().defineHiddenClassWithClassData(written.bytes(), written.data(), true);
            return (Code) lookup.lookupClass().getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("what the translator wrote is no class", e);
        }
    }
}
