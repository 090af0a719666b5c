package dev.vmkit.machine.translate;

import java.lang.classfile.ClassFile;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.invoke.MethodHandles;
import java.util.Optional;

/**
 * A class that has been written.
 *
 * @param bytes the class file
 * @param data what its constants are set from
 */
record WrittenClass(byte[] bytes, Object[] data) {
    /** The JVM never compiles methods beyond 8,000 bytes of code (HugeMethodLimit). */
    static final int MOST_BYTES = 7_900;

    /** The class, hidden; nothing if a method of it is too large. */
    Optional<Class<?>> define() {
        if (size() > MOST_BYTES) {
            return Optional.empty();
        }
        try {
            return Optional.of(MethodHandles.lookup()
                    .defineHiddenClassWithClassData(bytes, data, true)
                    .lookupClass());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("what the translator wrote is no class", e);
        }
    }

    /** Bytes of code of its largest method. */
    int size() {
        return ClassFile.of().parse(bytes).methods().stream()
                .flatMap(method -> method.code().stream())
                .mapToInt(code -> ((CodeAttribute) code).codeLength())
                .max()
                .orElse(0);
    }
}
