package dev.vmkit.assembly.catalog;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Runs Java code of plugins, so that whatever it throws becomes a {@link PluginFailure} with the plugin's name. */
final class PluginCode implements AutoCloseable {
    private static final Pattern CLASS_NAME = Pattern.compile("[\\w$]+(?:[./][\\w$]+)+");

    private @Nullable PluginHost host;

    /** PF4J is set up when the first plugin written in Java is used. */
    private PluginHost host() {
        if (host == null) {
            host = new PluginHost();
        }
        return host;
    }

    /** A new instance of a class of the plugin. */
    <T> T create(InstalledPlugin plugin, String className, Class<T> type) {
        return factory(plugin, className, type).get();
    }

    /** What makes new instances of a class of the plugin. */
    <T> Supplier<T> factory(InstalledPlugin plugin, String className, Class<T> type) {
        Class<?> found = guarded(plugin, "its class " + className, () -> load(plugin, className, type));
        return () -> type.cast(guarded(plugin, "the constructor of " + className, () -> instance(found)));
    }

    /** New instances of the plugin's classes that PF4J finds to be extensions of a type. */
    <T> List<T> extensions(InstalledPlugin plugin, Class<T> type) {
        List<String> names = guarded(plugin, "its list of extensions", () -> {
            host().start(plugin);
            return host().getExtensionClasses(type, plugin.name()).stream()
                    .map(Class::getName)
                    .sorted()
                    .toList();
        });
        return names.stream().map(name -> create(plugin, name, type)).toList();
    }

    private Class<?> load(InstalledPlugin plugin, String className, Class<?> type) {
        try {
            Class<?> found = host().start(plugin).loadClass(className);
            if (!type.isAssignableFrom(found)) {
                throw unusable(plugin, className, "does not implement " + type.getSimpleName(), null);
            }
            if (!constructible(found)) {
                throw unusable(plugin, className, "is not public with a public constructor without arguments", null);
            }
            return found;
        } catch (ClassNotFoundException e) {
            throw unusable(plugin, className, "is not in it", e);
        }
    }

    private static boolean constructible(Class<?> type) {
        boolean simple = Arrays.stream(type.getConstructors()).anyMatch(c -> c.getParameterCount() == 0);
        return simple && Modifier.isPublic(type.getModifiers()) && !Modifier.isAbstract(type.getModifiers());
    }

    private static PluginFailure unusable(
            InstalledPlugin plugin, String className, String why, @Nullable Exception cause) {
        String message = "plugin " + plugin.name() + " names class '" + className + "', which " + why;
        Exception kept = cause == null ? new IllegalStateException(message) : cause;
        return PluginFailure.of(plugin.name(), CatalogProblem.CLASS, message, "", kept);
    }

    private static Object instance(Class<?> type) {
        try {
            return type.getConstructor().newInstance();
        } catch (InvocationTargetException e) {
            throw new Thrown(e.getCause() == null ? e : e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new Thrown(e);
        }
    }

    /** What a plugin's constructor threw, on its way to {@link #guarded}. */
    private static final class Thrown extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Thrown(Throwable cause) {
            super(cause);
        }
    }

    /** Runs code of a plugin; {@code what} names it in messages: "the constructor of demo.Lamp". */
    <T> T guarded(InstalledPlugin plugin, String what, Supplier<T> code) {
        try {
            return code.get();
        } catch (PluginFailure fault) {
            throw fault;
        } catch (Thrown e) {
            throw fault(plugin, what, e.getCause() == null ? e : e.getCause());
        } catch (Exception | LinkageError | StackOverflowError | AssertionError e) {
            throw fault(plugin, what, e);
        }
    }

    private PluginFailure fault(InstalledPlugin plugin, String what, Throwable cause) {
        String hidden = hiddenClass(cause);
        if (!hidden.isEmpty()) {
            String message = "plugin " + plugin.name() + " uses " + hidden + ", which belongs to the inside of the kit";
            return PluginFailure.of(
                    plugin.name(), CatalogProblem.FORBIDDEN, message, "plugins use dev.vmkit.api alone", cause);
        }
        String message = "plugin %s failed in %s: %s".formatted(plugin.name(), what, inWords(cause));
        return PluginFailure.of(plugin.name(), CatalogProblem.FAULT, message, "", cause);
    }

    private static String inWords(Throwable cause) {
        String message = cause.getMessage();
        return cause.getClass().getSimpleName()
                + (message == null ? "" : ": " + message.lines().findFirst().orElse(""));
    }

    private String hiddenClass(Throwable thrown) {
        boolean linking = thrown instanceof LinkageError || thrown instanceof ClassNotFoundException;
        if (!linking || thrown.getMessage() == null) {
            return "";
        }
        Matcher names = CLASS_NAME.matcher(thrown.getMessage());
        while (names.find()) {
            String name = names.group().replace('/', '.');
            if (host().api().hides(name)) {
                return name;
            }
        }
        return "";
    }

    @Override
    public void close() {
        if (host != null) {
            host.unloadPlugins();
        }
    }
}
