package dev.vmkit.assembly.catalog;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pf4j.AbstractPluginManager;
import org.pf4j.ClassLoadingStrategy;
import org.pf4j.DefaultExtensionFactory;
import org.pf4j.DefaultExtensionFinder;
import org.pf4j.DefaultPluginDescriptor;
import org.pf4j.DefaultPluginFactory;
import org.pf4j.DefaultVersionManager;
import org.pf4j.ExtensionFactory;
import org.pf4j.ExtensionFinder;
import org.pf4j.Plugin;
import org.pf4j.PluginClassLoader;
import org.pf4j.PluginDescriptor;
import org.pf4j.PluginDescriptorFinder;
import org.pf4j.PluginFactory;
import org.pf4j.PluginLoader;
import org.pf4j.PluginRepository;
import org.pf4j.PluginStatusProvider;
import org.pf4j.VersionManager;

/**
 * PF4J, told where our plugins are and what their plugin.yaml says. Plugins are loaded one by one, when their Java code is
 * first needed. PF4J calls the {@code create} methods from its constructor, so what they make looks at our fields later.
 */
final class PluginHost extends AbstractPluginManager {
    /** The version of the plugin interface, which {@code requires:} is compared with. */
    static final String VERSION = "1.0.0";

    private final Map<Path, InstalledPlugin> installed = new LinkedHashMap<>();
    private final ApiOnlyLoader api = new ApiOnlyLoader(PluginHost.class.getClassLoader());

    PluginHost() {
        super(List.of(Path.of(".")));
        setSystemVersion(VERSION);
    }

    /** What plugin code sees of the host. */
    ApiOnlyLoader api() {
        return api;
    }

    /** The class loader of a plugin, which is loaded and started if it was not yet. */
    ClassLoader start(InstalledPlugin plugin) {
        if (getPlugin(plugin.name()) == null) {
            installed.put(plugin.source().location(), plugin);
            loadPlugin(plugin.source().location());
            startPlugin(plugin.name());
        }
        return getPluginClassLoader(plugin.name());
    }

    private InstalledPlugin at(Path location) {
        return java.util.Objects.requireNonNull(installed.get(location));
    }

    @Override
    protected PluginDescriptorFinder createPluginDescriptorFinder() {
        return new PluginDescriptorFinder() {
            @Override
            public boolean isApplicable(Path location) {
                return installed.containsKey(location);
            }

            @Override
            public PluginDescriptor find(Path location) {
                return descriptor(at(location).declaration());
            }
        };
    }

    private static PluginDescriptor descriptor(PluginDeclaration plugin) {
        return new DefaultPluginDescriptor(
                plugin.name().value(),
                plugin.about(),
                Plugin.class.getName(),
                plugin.version().value(),
                plugin.requires().value(),
                "",
                "");
    }

    @Override
    protected PluginLoader createPluginLoader() {
        return new PluginLoader() {
            @Override
            public boolean isApplicable(Path location) {
                return installed.containsKey(location);
            }

            @Override
            public ClassLoader loadPlugin(Path location, PluginDescriptor descriptor) {
                PluginClassLoader loader =
                        new PluginClassLoader(PluginHost.this, descriptor, api, ClassLoadingStrategy.APD);
                try {
                    loader.addURL(at(location).source().classes());
                } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
                return loader;
            }
        };
    }

    @Override
    protected PluginRepository createPluginRepository() {
        return new PluginRepository() {
            @Override
            public List<Path> getPluginPaths() {
                return new ArrayList<>(installed.keySet());
            }

            @Override
            public boolean deletePluginPath(Path location) {
                return false;
            }
        };
    }

    @Override
    protected PluginFactory createPluginFactory() {
        return new DefaultPluginFactory();
    }

    @Override
    protected ExtensionFactory createExtensionFactory() {
        return new DefaultExtensionFactory();
    }

    @Override
    protected ExtensionFinder createExtensionFinder() {
        return new DefaultExtensionFinder(this);
    }

    @Override
    protected PluginStatusProvider createPluginStatusProvider() {
        return new PluginStatusProvider() {
            @Override
            public boolean isPluginDisabled(String plugin) {
                return false;
            }

            @Override
            public void disablePlugin(String plugin) {}

            @Override
            public void enablePlugin(String plugin) {}
        };
    }

    @Override
    protected VersionManager createVersionManager() {
        return new DefaultVersionManager();
    }
}
