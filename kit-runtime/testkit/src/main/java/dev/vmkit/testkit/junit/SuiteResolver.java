package dev.vmkit.testkit.junit;

import java.util.Optional;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.UniqueIdSelector;
import org.junit.platform.engine.support.discovery.SelectorResolver;

/** Finds classes that stand for suites, by their names or by the identity that an IDE keeps of a test. */
final class SuiteResolver implements SelectorResolver {
    private static final String CLASS = "class";

    @Override
    public Resolution resolve(ClassSelector selector, Context context) {
        return resolve(selector.getJavaClass(), context);
    }

    @Override
    public Resolution resolve(UniqueIdSelector selector, Context context) {
        Optional<String> name = selector.getUniqueId().getSegments().stream()
                .filter(segment -> segment.getType().equals(CLASS))
                .map(UniqueId.Segment::getValue)
                .findFirst();
        try {
            return name.isEmpty()
                    ? Resolution.unresolved()
                    : resolve(
                            Class.forName(
                                    name.get(), false, Thread.currentThread().getContextClassLoader()),
                            context);
        } catch (ClassNotFoundException gone) {
            return Resolution.unresolved();
        }
    }

    private static Resolution resolve(Class<?> type, Context context) {
        GradedSuite named = type.getAnnotation(GradedSuite.class);
        if (named == null) {
            return Resolution.unresolved();
        }
        return context.addToParent(parent -> Optional.of(
                        SuiteDescriptor.of(parent.getUniqueId().append(CLASS, type.getName()), type, named)))
                .map(descriptor -> Resolution.match(Match.exact(descriptor)))
                .orElseGet(Resolution::unresolved);
    }
}
