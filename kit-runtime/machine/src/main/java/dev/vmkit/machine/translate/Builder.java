package dev.vmkit.machine.translate;

import java.lang.classfile.ClassFile;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.invoke.MethodHandles;
import java.util.Optional;

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

    /** The region; nothing if its code would be too large. */
    Optional<Region> build(Plan plan, Footprint footprint) {
        RegionWriter.Written written;
        try {
            written = writer.write(plan);
        } catch (IllegalArgumentException tooLarge) { // beyond what a class file can hold
            return Optional.empty();
        }
        if (size(written.bytes()) > MOST_BYTES) {
            return Optional.empty();
        }
        int least = Checks.of(plan).longestWay(plan.first());
        return Optional.of(new Region(plan.entry(), define(written), least, Counts.differ(plan), flat, footprint));
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
