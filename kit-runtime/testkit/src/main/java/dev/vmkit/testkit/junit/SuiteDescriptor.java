package dev.vmkit.testkit.junit;

import dev.vmkit.testkit.suite.Check;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;

/** A suite, as the JUnit Platform shows it. */
final class SuiteDescriptor extends AbstractTestDescriptor {
    private final GradedSuite named;

    private SuiteDescriptor(UniqueId id, Class<?> type, GradedSuite named) {
        super(id, type.getSimpleName(), ClassSource.from(type));
        this.named = named;
    }

    static SuiteDescriptor of(UniqueId id, Class<?> type, GradedSuite named) {
        SuiteDescriptor suite = new SuiteDescriptor(id, type, named);
        for (Check check : SuiteEngine.checks(named)) {
            suite.addChild(new CheckDescriptor(id.append("check", Integer.toString(check.number())), check, type));
        }
        return suite;
    }

    GradedSuite named() {
        return named;
    }

    @Override
    public Type getType() {
        return Type.CONTAINER;
    }

    /** A suite that cannot be read has no tests, and fails as such. */
    @Override
    public boolean mayRegisterTests() {
        return getChildren().isEmpty();
    }
}
