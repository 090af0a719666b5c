package dev.vmkit.docs.wrong.api;

import org.pf4j.PluginManager;

/** Tells plugin authors about more than ExtensionPoint, and not whether it is stable. */
public interface Contract {
    void start(PluginManager manager);
}
