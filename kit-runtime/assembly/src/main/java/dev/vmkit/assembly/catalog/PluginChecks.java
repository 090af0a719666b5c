package dev.vmkit.assembly.catalog;

import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.Text;
import java.util.List;
import org.pf4j.DefaultVersionManager;

/** What is asked of a plugin before a part of it is used: that it fits this kit and that its name is its own. */
record PluginChecks(List<InstalledPlugin> plugins) {

    /** Checks every plugin, and reports each clash of names once. */
    void all(Diagnostics diagnostics) {
        for (int i = 0; i < plugins.size(); i++) {
            fits(plugins.get(i), diagnostics);
            alone(plugins.get(i), plugins.subList(0, i), diagnostics);
        }
    }

    /** Whether the plugin can be used; otherwise it is reported why not. */
    boolean check(InstalledPlugin plugin, Diagnostics diagnostics) {
        return fits(plugin, diagnostics) & alone(plugin, plugins, diagnostics);
    }

    private static boolean fits(InstalledPlugin plugin, Diagnostics diagnostics) {
        Text requires = plugin.declaration().requires();
        try {
            boolean fits = new DefaultVersionManager().checkVersionConstraint(PluginHost.VERSION, requires.value());
            if (!fits) {
                diagnostics.report(
                        CatalogProblem.REQUIRES,
                        requires.span(),
                        "plugin " + plugin.name() + " needs a kit of version " + requires + ", this one is "
                                + PluginHost.VERSION);
            }
            return fits;
        } catch (RuntimeException notRead) {
            diagnostics.report(
                    CatalogProblem.DECLARATION,
                    requires.span(),
                    "'" + requires + "' does not say which versions fit",
                    "write it like \">=1.0.0 & <2.0.0\"");
            return false;
        }
    }

    private static boolean alone(InstalledPlugin plugin, List<InstalledPlugin> among, Diagnostics diagnostics) {
        List<InstalledPlugin> others = among.stream()
                .filter(other -> other != plugin && other.name().equals(plugin.name()))
                .toList();
        for (InstalledPlugin other : others) {
            diagnostics.report(
                    CatalogProblem.DUPLICATE_PLUGIN,
                    plugin.declaration().name().span(),
                    "two plugins are called '" + plugin.name() + "'",
                    "rename or remove one",
                    other.declaration().name().span(),
                    "the other one");
        }
        return others.isEmpty();
    }
}
