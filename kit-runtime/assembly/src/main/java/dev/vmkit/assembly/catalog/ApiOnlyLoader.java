package dev.vmkit.assembly.catalog;

/** What plugin code sees of the host: the JDK, kit-api and PF4J's annotations. */
final class ApiOnlyLoader extends ClassLoader {
    private final ClassLoader host;

    ApiOnlyLoader(ClassLoader host) {
        super("kit-api", ClassLoader.getPlatformClassLoader());
        this.host = host;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (name.startsWith("dev.vmkit.api.") || name.startsWith("org.pf4j.")) {
            return host.loadClass(name);
        }
        throw new ClassNotFoundException(name);
    }

    /** Whether a class is one of the kit's own that plugins must not see. */
    boolean hides(String name) {
        boolean ours = name.startsWith("dev.vmkit.") && !name.startsWith("dev.vmkit.api.");
        return ours && host.getResource(name.replace('.', '/') + ".class") != null;
    }
}
