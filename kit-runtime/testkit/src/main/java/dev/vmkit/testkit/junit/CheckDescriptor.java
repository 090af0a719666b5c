package dev.vmkit.testkit.junit;

import dev.vmkit.testkit.suite.Check;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;

/** A check, as the JUnit Platform shows it. */
final class CheckDescriptor extends AbstractTestDescriptor {
    private final int number;

    CheckDescriptor(UniqueId id, Check check, Class<?> type) {
        super(id, check.name().value(), ClassSource.from(type));
        this.number = check.number();
    }

    int number() {
        return number;
    }

    @Override
    public Type getType() {
        return Type.TEST;
    }
}
